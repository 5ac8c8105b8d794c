#include "tagger.h"

#include <stdlib.h>

#include "memory.h"

void
scores_reserve(struct scores *scores, size_t count)
{
	scores->items =
		memory_reserve(scores->items, &scores->capacity, count, sizeof *scores->items);
}

/* Labels are worked on by halves, of which compilers make one vector each. */
enum {
	BEGINNINGS = LABEL_I_CUE, /* LABEL_O and those that begin a run: they may follow any */
	INSIDES = LABELS - BEGINNINGS,
};

/* The steps as they are asked for: to the labels that go a run on, and by the label they lead
 * to. */
struct ways {
	int16_t begun[INSIDES],
		inside[INSIDES]; /* from the label that begins the run; from itself */
	int16_t onto[BEGINNINGS][LABELS];
};

static struct ways
ways_of(const struct steps *steps)
{
	struct ways ways = {{0}, {0}, {{0}}};
	for (int label = LABEL_I_CUE; label < LABEL_UNUSED; label++) {
		ways.begun[label - BEGINNINGS] = steps->from[label - LABEL_INSIDE][label];
		ways.inside[label - BEGINNINGS] = steps->from[label][label];
	}
	for (int label = 0; label < BEGINNINGS; label++)
		for (int i = 0; i < LABELS; i++)
			ways.onto[label][i] = steps->from[i][label];
	return ways;
}

static inline int16_t
larger(int16_t a, int16_t b)
{
	return a > b ? a : b;
}

/* A word's best steps to LABEL_O and the labels that begin a run, all at a time. */
static inline void
step_to_beginnings(
	int16_t score[LABELS], const int16_t before[LABELS], const struct steps *steps)
{
	int16_t best[BEGINNINGS];
	for (int label = 0; label < BEGINNINGS; label++)
		best[label] = (int16_t)(before[0] + steps->from[0][label]);
	for (int i = 1; i < LABEL_UNUSED; i++)
		for (int label = 0; label < BEGINNINGS; label++)
			best[label] = larger(
				best[label], (int16_t)(before[i] + steps->from[i][label]));
	for (int label = 0; label < BEGINNINGS; label++)
		score[label] = (int16_t)(score[label] + best[label]);
}

/* A label that goes a run on follows itself or the one that begins it, no other. */
static inline void
step_to_insides(int16_t score[LABELS], const int16_t before[LABELS], const struct ways *ways)
{
	const int16_t *begins = before + BEGINNINGS - LABEL_INSIDE;
	const int16_t *insides = before + BEGINNINGS;
	for (int i = 0; i < INSIDES; i++) {
		int16_t begun = (int16_t)(begins[i] + ways->begun[i]);
		int16_t inside = (int16_t)(insides[i] + ways->inside[i]);
		score[BEGINNINGS + i] =
			(int16_t)(score[BEGINNINGS + i] + larger(begun, inside));
	}
}

/* Scores count from that of LABEL_O on: they stay small, however long the paragraph is. */
static inline void
level(int16_t score[LABELS])
{
	int16_t nothing = score[LABEL_O];
	for (int label = 0; label < LABELS; label++)
		score[label] = larger((int16_t)(score[label] - nothing), SCORE_NEVER);
	score[LABEL_UNUSED] = SCORE_NEVER;
}

/* The label before it from which the best step leads to `label`; the first of equal ones. */
static int
best_before(const int16_t before[LABELS], const struct ways *ways, int label)
{
	if (label >= BEGINNINGS) {
		int i = label - BEGINNINGS, begin = label - LABEL_INSIDE;
		return before[label] + ways->inside[i] > before[begin] + ways->begun[i] ? label
											: begin;
	}
	int16_t total[LABELS], most = SCORE_NEVER;
	for (int i = 0; i < LABELS; i++)
		total[i] = (int16_t)(before[i] + ways->onto[label][i]);
	for (int i = 0; i < LABELS; i++)
		most = larger(most, total[i]);
	int best = 0;
	while (total[best] != most)
		best++;
	return best;
}

/* Whether the word can have no label but LABEL_O. */
static bool
is_mute(const int16_t score[LABELS])
{
	return score[LABEL_B_CUE] == SCORE_NEVER;
}

void
scores_decode(struct scores *scores, const struct steps *steps, size_t count, uint8_t *labels)
{
	if (count == 0)
		return;
	struct ways ways = ways_of(steps);
	for (int label = BEGINNINGS; label < LABELS; label++)
		scores->items[0][label] = SCORE_NEVER;
	level(scores->items[0]);
	for (size_t i = 1; i < count; i++) {
		int16_t *score = scores->items[i];
		if (is_mute(score))
			continue;
		step_to_beginnings(score, score - LABELS, steps);
		step_to_insides(score, score - LABELS, &ways);
		level(score);
	}
	int best = LABEL_O;
	for (int label = 0; label < LABEL_UNUSED; label++)
		if (scores->items[count - 1][label] > scores->items[count - 1][best])
			best = label;
	for (size_t i = count; i-- > 0;) {
		labels[i] = (uint8_t)best;
		if (i > 0 && (best != LABEL_O || !is_mute(scores->items[i - 1])))
			best = best_before(scores->items[i - 1], &ways, best);
	}
}

void
scores_free(struct scores *scores)
{
	free(scores->items);
	*scores = (struct scores){0};
}
