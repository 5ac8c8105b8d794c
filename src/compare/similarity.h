/*
 * similarity: how much two sentences have in common, by the weight of the words they share.
 *
 * A word's weight is how much it tells, in bits: half by its share in English at large, half by
 * its share in this collection, where the names of the event are no news in any sentence.
 */
#ifndef SIMILARITY_H
#define SIMILARITY_H

#include "align.h"
#include "corpus.h"
#include "words.h"

/* How often each stem stands in the collection; stems share a counter by chance, rarely. */
struct frequencies {
	uint32_t *counts;
	uint32_t mask;
	double total;
};

/* Counts the words of all sentences. */
void frequencies_make(struct frequencies *frequencies, const struct corpus *corpus,
	struct lexicons *lexicons);

void frequencies_free(struct frequencies *frequencies);

struct feature {
	uint32_t stem;
	bool number;
	float weight;
};

/* A sentence as the set of its stems, in their order. All zero before its first use. */
struct profile {
	struct words words; /* in the order of the text */
	float *weights;     /* of those words */
	double weight;      /* their sum, and one more for each word */
	struct feature *features;
	size_t count, capacity, weight_capacity;
	double norm; /* the sum of the squares of the weights */
	size_t numbers;
};

/* Fills `profile` anew; only the first PROFILE_BYTES of the text are looked at. */
enum {
	PROFILE_BYTES = 16384
};
void profile_make(struct profile *profile, const struct frequencies *frequencies,
	const struct lexicon *lexicon, struct slice text);

void profile_free(struct profile *profile);

/*
 * How alike two sentences are, 0..1: for three quarters the cosine of their profiles, for one
 * quarter the share of the lighter one's words that stand in common order. Less where both hold
 * numbers and most of them disagree: sentences of one pattern ("the index rose 3 percent to
 * 1,010") are no copies of one another. 0 where they share too little to tell.
 */
double similarity(
	const struct profile *a, const struct profile *b, struct alignment *alignment);

#endif
