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

/* What a word tells of two sentences being one: rare words differ little among themselves. */
static inline unsigned
similarity_weight(uint32_t term)
{
	enum {
		BITS_MAX = 9, /* a rare name is not worth more than a rare word */
		BITS_TOLD_BY_ALL = 3,
	};
	unsigned bits = term & TERM_BITS;
	if (bits > BITS_MAX)
		bits = BITS_MAX;
	return bits > BITS_TOLD_BY_ALL ? bits - BITS_TOLD_BY_ALL : 0;
}

/* The most that two sentences can share, and what each has. */
struct glance {
	unsigned stems, weight, product, words; /* stems: of weight; words: all */
	unsigned words_a, words_b, weight_a, weight_b, norm_a, norm_b; /* as of `compared` */
};

/*
 * Whether the similarity of the two may be as much as `least`; never false where it is. It must
 * follow whatever similarity() asks for.
 */
bool similarity_possible(const struct glance *glance, float least);

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
