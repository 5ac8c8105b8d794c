/* similarity: how much two sentences have in common, by the weight of the words they share. */
#ifndef SIMILARITY_H
#define SIMILARITY_H

#include <stdbool.h>

#include "align.h"
#include "terms.h"

/* A sentence that others are compared with. */
struct compared {
	struct places places; /* of its terms */
	unsigned numbers;
	float norm;   /* the sum of the squares of its weights */
	float weight; /* of its words, and one for each word's place */
	struct alignment alignment;
};

/*
 * What is kept of a sentence to see at a glance that another one is not like it: which of 128
 * bits its stems of weight stand for, how many stand for one that another does too, and sums.
 */
struct outline {
	uint64_t bits[2];
	uint64_t words : 9, stems : 9, hidden : 9, weight : 12, norm : 14;
};

void outline_make(struct outline *outline, const uint32_t *terms, size_t count);

/*
 * Whether similarity() may reach `least` for the sentences of two outlines: never false where
 * it does. Most pairs that share a rare word or two are told from copies by this alone.
 */
bool similarity_possible(const struct outline *a, const struct outline *b, float least);

/* To be called for each sentence; all zero before the first, compared_free() after the last. */
void compared_make(struct compared *compared, const uint32_t *terms, size_t count);
void compared_free(struct compared *compared);

/*
 * How alike the sentences are, 0..1: for three quarters the cosine of their weights, for one
 * quarter the share of the lighter one's words that stand in common order. Less where both hold
 * numbers and most of them disagree: sentences of one pattern ("the index rose 3 percent to
 * 1,010") are no copies of one another. 0 where it must be below `least`, or where they share
 * too little to tell. Where it is not, compared->alignment is that of the two.
 *
 * The same two sentences give the same number wherever they are compared, the smaller one as
 * `compared`.
 */
float similarity(struct compared *compared, const uint32_t *terms, size_t count, float least);

#endif
