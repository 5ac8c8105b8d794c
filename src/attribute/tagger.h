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

/*
 * Features that share a bucket are told apart by a fingerprint, 0 where there is none. A row is
 * a weight for each label but LABEL_UNUSED; what stands behind the last row may be read.
 */
struct weights_bucket {
	uint8_t fingerprints[WEIGHTS_ROWS];
	int8_t rows[WEIGHTS_ROWS][LABELS - 1];
};

/* What it weighs that a label is followed by another. */
struct steps {
	int32_t from[LABELS][LABELS];
};

struct weights {
	char magic[64];
	struct steps steps;
	struct weights_bucket buckets[WEIGHTS_BUCKETS];
	char end[64];
};

static inline uint32_t
weights_place(uint64_t feature)
{
	return (uint32_t)(((feature >> 32) * WEIGHTS_BUCKETS) >> 32);
}

static inline uint8_t
weights_fingerprint(uint64_t feature)
{
	uint8_t byte = (uint8_t)(feature >> 8);
	return byte ? byte : 1;
}

/* The scores of all labels for each word of a paragraph. */
struct scores {
	int32_t (*items)[LABELS];
	size_t capacity;
};

enum {
	SCORE_NEVER = -(1 << 28), /* of what cannot be; two of them still fit an int32_t */
};

/* Makes room for `count` words. */
void scores_reserve(struct scores *scores, size_t count);

/* The best sequence of labels for `count` words whose scores are filled in. */
void scores_decode(
	struct scores *scores, const struct steps *steps, size_t count, uint8_t *labels);

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
