/*
 * terms: the words of all sentences in four bytes each: a hash of the stem and how much it
 * tells. Sentences are compared by these; only what looks alike is read again.
 *
 * A word's weight is how much it tells, in bits, by its share in this collection, where the
 * names of the event are no news in any sentence; a small collection is filled up with the
 * language at large. What even the commonest words tell is taken off.
 */
#ifndef TERMS_H
#define TERMS_H

#include "corpus.h"
#include "words.h"

enum {
	TERMS_TEXT_MAX = 16384, /* bytes of a sentence that are looked at */
	TERMS_MAX = 400,        /* words of it */
	TERM_STEM = ~0x3f,      /* bits of a term: the stem's hash */
	TERM_NUMBER = 0x20,     /* it begins with a digit */
	TERM_WEIGHT = 0x1f,     /* in half bits */
};

/* All zero before terms_make(). */
struct terms {
	uint32_t *items; /* in the order of the text; a word that comes again has no weight */
	size_t count, capacity;
	uint32_t *first; /* term of each sentence, and one more for the end */
	float *norms;    /* of each sentence: the sum of the squares of its weights */
};

void terms_make(struct terms *terms, const struct corpus *corpus, struct lexicons *lexicons);

void terms_free(struct terms *terms);

static inline float
term_weight(uint32_t term)
{
	return (float)(term & TERM_WEIGHT) / 2;
}

static inline bool
term_same(uint32_t a, uint32_t b)
{
	return ((a ^ b) & (uint32_t)TERM_STEM) == 0;
}

static inline const uint32_t *
terms_of(const struct terms *terms, size_t sentence, size_t *count)
{
	*count = terms->first[sentence + 1] - terms->first[sentence];
	return terms->items + terms->first[sentence];
}

/* Where each stem of a sentence stands in it. */
enum {
	PLACES = 1024
};
struct places {
	const uint32_t *terms;
	size_t count;
	uint16_t slots[PLACES]; /* 0: free; else place + 1 */
};

void places_make(struct places *places, const uint32_t *terms, size_t count);

static inline uint32_t
places_slot(uint32_t term)
{
	return ((term & (uint32_t)TERM_STEM) * 0x9e3779b1u) >> 22;
}

/* The first place of the term's stem, or -1. */
static inline int
places_find(const struct places *places, uint32_t term)
{
	for (uint32_t slot = places_slot(term); places->slots[slot]; slot = (slot + 1) % PLACES)
		if (term_same(places->terms[places->slots[slot] - 1], term))
			return places->slots[slot] - 1;
	return -1;
}

#endif
