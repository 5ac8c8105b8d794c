#include "tagger.h"

#include <stdlib.h>

#include "memory.h"

void
scores_reserve(struct scores *scores, size_t count)
{
	scores->items =
		memory_reserve(scores->items, &scores->capacity, count, sizeof *scores->items);
}

enum {
	BEGINNINGS = LABEL_I_CUE, /* LABEL_O and those that begin a run: they may follow any */
};

/* A word's best steps to LABEL_O and the labels that begin a run, all at a time. */
static void
step_to_beginnings(
	int32_t score[LABELS], const int32_t before[LABELS], const struct steps *steps)
{
	int32_t best[BEGINNINGS];
	for (int label = 0; label < BEGINNINGS; label++)
		best[label] = before[0] + steps->from[0][label];
	for (int i = 1; i < LABEL_UNUSED; i++)
		for (int label = 0; label < BEGINNINGS; label++) {
			int32_t total = before[i] + steps->from[i][label];
			best[label] = total > best[label] ? total : best[label];
		}
	for (int label = 0; label < BEGINNINGS; label++)
		score[label] += best[label];
}

/* A label that goes a run on follows itself or the one that begins it, no other. */
static void
step_to_insides(int32_t score[LABELS], const int32_t before[LABELS], const struct steps *steps)
{
	for (int label = BEGINNINGS; label < LABEL_UNUSED; label++) {
		int begin = label - LABEL_INSIDE;
		int32_t begun = before[begin] + steps->from[begin][label];
		int32_t inside = before[label] + steps->from[label][label];
		score[label] += inside > begun ? inside : begun;
	}
}

/* The label before it from which the best step leads to `label`; the first of equal ones. */
static int
best_before(const int32_t before[LABELS], const struct steps *steps, int label)
{
	bool begins = label < BEGINNINGS;
	int best = begins ? 0 : label - LABEL_INSIDE;
	for (int i = begins ? 1 : label; i < (begins ? LABEL_UNUSED : label + 1); i++)
		if (before[i] + steps->from[i][label] > before[best] + steps->from[best][label])
			best = i;
	return best;
}

/* Whether the word can have no label but LABEL_O. */
static bool
is_mute(const int32_t score[LABELS])
{
	return score[LABEL_B_CUE] == SCORE_NEVER;
}

static void
step(int32_t score[LABELS], const int32_t before[LABELS], const struct steps *steps)
{
	if (is_mute(score)) {
		int from = is_mute(before) ? LABEL_O : best_before(before, steps, LABEL_O);
		score[LABEL_O] += before[from] + steps->from[from][LABEL_O];
		return;
	}
	step_to_beginnings(score, before, steps);
	step_to_insides(score, before, steps);
}

void
scores_decode(struct scores *scores, const struct steps *steps, size_t count, uint8_t *labels)
{
	if (count == 0)
		return;
	for (int label = BEGINNINGS; label < LABELS; label++)
		scores->items[0][label] = SCORE_NEVER;
	for (size_t i = 1; i < count; i++)
		step(scores->items[i], scores->items[i - 1], steps);
	int best = LABEL_O;
	for (int label = 0; label < LABEL_UNUSED; label++)
		if (scores->items[count - 1][label] > scores->items[count - 1][best])
			best = label;
	for (size_t i = count; i-- > 0;) {
		labels[i] = (uint8_t)best;
		if (i > 0 && (best != LABEL_O || !is_mute(scores->items[i - 1])))
			best = best_before(scores->items[i - 1], steps, best);
	}
}

void
scores_free(struct scores *scores)
{
	free(scores->items);
	*scores = (struct scores){0};
}
