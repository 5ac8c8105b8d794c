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

/* Whether a label may follow another: what goes on must have begun. */
static bool
may_follow(int before, int label)
{
	if (before == LABEL_UNUSED || label == LABEL_UNUSED)
		return false;
	return label < LABEL_I_CUE || before == label || before + LABEL_INSIDE == label;
}

/* The best steps to all labels of a word, all at a time; they are added to its scores. */
static void
step(int32_t score[LABELS], int32_t from[LABELS], const int32_t before[LABELS],
	const struct steps *steps)
{
	int32_t best[LABELS], best_from[LABELS];
	for (int label = 0; label < LABELS; label++) {
		best[label] = before[0] + steps->from[0][label];
		best_from[label] = 0;
	}
	for (int i = 1; i < LABELS - 1; i++)
		for (int label = 0; label < LABELS; label++) {
			int32_t total = before[i] + steps->from[i][label];
			best_from[label] = total > best[label] ? i : best_from[label];
			best[label] = total > best[label] ? total : best[label];
		}
	for (int label = 0; label < LABELS; label++) {
		score[label] += best[label];
		from[label] = best_from[label];
	}
}

void
scores_decode(struct scores *scores, const struct steps *steps, size_t count, uint8_t *labels)
{
	if (count == 0)
		return;
	struct steps allowed;
	for (int i = 0; i < LABELS; i++)
		for (int k = 0; k < LABELS; k++)
			allowed.from[i][k] = may_follow(i, k) ? steps->from[i][k] : SCORE_NEVER;
	for (int label = LABEL_I_CUE; label < LABELS; label++)
		scores->items[0][label] = SCORE_NEVER;
	for (size_t i = 1; i < count; i++)
		step(scores->items[i], scores->from[i], scores->items[i - 1], &allowed);
	int32_t best = LABEL_O;
	for (int label = 0; label < LABELS - 1; label++)
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
