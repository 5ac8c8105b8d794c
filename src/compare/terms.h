/*
 * terms: the words of all sentences in four bytes each: a hash of the stem and how much it
 * tells. Sentences are compared by these; only what looks alike is read again.
 *
 * What a word tells is its share in the language at large, in bits. It does not depend on the
 * collection, so that sentences compare the same wherever they are met: two of them in one
 * process, or apart from all others in a step of many (compare --pairs).
 */
#ifndef TERMS_H
#define TERMS_H

#include "bitset.h"
#include "corpus.h"
#include "words.h"

enum {
	TERMS_TEXT_MAX = 16384, /* bytes of a sentence that are looked at */
	TERMS_MAX = 400,        /* words of it */
	TERM_STEM = ~0x3f,      /* bits of a term: the stem's hash */
	TERM_NUMBER = 0x20,     /* it begins with a digit */
	TERM_BITS = 0x1f,       /* how much it tells; 0 where it stood in the sentence before */
	TERM_BITS_OF_ALL = 4,   /* what even the commonest words tell */
};

/* All zero before its first use; it owns its items until terms_free(). */
struct terms {
	uint32_t *items; /* in the order of the text */
	size_t count, capacity;
	uint32_t *first; /* term of each sentence, and one more for the end */
	size_t sentences, first_capacity;

	/* private */
	struct words words;
};

/* A word as a term. */
static inline uint32_t
term_of(const struct word *word)
{
	return (word->stem & (uint32_t)TERM_STEM) | (word->number ? TERM_NUMBER : 0) |
	       (word->bits < TERM_BITS ? word->bits : TERM_BITS);
}

/* Adds the words of a sentence behind those of the sentences before. */
void terms_add(struct terms *terms, const struct lexicon *lexicon, struct slice text);

/* Those of all sentences of the corpus. */
void terms_make(struct terms *terms, const struct corpus *corpus, struct lexicons *lexicons);

/*
 * Takes the words out of all sentences but those of the set, which lie together then; gives the
 * memory back.
 */
void terms_keep(struct terms *terms, const struct bitset *sentences);

/* Takes all sentences out and keeps the memory. */
void terms_clear(struct terms *terms);

void terms_free(struct terms *terms);

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

/* Says that the terms of a sentence will soon be read, and before, that these will be asked
 * for.
 */
static inline void
terms_fetch(const struct terms *terms, size_t sentence)
{
	enum {
		LINE = 64 / sizeof *terms->items
	};
	const uint32_t *items = terms->items + terms->first[sentence];
	__builtin_prefetch(items);
	__builtin_prefetch(items + LINE); /* most end there */
}

static inline void
terms_fetch_place(const struct terms *terms, size_t sentence)
{
	__builtin_prefetch(terms->first + sentence);
}

/* Where each stem of a sentence stands in it. */
enum {
	PLACES_BITS_MAX = 10
};
struct places {
	const uint32_t *terms;
	size_t count;
	uint32_t bits;                        /* so many have slots, which are */
	uint16_t slots[1 << PLACES_BITS_MAX]; /* 0: free; else place + 1 */
};

/* Of TERMS_MAX at most. */
void places_make(struct places *places, const uint32_t *terms, size_t count);

/* The slot of the term's stem, or the free one where it belongs. */
static inline uint32_t
places_slot(const struct places *places, uint32_t term)
{
	uint32_t mask = (1u << places->bits) - 1;
	uint32_t slot = ((term & (uint32_t)TERM_STEM) * 0x9e3779b1u) >> (32 - places->bits);
	while (places->slots[slot] && !term_same(places->terms[places->slots[slot] - 1], term))
		slot = (slot + 1) & mask;
	return slot;
}

/* The first place of the term's stem, or -1. */
static inline int
places_find(const struct places *places, uint32_t term)
{
	return places->slots[places_slot(places, term)] - 1;
}

#endif
