#include "copies.h"

#include <stdlib.h>

#include "sort.h"

static enum credit
credit_of(struct slice via)
{
	return slice_is(via, "silent") ? CREDIT_SILENT
	       : via.len > 0           ? CREDIT_GIVEN
				       : CREDIT_UNKNOWN;
}

/* Whether an origin record says that `to` rests on `from`; if so `*credit` is set. */
static bool
rests_on(const struct findings *findings, uint32_t to, uint32_t from, enum credit *credit)
{
	size_t count;
	const struct origin *origins = findings_origins(findings, to, &count);
	for (size_t i = 0; i < count; i++)
		if (origins[i].source == from) {
			*credit = credit_of(origins[i].via);
			return true;
		}
	return false;
}

static void
turn(struct copy *copy)
{
	struct copy turned = *copy;
	turned.from = copy->to;
	turned.to = copy->from;
	turned.sentences_from = copy->sentences_to;
	turned.sentences_to = copy->sentences_from;
	*copy = turned;
}

/* An origin record knows best who was first, then the dates. */
static void
find_direction(struct copy *copy, const struct findings *findings)
{
	const struct document_facts *documents = findings->documents;
	copy->directed = true;
	if (rests_on(findings, copy->to, copy->from, &copy->credit))
		return;
	if (rests_on(findings, copy->from, copy->to, &copy->credit)) {
		turn(copy);
		return;
	}
	struct slice from = date_day(documents[copy->from].date);
	struct slice to = date_day(documents[copy->to].date);
	int order = slice_compare(from, to);
	copy->directed = from.len > 0 && to.len > 0 && order != 0;
	if (copy->directed && order > 0)
		turn(copy);
}

/* Word for word shows more than reworded, a long sentence more than a short one. */
static bool
shows_better(const struct reuse *a, const struct reuse *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind;
	return a->text_a.len + a->text_b.len > b->text_a.len + b->text_b.len;
}

static int
compare_numbers(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;
	return (a > b) - (a < b);
}

static size_t
count_distinct(size_t *numbers, size_t count)
{
	size_t distinct = count > 0;
	qsort(numbers, count, sizeof *numbers, compare_numbers);
	for (size_t i = 1; i < count; i++)
		distinct += numbers[i] != numbers[i - 1];
	return distinct;
}

/* --- Quotations --- */

/* A quotation's sentence, as a number that no other sentence has, and the claim it is in. */
struct quoted {
	uint64_t sentence;
	uint32_t claim;
};

static uint64_t
sentence_of(uint32_t document, size_t n)
{
	return (uint64_t)document << 32 | (uint32_t)n;
}

static int
compare_quoted(const void *left, const void *right, const void *context)
{
	(void)context;
	const struct quoted *a = left, *b = right;
	if (a->sentence != b->sentence)
		return a->sentence > b->sentence ? 1 : -1;
	return (a->claim > b->claim) - (a->claim < b->claim);
}

/* All sentences with quotations that two reports have, in order. */
static struct quoted *
find_quoted(const struct findings *findings)
{
	size_t count = findings->quotation_count;
	struct quoted *quoted = memory_new((count + 1) * sizeof *quoted);
	for (size_t i = 0; i < count; i++) {
		const struct quotation *quotation = &findings->quotations[i];
		quoted[i] = (struct quoted){
			sentence_of(quotation->document, quotation->n), quotation->claim};
	}
	sort_items(quoted, count, sizeof *quoted, compare_quoted, NULL);
	return quoted;
}

/* Whether the sentences of a pair have a quotation in common. */
static bool
shares_quotation(const struct quoted *quoted, size_t count, const struct reuse *reuse)
{
	struct quoted a = {sentence_of(reuse->a, reuse->n_a), 0};
	struct quoted b = {sentence_of(reuse->b, reuse->n_b), 0};
	size_t i = sort_find(quoted, count, sizeof *quoted, compare_quoted, NULL, &a);
	size_t j = sort_find(quoted, count, sizeof *quoted, compare_quoted, NULL, &b);
	while (i < count && quoted[i].sentence == a.sentence && j < count &&
		quoted[j].sentence == b.sentence) {
		if (quoted[i].claim == quoted[j].claim)
			return true;
		if (quoted[i].claim < quoted[j].claim)
			i++;
		else
			j++;
	}
	return false;
}

/* --- Extent --- */

static void
measure(struct copy *copy, const struct findings *findings, const struct quoted *quoted)
{
	size_t *in_from = memory_new(copy->count * sizeof *in_from);
	size_t *in_to = memory_new(copy->count * sizeof *in_to);
	copy->example = copy->first;
	for (size_t i = 0; i < copy->count; i++) {
		const struct reuse *reuse = &findings->reuses[copy->first + i];
		copy->kinds[reuse->kind]++;
		copy->quoted += shares_quotation(quoted, findings->quotation_count, reuse);
		in_from[i] = reuse->n_a;
		in_to[i] = reuse->n_b;
		if (shows_better(reuse, &findings->reuses[copy->example]))
			copy->example = copy->first + i;
	}
	copy->sentences_from = count_distinct(in_from, copy->count);
	copy->sentences_to = count_distinct(in_to, copy->count);
	free(in_from);
	free(in_to);
}

static int
compare_copies(const void *left, const void *right)
{
	const struct copy *a = left, *b = right;
	if (a->count != b->count)
		return a->count < b->count ? 1 : -1;
	return (a->first > b->first) - (a->first < b->first);
}

/* --- What both have from a third --- */

/* A copy of which it is known who had it first. */
struct tie {
	uint32_t to, from, sentences;
};

/* Sorted by both documents. */
struct ties {
	struct tie *items;
	size_t count;
};

static int
compare_ties(const void *left, const void *right, const void *context)
{
	(void)context;
	const struct tie *a = left, *b = right;
	if (a->to != b->to)
		return a->to > b->to ? 1 : -1;
	return (a->from > b->from) - (a->from < b->from);
}

static struct ties
find_ties(const struct copies *copies)
{
	struct ties ties = {memory_new((copies->count + 1) * sizeof *ties.items), 0};
	for (size_t i = 0; i < copies->count; i++) {
		const struct copy *copy = &copies->items[i];
		if (copy->directed)
			ties.items[ties.count++] = (struct tie){
				copy->to, copy->from, (uint32_t)copy->sentences_to};
	}
	sort_items(ties.items, ties.count, sizeof *ties.items, compare_ties, NULL);
	return ties;
}

/* Where those of `to` begin. */
static size_t
first_tie(const struct ties *ties, uint32_t to)
{
	struct tie wanted = {.to = to};
	return sort_find(ties->items, ties->count, sizeof wanted, compare_ties, NULL, &wanted);
}

/*
 * The document from which both ends have as much as they share, one of them more. Both lists of
 * what an end has from others are gone through side by side.
 */
static uint32_t
find_third(const struct ties *ties, const struct copy *copy)
{
	const struct tie *items = ties->items;
	size_t shared = copy->sentences_to, count = ties->count;
	size_t i = first_tie(ties, copy->to), j = first_tie(ties, copy->from);
	while (i < count && items[i].to == copy->to && j < count && items[j].to == copy->from) {
		if (items[i].from == items[j].from && items[i].sentences > shared &&
			items[j].sentences >= shared)
			return items[i].from;
		bool behind = items[i].from <= items[j].from;
		j += items[j].from <= items[i].from;
		i += behind;
	}
	return NOWHERE;
}

static void
find_thirds(struct copies *copies)
{
	struct ties ties = find_ties(copies);
	for (size_t i = 0; i < copies->count; i++)
		copies->items[i].third = copies->items[i].credit == CREDIT_UNKNOWN
						 ? find_third(&ties, &copies->items[i])
						 : NOWHERE;
	free(ties.items);
}

void
copies_make(struct copies *copies, const struct findings *findings)
{
	const struct reuse *reuses = findings->reuses;
	struct quoted *quoted = find_quoted(findings);
	for (size_t i = 0, end; i < findings->reuse_count; i = end) {
		for (end = i; end < findings->reuse_count && reuses[end].a == reuses[i].a &&
			      reuses[end].b == reuses[i].b;)
			end++;
		copies->items = memory_reserve(copies->items, &copies->capacity,
			copies->count + 1, sizeof *copies->items);
		struct copy *copy = &copies->items[copies->count++];
		*copy = (struct copy){
			.from = reuses[i].a, .to = reuses[i].b, .first = i, .count = end - i};
		measure(copy, findings, quoted);
		find_direction(copy, findings);
	}
	free(quoted);
	find_thirds(copies);
	if (copies->count > 1)
		qsort(copies->items, copies->count, sizeof *copies->items, compare_copies);
}

bool
copy_is_weak(const struct copy *copy)
{
	return copy->count == copy->kinds[REUSE_PARAPHRASE] && copy->sentences_to < 2;
}

bool
copy_is_quoting(const struct copy *copy)
{
	return copy->quoted == copy->count && copy->credit == CREDIT_UNKNOWN;
}

void
copies_free(struct copies *copies)
{
	free(copies->items);
}
