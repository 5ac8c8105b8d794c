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

/* The best step to `label` at a word, added to its score. */
static uint8_t
step(int32_t *score, const int32_t before[LABELS], int32_t steps[LABELS][LABELS], int label)
{
	int best = LABEL_O;
	int32_t best_score = INT32_MIN;
	for (int from = LABEL_O; from < LABELS; from++) {
		if (!label_may_follow((enum label)from, (enum label)label))
			continue;
		int32_t total = before[from] + steps[from][label];
		if (total > best_score) {
			best_score = total;
			best = from;
		}
	}
	*score += best_score;
	return (uint8_t)best;
}

void
scores_decode(
	struct scores *scores, int32_t steps[LABELS][LABELS], size_t count, uint8_t *labels)
{
	if (count == 0)
		return;
	for (int label = LABEL_I_CUE; label < LABELS; label++)
		scores->items[0][label] = INT32_MIN / 2;
	for (size_t i = 1; i < count; i++)
		for (int label = LABEL_O; label < LABELS; label++)
			scores->from[i][label] = step(
				&scores->items[i][label], scores->items[i - 1], steps, label);
	int best = LABEL_O;
	for (int label = LABEL_O; label < LABELS; label++)
		if (scores->items[count - 1][label] > scores->items[count - 1][best])
			best = label;
	for (size_t i = count; i-- > 0;) {
		labels[i] = (uint8_t)best;
		best = scores->from[i][best];
	}
}

void
scores_free(struct scores *scores)
{
	free(scores->items);
	free(scores->from);
	*scores = (struct scores){0};
}
