/*
 * tagger: a linear model that gives each word of a paragraph its label: the sum of the weights
 * of its features and of the step from the label before it, the best sequence by Viterbi's
 * method. The weights are learned by the averaged structured perceptron (Collins 2002) and
 * compiled in from the file `weights`, which `make train` writes.
 */
#ifndef TAGGER_H
#define TAGGER_H

#include "views.h"

enum {
	WEIGHTS_BUCKETS = 30000,
	WEIGHTS_ROWS = 4, /* in a bucket: together a line of the processor's cache */
};

/* A feature's weights, one for each label; place 0 holds the feature's fingerprint, not 0. */
struct weights_row {
	int8_t of[LABELS];
};

struct weights {
	char magic[16];
	int32_t steps[LABELS][LABELS]; /* from a label to the next */
	char unused[48];
	struct weights_row rows[WEIGHTS_BUCKETS][WEIGHTS_ROWS];
};

/* Where a feature's row is looked for, and by which fingerprint it is known there. */
static inline uint32_t
weights_bucket(uint64_t feature)
{
	return (uint32_t)(((feature >> 32) * WEIGHTS_BUCKETS) >> 32);
}

static inline int8_t
weights_fingerprint(uint64_t feature)
{
	uint8_t byte = (uint8_t)(feature >> 8);
	return (int8_t)(byte ? byte : 1);
}

/* The scores of all labels for each word of a paragraph. */
struct scores {
	int32_t (*items)[LABELS];
	uint8_t (*from)[LABELS]; /* the best label before it */
	size_t capacity, from_capacity;
};

/* Whether a label may follow another: what goes on must have begun. */
static inline bool
label_may_follow(enum label before, enum label label)
{
	return label < LABEL_I_CUE || before == label || before + LABEL_INSIDE == label;
}

/* Makes room for `count` words. */
void scores_reserve(struct scores *scores, size_t count);

/* The best sequence of labels for `count` words whose scores are filled in. */
void scores_decode(
	struct scores *scores, int32_t steps[LABELS][LABELS], size_t count, uint8_t *labels);

void scores_free(struct scores *scores);

struct tagger {
	struct views views;
	struct scores scores;
};

/* Gives a paragraph's words their labels; `labels` holds those by the rules, and is replaced.
 */
void tagger_label(struct tagger *tagger, const struct article *article,
	const struct paragraph *paragraph, uint8_t *labels);

void tagger_free(struct tagger *tagger);

#endif
