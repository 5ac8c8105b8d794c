#include "figure.h"

#include <stdlib.h>

#include "candidates.h"
#include "change.h"
#include "cluster.h"
#include "derive.h"
#include "error.h"
#include "likeness.h"
#include "partner.h"
#include "sort.h"
#include "stray.h"

static const float UNCOMPARED = -1; /* the likeness of figures without a key in common */

enum {
	KEY_LIMIT = 1000, /* figures that one key may have */
	PAIRS_EACH = 2,   /* that are looked at, for each figure */
	PAIRS_MIN = 1 << 18,
	AMOUNTS_MAX = 1000, /* figures of a cluster that one is compared with for the verdict */
	AHEAD = 8,          /* candidates that are fetched before they are compared */
};

static uint64_t
key_of(uint32_t dimension, char what, uint64_t value)
{
	uint64_t key = ((uint64_t)dimension << 8 | (unsigned char)what) * 0x9e3779b97f4a7c15u;
	key = (key ^ value) * 0x9e3779b97f4a7c15u;
	return key >> (64 - CANDIDATES_KEY_BITS);
}

/* Figures are compared that share what is counted, what happened to it, or the value. */
static void
add_keys(struct candidates *candidates, const struct figure *figure, uint32_t index)
{
	uint32_t dimension =
		figure->dimension == DIMENSION_AREA ? DIMENSION_LENGTH : figure->dimension;
	uint64_t value;
	memcpy(&value, &figure->interval.numeral, sizeof value);
	candidates_add(candidates, key_of(dimension, 'v', value), index);
	if (figure->head)
		candidates_add(candidates, key_of(dimension, 'h', figure->head), index);
	if (figure->frame)
		candidates_add(candidates, key_of(dimension, 'f', figure->frame), index);
	if (dimension != DIMENSION_COUNT)
		candidates_add(candidates, key_of(dimension, 'd', 0), index);
	else if (figure->change)
		candidates_add(
			candidates, key_of(dimension, 'c', figure->circumstance.move), index);
}

/* Fetches the figures that are compared with figure a and those behind it, then their words. */
static void
fetch_ahead(const struct figures *all, const struct terms *terms,
	const struct candidates *candidates, uint32_t a, size_t by)
{
	enum {
		LINE = 64
	};
	const char *figure =
		(const char *)&all->items[candidates_ahead(candidates, a, by + 2 * AHEAD)];
	for (size_t at = 0; at < sizeof *all->items; at += LINE)
		__builtin_prefetch(figure + at);
	const uint32_t *words =
		terms->items + all->items[candidates_ahead(candidates, a, by + AHEAD)].first;
	__builtin_prefetch(words);
	__builtin_prefetch(words + LINE / sizeof *words);
}

/* Compares the figures that share a key. */
static void
compare_figures(const struct figures *all, const struct terms *terms,
	struct candidates *candidates, struct parts *parts, struct ties *ties)
{
	const struct figure *figures = all->items;
	for (uint32_t a = 0; a < all->count; a++) {
		size_t count;
		const struct candidate *others = candidates_of(candidates, a, &count);
		struct likened likened;
		if (count > 0)
			likened_make(&likened, terms->items, &figures[a], &all->company);
		for (size_t i = 0; i < count; i++) {
			uint32_t b = others[i].thing;
			fetch_ahead(all, terms, candidates, a, i);
			if (!likeness_possible(&figures[a], &figures[b]))
				continue;
			float alike = likeness(&likened, &figures[b]);
			parts_tie(parts, a, b, alike);
			ties_add(ties, a, b, alike);
		}
	}
}

/* A hash of the words that a figure is told in. */
static uint64_t
wording_of(const struct figure *figure, const struct corpus *corpus)
{
	uint64_t hash = map_hash(corpus->sentences[figure->sentence].text);
	uint64_t derived = (uint64_t)figure->derived << 36 | (uint64_t)figure->change << 32;
	return (hash ^ corpus->numbers[figure->number].start ^ derived) * 0x9e3779b97f4a7c15u;
}

/*
 * For each figure the first that is told in the same sentence, word for word. What many reports
 * carry is compared once, and has one vote. To be freed.
 */
static uint32_t *
find_originals(const struct figures *figures, const struct corpus *corpus)
{
	size_t count = figures->count;
	uint64_t *wordings = memory_new(count * sizeof *wordings);
	uint32_t *originals = memory_new(count * sizeof *originals);
	struct sort_pair *order = memory_new(count * sizeof *order);
	for (uint32_t i = 0; i < count; i++) {
		wordings[i] = wording_of(&figures->items[i], corpus);
		order[i] = (struct sort_pair){(uint32_t)wordings[i], i};
	}
	sort_pairs(order, count);
	for (size_t i = 0; i < count; i++)
		order[i].key = (uint32_t)(wordings[order[i].value] >> 32);
	sort_pairs(order, count);
	for (size_t i = 0; i < count; i++) {
		uint32_t figure = order[i].value;
		bool first = i == 0 || wordings[order[i - 1].value] != wordings[figure];
		originals[figure] = first ? figure : originals[order[i - 1].value];
	}
	free(wordings);
	free(order);
	return originals;
}

static void
find_ties(const struct figures *figures, const struct terms *terms, const uint32_t *originals,
	struct parts *parts, struct ties *ties)
{
	struct candidates candidates = {.things = figures->count};
	for (size_t i = 0; i < figures->count; i++)
		if (originals[i] == i)
			add_keys(&candidates, &figures->items[i], (uint32_t)i);
	candidates_keep(&candidates, KEY_LIMIT, PAIRS_MIN + figures->count * PAIRS_EACH);
	candidates_ready(&candidates);
	parts_begin(parts, figures->count);
	compare_figures(figures, terms, &candidates, parts, ties);
	candidates_free(&candidates);
	size_t alone = parts_end(parts);
	if (alone > 0)
		note("%zu figures that all look alike are not compared", alone);
	ties_keep(ties, parts);
	partners_untie(figures, ties);
}

/* Figures stand in the order of their numbers and stay so in each cluster. */
static void
sort_by_cluster(struct figures *figures)
{
	struct sort_pair *order = memory_new(figures->count * sizeof *order);
	for (uint32_t i = 0; i < figures->count; i++)
		order[i] = (struct sort_pair){figures->items[i].cluster, i};
	sort_pairs(order, figures->count);
	sort_arrange(figures->items, sizeof *figures->items, order, figures->count);
	free(order);
}

/* Finds the cluster of each figure, the same for those that are told in the same words. */
static void
group(struct figures *figures, const uint32_t *originals, const struct parts *parts,
	struct ties *ties)
{
	uint32_t *clusters = memory_new(figures->count * sizeof *clusters);
	cluster(clusters, parts, ties, UNCOMPARED);
	strays_part(clusters, figures, ties);
	for (size_t i = 0; i < figures->count; i++)
		figures->items[i].cluster = clusters[originals[i]];
	free(clusters);
}

/* Names the clusters by the order of their first members; there were `count` at most. */
static void
number_clusters(struct figures *figures, size_t count)
{
	uint32_t *numbers = memory_new_zeroed(count, sizeof *numbers);
	for (size_t i = 0; i < figures->count; i++) {
		uint32_t *number = &numbers[figures->items[i].cluster];
		if (*number == 0)
			*number = (uint32_t)++figures->clusters;
		figures->items[i].cluster = *number;
	}
	free(numbers);
	sort_by_cluster(figures);
}

static bool
same_amount(const struct figure *a, const struct figure *b)
{
	return a->dimension == b->dimension && a->factor == b->factor &&
	       a->change == b->change && a->interval.low == b->interval.low &&
	       a->interval.high == b->interval.high && a->interval.slack == b->interval.slack &&
	       a->interval.bound == b->interval.bound;
}

/* Whether all figures before it agree with the one at `at`; those that say the same once. */
static bool
agrees_with_all(const struct figure *figures, size_t at)
{
	const struct figure *figure = &figures[at];
	size_t apart = 0;
	for (size_t i = at; i-- > 0 && apart < AMOUNTS_MAX;) {
		if (same_amount(&figures[i], figure))
			return true; /* which was asked before */
		apart++;
		struct interval left = change_amount(figure, &figures[i]);
		struct interval right = change_amount(&figures[i], figure);
		if (figure->dimension == figures[i].dimension && !interval_agree(&left, &right))
			return false;
	}
	return true;
}

static enum figure_verdict
verdict_of(const struct figure *figures, size_t count)
{
	bool one_report = true, one_unit = true, agree = true;
	for (size_t i = 0; i < count; i++) {
		const struct figure *figure = &figures[i];
		one_report = one_report && figure->report == figures->report;
		one_unit = one_unit && figure->unit == figures->unit;
		agree = agree && agrees_with_all(figures, i);
	}
	if (one_report)
		return VERDICT_SINGLE;
	if (!agree)
		return VERDICT_DIFFER;
	return one_unit ? VERDICT_AGREE : VERDICT_UNIT;
}

static void
judge(struct figures *figures)
{
	for (size_t start = 0, end; start < figures->count; start = end) {
		struct figure *first = &figures->items[start];
		for (end = start + 1;
			end < figures->count && figures->items[end].cluster == first->cluster;)
			end++;
		enum figure_verdict verdict = verdict_of(first, end - start);
		for (size_t i = start; i < end; i++)
			figures->items[i].verdict = (uint8_t)verdict;
		figures->differ = figures->differ || verdict == VERDICT_DIFFER;
	}
}

void
figures_find(struct figures *figures, struct corpus *corpus, struct lexicons *lexicons,
	struct terms *terms)
{
	figures_read(figures, corpus, lexicons, terms);
	derive_figures(figures, corpus, terms);
	struct parts parts = {0};
	struct ties ties = {0};
	uint32_t *originals = find_originals(figures, corpus);
	find_ties(figures, terms, originals, &parts, &ties);
	group(figures, originals, &parts, &ties);
	parts_free(&parts);
	ties_free(&ties);
	size_t all = figures->count;
	derive_keep(figures, corpus);
	number_clusters(figures, all);
	derive_write_fields(figures, corpus);
	free(originals);
	judge(figures);
}

void
figure_write(struct buffer *to, const struct corpus *corpus, const struct figure *figure,
	struct slice speaker)
{
	static const char *const verdicts[] = {"agree", "differ", "unit", "single"};
	const struct number *number = &corpus->numbers[figure->number];
	const struct sentence *sentence = &corpus->sentences[figure->sentence];
	struct buffer name = {0};
	buffer_add_byte(&name, 'f');
	buffer_add_size(&name, figure->cluster);
	record_begin(to, RECORD_FIGURE, buffer_slice(&name));
	buffer_free(&name);
	record_add(to, slice_of(verdicts[figure->verdict]));
	record_add_written(to, corpus->reports[figure->report].id);
	record_add_size(to, sentence->n);
	record_add(to, number_field(number, NUMBER_FIELD_LOW));
	record_add(to, number_field(number, NUMBER_FIELD_HIGH));
	record_add(to, number_field(number, NUMBER_FIELD_UNIT));
	record_add(to, number_field(number, NUMBER_FIELD_WHAT));
	record_add(to, speaker);
	record_add(to, slice_cut(sentence->text, number->start, number->end));
	record_add_size(to, number->start);
	record_add_size(to, number->end);
	record_end(to);
}

void
figures_free(struct figures *figures)
{
	free(figures->items);
	units_free(&figures->units);
	map_free(&figures->names);
}
