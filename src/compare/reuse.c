#include "reuse.h"

#include <math.h>
#include <stdlib.h>

#include "bitset.h"
#include "candidates.h"
#include "outline.h"
#include "pairing.h"
#include "sketch.h"
#include "sort.h"

enum {
	AHEAD = 8 /* candidates whose terms are fetched before they are compared */
};

#define NO_STEM UINT32_MAX /* no term's: the low bits of these are 0 */

/* What the search needs at hand. */
struct search {
	const struct corpus *corpus;
	struct lexicons *lexicons;
	const struct terms *terms;
	struct candidates candidates;
	struct outlines outlines;
	struct retelling retelling;
	struct pairing *pairs; /* of two reports */
	size_t pair_capacity;
};

/* The stems by whose pairs each sentence is found; NO_STEM behind the last. To be freed. */
static uint32_t *
choose_stems(const struct search *search)
{
	size_t sentences = search->corpus->sentence_count;
	uint32_t *stems = memory_new(sentences * SKETCH_STEMS * sizeof *stems);
	for (size_t i = 0; i < sentences; i++) {
		size_t count;
		const uint32_t *terms = terms_of(search->terms, i, &count);
		count = sketch_stems(stems + i * SKETCH_STEMS, terms, count);
		if (count < SKETCH_STEMS)
			stems[i * SKETCH_STEMS + count] = NO_STEM;
	}
	return stems;
}

static void
add_key(struct search *search, uint64_t key, size_t sentence)
{
	candidates_add(&search->candidates, key, search->outlines.places[sentence]);
}

/* Adds the pairs of stems[from] with those behind it. */
static void
add_pairs(struct search *search, const uint32_t *stems, size_t from, size_t sentence)
{
	for (size_t i = from + 1; i < SKETCH_STEMS && stems[i] != NO_STEM; i++)
		add_key(search, sketch_pair(stems[from], stems[i]), sentence);
}

/*
 * The stem below which the lower ones of the pairs of a part and of those before are. Of pairs
 * of even numbers below 1 a share of 1 - (1 - x)^2 has its lower one below x.
 */
static uint32_t
end_of_part(size_t part, size_t parts)
{
	return part + 1 == parts
		       ? UINT32_MAX
		       : (uint32_t)((1 - sqrt(1 - (double)(part + 1) / (double)parts)) *
				    UINT32_MAX);
}

/* Stems are in order, so that each sentence goes on behind those of the part before. */
static void
find_by_pairs(struct search *search)
{
	size_t sentences = search->corpus->sentence_count;
	size_t parts = 2 * candidates_parts(sentences * SKETCH_USUAL) - 1;
	uint32_t *stems = choose_stems(search);
	uint8_t *next = memory_new_zeroed(sentences, sizeof *next);
	for (size_t part = 0; part < parts; part++) {
		uint32_t end = end_of_part(part, parts);
		for (size_t i = 0; i < sentences; i++) {
			const uint32_t *of = stems + i * SKETCH_STEMS;
			for (; next[i] < SKETCH_STEMS && of[next[i]] < end; next[i]++)
				add_pairs(search, of, next[i], i);
		}
		candidates_keep(&search->candidates, SKETCH_LIMIT, SIZE_MAX);
	}
	free(next);
	free(stems);
}

/* The terms at which the runs begin by which sentences are found. To be freed. */
static struct bitset
choose_runs(const struct search *search)
{
	struct bitset chosen;
	uint16_t runs[SKETCH_RUNS];
	bitset_begin(&chosen, search->terms->count);
	for (size_t i = 0; i < search->corpus->sentence_count; i++) {
		size_t count;
		const uint32_t *terms = terms_of(search->terms, i, &count);
		count = sketch_runs(runs, terms, count);
		for (size_t run = 0; run < count; run++)
			bitset_add(&chosen, search->terms->first[i] + runs[run]);
	}
	return chosen;
}

static void
find_by_runs(struct search *search)
{
	size_t parts = candidates_parts(search->corpus->sentence_count * SKETCH_USUAL_RUNS);
	struct bitset chosen = choose_runs(search);
	for (size_t part = 0; part < parts; part++) {
		struct bitset_walk walk = {0};
		size_t sentence = 0, at;
		while ((at = bitset_next(&chosen, &walk)) != SIZE_MAX) {
			while (search->terms->first[sentence + 1] <= at)
				sentence++;
			uint64_t run = sketch_run(search->terms->items + at);
			if (candidates_part(run, parts) == part)
				add_key(search, run, sentence);
		}
		candidates_keep(&search->candidates, SKETCH_LIMIT, SIZE_MAX);
	}
	bitset_free(&chosen);
}

static void
fetch_outline(void *context, uint32_t place)
{
	outlines_fetch(context, place);
}

static void
take_outline(void *context, uint32_t place)
{
	outlines_take(context, place);
}

static bool
is_possible(void *context, uint32_t place)
{
	return outlines_possible(context, place, PAIRING_DOUBTFUL);
}

static uint32_t
sentence_of(void *context, uint32_t place)
{
	return outlines_sentence(context, place);
}

static void
find_candidates(struct search *search)
{
	size_t sentences = search->corpus->sentence_count;
	struct outlines *outlines = &search->outlines;
	outlines_make(outlines, search->terms);
	search->candidates = (struct candidates){.things = sentences,
		.few = SKETCH_FEW,
		.least = SKETCH_LEAST,
		.look = {fetch_outline, take_outline, is_possible, sentence_of, outlines}};
	find_by_pairs(search);
	find_by_runs(search);
	for (size_t i = 0; i < sentences; i++) {
		size_t count;
		const uint32_t *terms = terms_of(search->terms, i, &count);
		uint64_t whole = sketch_whole(terms, count);
		if (whole)
			add_key(search, whole, i);
	}
	candidates_chain(&search->candidates, SKETCH_WHOLE);
	candidates_ready(&search->candidates);
	outlines_free(outlines);
}

static struct told
told_of(struct search *search, uint32_t sentence)
{
	return (struct told){.text = search->corpus->sentences[sentence].text,
		.lexicon = lexicon_of(
			search->lexicons, corpus_report(search->corpus, sentence)->language)};
}

static void
compare_pair(struct search *search, struct reuses *reuses, uint32_t a, struct candidate b)
{
	size_t count;
	const uint32_t *terms = terms_of(search->terms, b.thing, &count);
	float similar =
		retelling_similarity(&search->retelling, terms, count, PAIRING_DOUBTFUL);
	if (similar < PAIRING_DOUBTFUL)
		return;
	enum retelling_kind kind = retelling_kind(
		&search->retelling, told_of(search, a), told_of(search, b.thing));
	reuses->items = memory_reserve(
		reuses->items, &reuses->capacity, reuses->count + 1, sizeof *reuses->items);
	reuses->items[reuses->count++] = (struct reuse){a, b.thing, kind, b.keys, similar};
}

static uint32_t
report_of(const struct corpus *corpus, uint32_t sentence)
{
	return corpus->sentences[sentence].report;
}

static int
compare_reports(const void *a, const void *b, const void *context)
{
	uint32_t left = report_of(context, ((const struct reuse *)a)->b);
	uint32_t right = report_of(context, ((const struct reuse *)b)->b);
	return (left > right) - (left < right);
}

static int
compare_sentences(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct reuse *left = a, *right = b;
	if (left->a != right->a)
		return left->a < right->a ? -1 : 1;
	return (left->b > right->b) - (left->b < right->b);
}

static uint32_t
words_in(const struct search *search, uint32_t sentence)
{
	size_t count;
	terms_of(search->terms, sentence, &count);
	return (uint32_t)count;
}

/* Chooses among the pairs of two reports. Those kept go to `to`, in front of them. */
static size_t
choose(struct search *search, const struct reuse *items, size_t count, struct reuse *to)
{
	const struct sentence *sentences = search->corpus->sentences;
	struct pairing *pairs = search->pairs = memory_reserve(
		search->pairs, &search->pair_capacity, count, sizeof *search->pairs);
	for (size_t i = 0; i < count; i++)
		pairs[i] = (struct pairing){.a = sentences[items[i].a].n,
			.b = sentences[items[i].b].n,
			.words_a = words_in(search, items[i].a),
			.words_b = words_in(search, items[i].b),
			.similarity = items[i].similarity,
			.keys = items[i].keys};
	pairing_choose(pairs, count);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (pairs[i].kept)
			to[kept++] = items[i];
	return kept;
}

/*
 * Chooses among items[first..], all pairs of one report with others behind it, in the order of
 * their sentences, in which those that are kept are put again.
 */
static void
keep_likely(struct search *search, struct reuses *reuses, size_t first)
{
	struct reuse *items = reuses->items;
	size_t kept = first, count = reuses->count;
	sort_items(
		items + first, count - first, sizeof *items, compare_reports, search->corpus);
	for (size_t start = first, end; start < count; start = end) {
		uint32_t report = report_of(search->corpus, items[start].b);
		for (end = start + 1;
			end < count && report_of(search->corpus, items[end].b) == report;)
			end++;
		kept += choose(search, items + start, end - start, items + kept);
	}
	reuses->count = kept;
	sort_items(items + first, kept - first, sizeof *items, compare_sentences, NULL);
}

/* Compares a sentence with its candidates in the reports behind its own, that ends at `end`. */
static void
compare_sentence(struct search *search, struct reuses *reuses, uint32_t a, uint32_t end)
{
	size_t count, term_count, first = 0;
	const struct candidate *others = candidates_of(&search->candidates, a, &count);
	while (first < count && others[first].thing < end)
		first++;
	if (first == count)
		return;
	const uint32_t *terms = terms_of(search->terms, a, &term_count);
	retelling_take(&search->retelling, terms, term_count);
	for (size_t i = first; i < count; i++) {
		terms_fetch_place(
			search->terms, candidates_ahead(&search->candidates, a, i + 2 * AHEAD));
		terms_fetch(search->terms, candidates_ahead(&search->candidates, a, i + AHEAD));
		compare_pair(search, reuses, a, others[i]);
	}
}

void
reuse_find(struct reuses *reuses, const struct corpus *corpus, struct lexicons *lexicons,
	const struct terms *terms)
{
	struct search search = {.corpus = corpus, .lexicons = lexicons, .terms = terms};
	find_candidates(&search);
	for (size_t i = 0; i < corpus->report_count; i++) {
		const struct report *report = &corpus->reports[i];
		uint32_t end = report->first + report->count;
		size_t first = reuses->count;
		for (uint32_t a = report->first; a < end; a++)
			compare_sentence(&search, reuses, a, end);
		keep_likely(&search, reuses, first);
	}
	candidates_free(&search.candidates);
	retelling_free(&search.retelling);
	free(search.pairs);
}

void
reuse_write(struct buffer *to, const struct corpus *corpus, const struct reuse *reuse)
{
	const struct sentence *a = &corpus->sentences[reuse->a];
	const struct sentence *b = &corpus->sentences[reuse->b];
	record_begin(to, RECORD_REUSE, corpus->reports[a->report].id);
	record_add_size(to, a->n);
	record_add_written(to, corpus->reports[b->report].id);
	record_add_size(to, b->n);
	retelling_write(to, reuse->kind, reuse->similarity);
	record_add(to, a->text);
	record_add(to, b->text);
	record_end(to);
}

void
reuses_free(struct reuses *reuses)
{
	free(reuses->items);
}
