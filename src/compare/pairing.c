#include "pairing.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

/* Similar enough to be kept if nothing is better; and whatever the others are. */
static const float SIMILAR = 0.47f, CLEAR = 0.55f;

enum {
	NEARBY = 2 /* sentences */
};

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

static void
note_best(float *best, uint32_t sentence, float similarity)
{
	if (best[sentence] < similarity)
		best[sentence] = similarity;
}

static bool
is_beside(const struct reuse *pair, const struct reuse *other)
{
	return other->similarity >= SIMILAR && other->b <= pair->b + NEARBY &&
	       pair->b <= other->b + NEARBY;
}

/* Whether a pair of sentences near to those of items[at] is similar. */
static bool
has_company(const struct reuse *items, size_t count, size_t at)
{
	const struct reuse *pair = &items[at];
	for (size_t i = at; i-- > 0 && items[i].a + NEARBY >= pair->a;)
		if (is_beside(pair, &items[i]))
			return true;
	for (size_t i = at + 1; i < count && items[i].a <= pair->a + NEARBY; i++)
		if (is_beside(pair, &items[i]))
			return true;
	return false;
}

static bool
is_kept(const float *best, const struct reuse *items, size_t count, size_t at)
{
	const struct reuse *pair = &items[at];
	if (pair->similarity >= CLEAR)
		return true;
	if (pair->similarity < best[pair->a] || pair->similarity < best[pair->b])
		return false;
	return pair->similarity >= SIMILAR || has_company(items, count, at);
}

/* Chooses among the pairs of two reports. Those kept go to `to`, in front of them. */
static size_t
choose(float *best, const struct reuse *items, size_t count, struct reuse *to)
{
	bool *kept = memory_new(count * sizeof *kept);
	for (size_t i = 0; i < count; i++) {
		note_best(best, items[i].a, items[i].similarity);
		note_best(best, items[i].b, items[i].similarity);
	}
	for (size_t i = 0; i < count; i++)
		kept[i] = is_kept(best, items, count, i);
	size_t kept_count = 0;
	for (size_t i = 0; i < count; i++) {
		best[items[i].a] = best[items[i].b] = 0;
		if (kept[i])
			to[kept_count++] = items[i];
	}
	free(kept);
	return kept_count;
}

size_t
pairing_keep(struct pairing *pairing, const struct corpus *corpus, struct reuse *items,
	size_t first, size_t count)
{
	if (!pairing->best)
		pairing->best =
			memory_new_zeroed(corpus->sentence_count, sizeof *pairing->best);
	sort_items(items + first, count - first, sizeof *items, compare_reports, corpus);
	size_t kept = first;
	for (size_t start = first, end; start < count; start = end) {
		uint32_t report = report_of(corpus, items[start].b);
		for (end = start + 1; end < count && report_of(corpus, items[end].b) == report;)
			end++;
		kept += choose(pairing->best, items + start, end - start, items + kept);
	}
	sort_items(items + first, kept - first, sizeof *items, compare_sentences, NULL);
	return kept;
}

void
pairing_free(struct pairing *pairing)
{
	free(pairing->best);
}
