#include "weights.h"

#include <math.h>
#include <stdlib.h>

#include "memory.h"

enum {
	BITS_TOLD_BY_ALL = 3,  /* what the commonest words tell */
	COUNTER_BITS_MAX = 22, /* counters of stems; some share one by chance */
	TOLD_MAX = 20,
	PRIOR = 3000, /* words of the language at large that a collection is put beside */
	LOGARITHMS = 1 << WEIGHTS_MANTISSA_BITS,
};

void
weights_make(struct weights *weights, const struct terms *terms)
{
	uint32_t bits = 10;
	while (bits < COUNTER_BITS_MAX && (size_t)1 << bits < terms->count)
		bits++;
	weights->shift = 32 - bits;
	weights->counts = memory_new_zeroed((size_t)1 << bits, sizeof *weights->counts);
	weights->total = (float)terms->count;
	for (size_t i = 0; i < terms->count; i++)
		++*weights_counter(weights, terms->items[i]);
	for (size_t i = 0; i < LOGARITHMS; i++)
		weights->logarithms[i] = (float)log2(1 + ((double)i + 0.5) / LOGARITHMS);
	for (int i = 0; i <= TERM_BITS; i++)
		weights->at_large[i] = (float)ldexp(PRIOR, -i);
}

/* The logarithm to base 2 of a number from 2^-30 on, to a thousandth. */
static float
logarithm(const struct weights *weights, float number)
{
	uint32_t bits;
	memcpy(&bits, &number, sizeof bits);
	int exponent = (int)(bits >> 23) - 127;
	return (float)exponent +
	       weights->logarithms[bits >> (23 - WEIGHTS_MANTISSA_BITS) & (LOGARITHMS - 1)];
}

uint32_t
weights_weigh(const struct weights *weights, uint32_t term)
{
	if (!(term & TERM_BITS))
		return term;
	float count = (float)*weights_counter(weights, term);
	float alike = count + weights->at_large[term & TERM_BITS];
	float told = logarithm(weights, weights->total + PRIOR) - logarithm(weights, alike);
	float weight = (told < TOLD_MAX ? told : TOLD_MAX) - BITS_TOLD_BY_ALL;
	uint32_t half_bits = weight > 0 ? (uint32_t)(2 * weight + 0.5f) : 0;
	return (term & ~(uint32_t)WEIGHT) | (half_bits > WEIGHT ? WEIGHT : half_bits);
}

void
weights_free(struct weights *weights)
{
	free(weights->counts);
}
