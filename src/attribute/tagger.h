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
	WEIGHTS_ROWS = 124000,
};

/*
 * The weights of a feature, one for each label but LABEL_UNUSED. A place has room for one
 * feature, which its fingerprint tells from others; those of an empty row are 0.
 */
struct weights_row {
	uint8_t fingerprint;
	int8_t of[LABELS - 1];
};

/* What it weighs that a label is followed by another. */
struct steps {
	int16_t from[LABELS][LABELS];
};

struct weights {
	char magic[64];
	struct steps steps;
	struct weights_row rows[WEIGHTS_ROWS + 1]; /* the last is always empty */
};

/* The place of a feature's row, and its fingerprint there: other bits of its hash. */
static inline uint32_t
weights_place(uint64_t feature)
{
	return (uint32_t)(((feature >> 32) * WEIGHTS_ROWS) >> 32);
}

static inline uint8_t
weights_fingerprint(uint64_t feature)
{
	return (uint8_t)(feature >> 36);
}

/* The scores of all labels for each word of a paragraph. */
struct scores {
	int16_t (*items)[LABELS];
	size_t capacity;
};

enum {
	SCORE_NEVER = INT16_MIN / 2, /* of what cannot be */
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
