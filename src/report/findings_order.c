/*
 * Findings put in order, and found again.
 */
#include "findings.h"

#include <stdlib.h>

#include "sort.h"
#include "utf8.h"

static int
compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int
compare_places(const size_t a[], const size_t b[], size_t count)
{
	int order = 0;
	for (size_t i = 0; i < count && order == 0; i++)
		order = compare_sizes(a[i], b[i]);
	return order;
}

static int
compare_sentences(const void *left, const void *right)
{
	const struct sentence *a = left, *b = right;
	return compare_places((size_t[]){a->document, a->n}, (size_t[]){b->document, b->n}, 2);
}

static int
compare_marks(const void *left, const void *right)
{
	const struct mark *a = left, *b = right;
	return compare_places((size_t[]){a->document, a->n, a->start, b->end, a->type},
		(size_t[]){b->document, b->n, b->start, a->end, b->type}, 5);
}

static int
compare_figures(const void *left, const void *right)
{
	const struct figure *a = left, *b = right;
	return compare_places((size_t[]){a->claim, a->document, a->n, a->start, a->end},
		(size_t[]){b->claim, b->document, b->n, b->start, b->end}, 5);
}

static int
compare_quotations(const void *left, const void *right)
{
	const struct quotation *a = left, *b = right;
	return compare_places((size_t[]){a->claim, a->document, a->n, a->start, a->end},
		(size_t[]){b->claim, b->document, b->n, b->start, b->end}, 5);
}

static int
compare_reuses(const void *left, const void *right)
{
	const struct reuse *a = left, *b = right;
	return compare_places((size_t[]){a->a, a->b, a->n_a, a->n_b},
		(size_t[]){b->a, b->b, b->n_a, b->n_b}, 4);
}

static int
compare_origins(const void *left, const void *right)
{
	const struct origin *a = left, *b = right;
	int order = compare_places((size_t[]){a->document, b->sentences},
		(size_t[]){b->document, a->sentences}, 2);
	return order ? order : slice_compare(a->name, b->name);
}

static int
compare_independences(const void *left, const void *right)
{
	const struct independence *a = left, *b = right;
	int order = slice_compare(a->claim, b->claim);
	if (order == 0)
		order = slice_compare(a->value.low, b->value.low);
	return order ? order : slice_compare(a->value.high, b->value.high);
}

typedef int comparison(const void *, const void *);

/* A comparison for sort.h: `context` points to the one that is meant. */
static int
compare_as(const void *a, const void *b, const void *context)
{
	comparison *const *compare = context;
	return (*compare)(a, b);
}

static void
sort(void *items, size_t count, size_t size, comparison *compare)
{
	sort_items(items, count, size, compare_as, &compare);
}

/* The first place in sorted items whose item does not come before `wanted`. */
static size_t
lower_bound(
	const void *items, size_t count, size_t size, const void *wanted, comparison *compare)
{
	return sort_find(items, count, size, compare_as, &compare, wanted);
}

/* Tells each claim where its members lie. `claim` and `document` of member i come from `at`. */
static void
count_members(struct claim *claims, size_t members,
	void (*at)(const struct findings *, size_t, uint32_t *, uint32_t *),
	const struct findings *findings)
{
	uint32_t claim, document, claim_before = NOWHERE, document_before = NOWHERE;
	for (size_t i = 0; i < members; i++) {
		at(findings, i, &claim, &document);
		if (claim != claim_before)
			claims[claim].first = i;
		if (claim != claim_before || document != document_before)
			claims[claim].documents++;
		claims[claim].count++;
		claim_before = claim;
		document_before = document;
	}
}

static void
at_figure(const struct findings *findings, size_t i, uint32_t *claim, uint32_t *document)
{
	*claim = findings->figures[i].claim;
	*document = findings->figures[i].document;
}

static void
at_quotation(const struct findings *findings, size_t i, uint32_t *claim, uint32_t *document)
{
	*claim = findings->quotations[i].claim;
	*document = findings->quotations[i].document;
}

/* In a record A and B stand in either order: the document that came first is A here. */
static void
turn_reuses(struct findings *findings)
{
	for (size_t i = 0; i < findings->reuse_count; i++) {
		struct reuse *reuse = &findings->reuses[i], turned = *reuse;
		if (reuse->a <= reuse->b)
			continue;
		turned.a = reuse->b;
		turned.b = reuse->a;
		turned.n_a = reuse->n_b;
		turned.n_b = reuse->n_a;
		turned.text_a = reuse->text_b;
		turned.text_b = reuse->text_a;
		*reuse = turned;
	}
}

/* The name in lower case, without accents and a leading "the". */
static struct slice
folded(struct buffer *to, struct slice name)
{
	buffer_clear(to);
	utf8_add_folded(to, name);
	struct slice all = buffer_slice(to);
	return slice_starts(all, SLICE("the ")) ? slice_cut(all, 4, all.len) : all;
}

/* Finds the documents that origins name: by an ID, or an outlet that one document has. */
static void
find_sources(struct findings *findings)
{
	struct map by_name = {0};
	for (uint32_t i = 0; i < findings->document_count; i++) {
		const struct document_facts *document = &findings->documents[i];
		struct slice outlet = folded(&findings->scratch, document->outlet);
		bool added;
		map_add(&by_name, document->id, i, NULL);
		uint32_t *first =
			map_add(&by_name, arena_copy(&findings->arena, outlet), i, &added);
		if (outlet.len > 0 && !added && *first != i)
			*first = NOWHERE;
	}
	for (size_t i = 0; i < findings->origin_count; i++) {
		struct origin *origin = &findings->origins[i];
		const struct document_facts *document = &findings->documents[origin->document];
		if (document->sentences > 0 && origin->sentences > document->sentences)
			origin->sentences = document->sentences;
		const uint32_t *source = map_find(&by_name, origin->name);
		if (!source && origin->name.len > 0)
			source = map_find(&by_name, folded(&findings->scratch, origin->name));
		if (source)
			origin->source = *source;
	}
	map_free(&by_name);
}

/* --- The reader's language --- */

/* The tag's first part: de of de-AT. */
static struct slice
primary_of(struct slice tag)
{
	const char *dash = tag.len ? memchr(tag.data, '-', tag.len) : NULL;
	return dash ? slice_cut(tag, 0, (size_t)(dash - tag.data)) : tag;
}

bool
language_equal(struct slice a, struct slice b)
{
	return a.len == 0 || b.len == 0 || slice_equal(primary_of(a), primary_of(b));
}

static void
find_language(struct findings *findings)
{
	struct map times = {0};
	uint32_t most = 0;
	for (size_t i = 0; i < findings->document_count; i++) {
		struct slice language = primary_of(findings->documents[i].language);
		if (language.len == 0)
			continue;
		uint32_t now = ++*map_add(&times, language, 0, NULL);
		if (now > most || (now == most && slice_is(language, "en"))) {
			most = now;
			findings->language = language;
		}
	}
	map_free(&times);
}

static void
find_headlines(struct findings *findings)
{
	for (size_t i = 0; i < findings->figure_count; i++) {
		struct figure *figure = &findings->figures[i];
		const struct sentence *sentence =
			findings_sentence(findings, figure->document, figure->n);
		figure->headline = sentence && slice_is(sentence->role, "title");
	}
}

#define SORT(findings, array, count, compare)                                                  \
	sort((findings)->array, (findings)->count, sizeof *(findings)->array, compare)

void
findings_settle(struct findings *findings)
{
	turn_reuses(findings);
	find_sources(findings);
	find_language(findings);
	SORT(findings, sentences, sentence_count, compare_sentences);
	SORT(findings, marks, mark_count, compare_marks);
	SORT(findings, figures, figure_count, compare_figures);
	SORT(findings, quotations, quotation_count, compare_quotations);
	SORT(findings, reuses, reuse_count, compare_reuses);
	SORT(findings, origins, origin_count, compare_origins);
	SORT(findings, independences, independence_count, compare_independences);
	find_headlines(findings);
	count_members(
		findings->claims[CLAIMS_FIGURES], findings->figure_count, at_figure, findings);
	count_members(findings->claims[CLAIMS_QUOTATIONS], findings->quotation_count,
		at_quotation, findings);
	for (size_t i = 0; i < findings->claim_count[CLAIMS_FIGURES]; i++)
		if (findings->claims[CLAIMS_FIGURES][i].verdict == VERDICT_SINGLE)
			findings->single_count++;
}

const struct sentence *
findings_sentence(const struct findings *findings, uint32_t document, size_t n)
{
	struct sentence wanted = {.document = document, .n = n};
	if (findings->sentence_count == 0)
		return NULL;
	return bsearch(&wanted, findings->sentences, findings->sentence_count, sizeof wanted,
		compare_sentences);
}

const struct mark *
findings_marks(const struct findings *findings, uint32_t document, size_t n, size_t *count)
{
	const struct mark *marks = findings->marks;
	struct mark wanted = {.document = document, .n = n, .end = SIZE_MAX};
	size_t first =
		lower_bound(marks, findings->mark_count, sizeof *marks, &wanted, compare_marks);
	size_t end = first;
	while (end < findings->mark_count && marks[end].document == document &&
		marks[end].n == n)
		end++;
	*count = end - first;
	return marks ? marks + first : NULL;
}

bool
figure_is_age(const struct findings *findings, const struct figure *figure)
{
	size_t count;
	const struct mark *marks =
		findings_marks(findings, figure->document, figure->n, &count);
	for (size_t i = 0; i < count; i++)
		if (marks[i].age && marks[i].start == figure->start)
			return true;
	return false;
}

const struct origin *
findings_origins(const struct findings *findings, uint32_t document, size_t *count)
{
	const struct origin *origins = findings->origins;
	struct origin wanted = {.document = document, .sentences = SIZE_MAX};
	size_t first = lower_bound(
		origins, findings->origin_count, sizeof *origins, &wanted, compare_origins);
	size_t end = first;
	while (end < findings->origin_count && origins[end].document == document)
		end++;
	*count = end - first;
	return origins ? origins + first : NULL;
}

const struct independence *
findings_independence(
	const struct findings *findings, struct slice claim, const struct value *value)
{
	struct independence wanted = {.claim = claim};
	if (value)
		wanted.value = *value;
	if (findings->independence_count == 0)
		return NULL;
	return bsearch(&wanted, findings->independences, findings->independence_count,
		sizeof wanted, compare_independences);
}
