/*
 * lexicon: what tells languages apart: their commonest words (tables common), letters that few
 * of them have (letters), and which of them are close neighbours (neighbours). Languages are
 * numbers below `count`, sets of them the bits of a number. The build makes it of the tables
 * (freeze/), so that no run has to.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "wordkey.h"

enum {
	LANGUAGES = 64, /* at most */
	LEXICON_CODE = 8,
	LEXICON_BITS = 14,       /* of a place among the words, */
	LEXICON_SOME_BITS = 16,  /* and in the filter in front of them */
	LEXICON_LETTERS = 0x1f00 /* letters from this one on tell nothing */
};

struct lexicon {
	char codes[LANGUAGES][LEXICON_CODE];
	size_t count;
	struct lexicon_word {
		uint64_t key; /* 0: none */
		uint64_t languages;
	} words[1 << LEXICON_BITS];
	/* a bit where there is a word: most others are passed over by it, which stays near */
	uint64_t some[(1 << LEXICON_SOME_BITS) / 64];
	uint64_t letters[LEXICON_LETTERS]; /* the languages that each tells */
	struct neighbour {
		uint8_t larger; /* a language's larger neighbour, from 1; 0: none */
		uint8_t lead;   /* by so many words it must lead, 0: no tie */
	} neighbours[LANGUAGES];
	uint64_t smaller; /* languages that have a larger neighbour */
};

extern const struct lexicon lexicon;

/* Where a word is, or the empty place where it belongs. */
static inline size_t
lexicon_place(const struct lexicon *words, uint64_t key)
{
	size_t at = wordkey_place(key, LEXICON_BITS);
	while (words->words[at].key && words->words[at].key != key)
		at = (at + 1) % (1 << LEXICON_BITS);
	return at;
}

/* The languages in which a word is one of the commonest; 0: none. */
static inline uint64_t
lexicon_languages(uint64_t key)
{
	size_t bit = wordkey_place(key, LEXICON_SOME_BITS);
	bool some = lexicon.some[bit / 64] >> bit % 64 & 1;
	return some ? lexicon.words[lexicon_place(&lexicon, key)].languages : 0;
}

#endif
