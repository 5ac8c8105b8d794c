/*
 * weights: what a word tells in this collection, where the names of the event are no news in
 * any sentence; a small collection is filled up with the language at large. What even the
 * commonest words tell is taken off.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "terms.h"

enum {
	WEIGHT = 0x1f, /* of a term that is weighed, in half bits, instead of TERM_BITS */
	WEIGHTS_MANTISSA_BITS = 12,
};

/* How often each stem stands in the collection. All zero before weights_make(). */
struct weights {
	/* private */
	uint32_t *counts;
	uint32_t shift;
	float logarithms[1 << WEIGHTS_MANTISSA_BITS];
	float at_large[TERM_BITS + 1]; /* of a few words those that tell so many bits */
	float total;
};

/* Where it is counted how often the term's stem stands in the collection. */
static inline uint32_t *
weights_counter(const struct weights *weights, uint32_t term)
{
	return &weights->counts[((term & (uint32_t)TERM_STEM) * 0x9e3779b1u) >> weights->shift];
}

void weights_make(struct weights *weights, const struct terms *terms);

/* Says that a term will soon be weighed. */
static inline void
weights_fetch(const struct weights *weights, uint32_t term)
{
	__builtin_prefetch(weights_counter(weights, term));
}

/* The term with its weight; that of a word that stood in the sentence before is 0. */
uint32_t weights_weigh(const struct weights *weights, uint32_t term);

static inline float
term_weight(uint32_t weighed)
{
	return (float)(weighed & WEIGHT) / 2;
}

void weights_free(struct weights *weights);

#endif
