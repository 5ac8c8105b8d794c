#include "quotation.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

/* What judging needs at hand. */
struct judging {
	const struct corpus *corpus;
	const struct quotes *quotes;
	struct passage a, b;
};

static enum quotation_verdict
verdict_of(const struct passage *a, const struct passage *b)
{
	if (passage_same(a, b))
		return QUOTATION_SAME;
	bool shorter = a->count <= b->count;
	return passage_cut(shorter ? a : b, shorter ? b : a) ? QUOTATION_CUT
							     : QUOTATION_ALTERED;
}

/* The words of a member of a cluster, as found there. */
static void
make_member(
	const struct quotes *quotes, struct passage *passage, const struct quotation *member)
{
	size_t quote = quotes_in(quotes, member->sentence);
	if (member->form == QUOTATION_QUOTED && quote != SIZE_MAX)
		quotes_make(quotes, passage, quote);
	else
		quotes_make_part(quotes, passage, member->sentence,
			(struct quoted){member->start, member->end});
}

/* Whether one report is dated before another; an undated one is before none. */
static bool
is_earlier(const struct corpus *corpus, uint32_t sentence, uint32_t than)
{
	struct slice date = corpus_report(corpus, sentence)->date;
	struct slice other = corpus_report(corpus, than)->date;
	return date.len > 0 && (other.len == 0 || slice_compare(date, other) < 0);
}

/* A member of a cluster and the words it tells. */
struct version {
	uint64_t words; /* a hash of them */
	size_t member;
};

static int
compare_versions(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct version *left = a, *right = b;
	return (left->words > right->words) - (left->words < right->words);
}

/*
 * How many members tell it in the same words, of each member. What most reports have is nearest
 * to what was said. To be freed.
 */
static uint32_t *
count_alike(struct judging *judging, const struct quotation *members, size_t count)
{
	struct version *versions = memory_new(count * sizeof *versions);
	uint32_t *alike = memory_new(count * sizeof *alike);
	for (size_t i = 0; i < count; i++) {
		make_member(judging->quotes, &judging->a, &members[i]);
		versions[i] = (struct version){passage_hash(&judging->a), i};
	}
	sort_items(versions, count, sizeof *versions, compare_versions, NULL);
	for (size_t start = 0, end; start < count; start = end) {
		for (end = start + 1;
			end < count && versions[end].words == versions[start].words;)
			end++;
		for (size_t i = start; i < end; i++)
			alike[versions[i].member] = (uint32_t)(end - start);
	}
	free(versions);
	return alike;
}

/*
 * The version between marks that was told first, by the reports' dates; of those of one date
 * the one that most members have; else the first by the reports' IDs.
 */
static size_t
choose_reference(struct judging *judging, const struct quotation *members, size_t count)
{
	uint32_t *alike = count_alike(judging, members, count);
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		if (members[i].form != QUOTATION_QUOTED)
			continue;
		uint32_t here = members[i].sentence;
		uint32_t there = best == SIZE_MAX ? here : members[best].sentence;
		if (best == SIZE_MAX || is_earlier(judging->corpus, here, there) ||
			(alike[i] > alike[best] && !is_earlier(judging->corpus, there, here)))
			best = i;
	}
	free(alike);
	return best == SIZE_MAX ? 0 : best;
}

/* The reference first, then those that are most like it. */
static int
compare_verdicts(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct quotation *left = a, *right = b;
	return (left->verdict > right->verdict) - (left->verdict < right->verdict);
}

static void
order(struct quotation *members, size_t count, size_t reference)
{
	struct quotation first = members[reference];
	memmove(members + 1, members, reference * sizeof *members);
	members[0] = first;
	sort_items(members + 1, count - 1, sizeof *members, compare_verdicts, NULL);
}

/*
 * Each member's verdict is beside the reference; that one's own is that of the others: same
 * where one of them is, else the worst.
 */
static void
judge(struct judging *judging, struct quotation *members, size_t count)
{
	size_t place = choose_reference(judging, members, count);
	struct quotation *reference = &members[place];
	enum quotation_verdict worst = QUOTATION_SAME;
	bool confirmed = false;
	make_member(judging->quotes, &judging->a, reference);
	for (size_t i = 0; i < count; i++) {
		make_member(judging->quotes, &judging->b, &members[i]);
		members[i].verdict = verdict_of(&judging->a, &judging->b);
		if (members[i].verdict > worst)
			worst = members[i].verdict;
		confirmed = confirmed ||
			    (&members[i] != reference && members[i].verdict == QUOTATION_SAME);
	}
	reference->verdict = confirmed ? QUOTATION_SAME : worst;
	order(members, count, place);
}

void
quotations_judge(
	struct quotations *quotations, const struct corpus *corpus, const struct quotes *quotes)
{
	struct judging judging = {.corpus = corpus, .quotes = quotes};
	struct quotation *items = quotations->items;
	for (size_t start = 0, end; start < quotations->count; start = end) {
		for (end = start + 1;
			end < quotations->count && items[end].cluster == items[start].cluster;)
			end++;
		judge(&judging, items + start, end - start);
	}
	passage_free(&judging.a);
	passage_free(&judging.b);
}
