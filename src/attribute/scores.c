#include "tagger.h"

#include <stdlib.h>

#include "memory.h"

void
scores_reserve(struct scores *scores, size_t count)
{
	scores->items =
		memory_reserve(scores->items, &scores->capacity, count, sizeof *scores->items);
	scores->from = memory_reserve(
		scores->from, &scores->from_capacity, count, sizeof *scores->from);
}

enum {
	BEGINNINGS = LABEL_I_CUE, /* LABEL_O and those that begin a run: they may follow any */
};

/* A word's best steps to LABEL_O and the labels that begin a run, all at a time. */
static void
step_to_beginnings(int32_t score[LABELS], int32_t from[LABELS], const int32_t before[LABELS],
	const struct steps *steps)
{
	int32_t best[BEGINNINGS], best_from[BEGINNINGS];
	for (int label = 0; label < BEGINNINGS; label++) {
		best[label] = before[0] + steps->from[0][label];
		best_from[label] = 0;
	}
	for (int i = 1; i < LABEL_UNUSED; i++)
		for (int label = 0; label < BEGINNINGS; label++) {
			int32_t total = before[i] + steps->from[i][label];
			best_from[label] = total > best[label] ? i : best_from[label];
			best[label] = total > best[label] ? total : best[label];
		}
	for (int label = 0; label < BEGINNINGS; label++) {
		score[label] += best[label];
		from[label] = best_from[label];
	}
}

/* A label that goes a run on follows itself or the one that begins it, no other. */
static void
step_to_insides(int32_t score[LABELS], int32_t from[LABELS], const int32_t before[LABELS],
	const struct steps *steps)
{
	for (int label = BEGINNINGS; label < LABEL_UNUSED; label++) {
		int begin = label - LABEL_INSIDE;
		int32_t begun = before[begin] + steps->from[begin][label];
		int32_t inside = before[label] + steps->from[label][label];
		score[label] += inside > begun ? inside : begun;
		from[label] = inside > begun ? label : begin;
	}
}

void
scores_decode(struct scores *scores, const struct steps *steps, size_t count, uint8_t *labels)
{
	if (count == 0)
		return;
	for (int label = BEGINNINGS; label < LABELS; label++)
		scores->items[0][label] = SCORE_NEVER;
	for (size_t i = 1; i < count; i++) {
		int32_t *before = scores->items[i - 1];
		step_to_beginnings(scores->items[i], scores->from[i], before, steps);
		step_to_insides(scores->items[i], scores->from[i], before, steps);
	}
	int32_t best = LABEL_O;
	for (int label = 0; label < LABEL_UNUSED; label++)
		if (scores->items[count - 1][label] > scores->items[count - 1][best])
			best = label;
	for (size_t i = count; i-- > 0;) {
		labels[i] = (uint8_t)best;
		best = i ? scores->from[i][best] : best;
	}
}

void
scores_free(struct scores *scores)
{
	free(scores->items);
	free(scores->from);
	*scores = (struct scores){0};
}
