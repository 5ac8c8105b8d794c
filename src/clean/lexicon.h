/*
 * lexicon: what tells languages apart: their commonest words (tables common), letters that few
 * of them have (letters), and which of them are close neighbours (neighbours). Languages are
 * numbers below `count`, sets of them the bits of a number. The build makes it of the tables
 * (freeze/), so that no run has to.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdint.h>

#include "wordkey.h"

enum {
	LANGUAGES = 64, /* at most */
	LEXICON_CODE = 8,
	LEXICON_BITS = 14,       /* of a place among the words */
	LEXICON_LETTERS = 0x1f00 /* letters from this one on tell nothing */
};

struct lexicon {
	char codes[LANGUAGES][LEXICON_CODE];
	size_t count;
	struct lexicon_word {
		uint64_t key; /* 0: none */
		uint64_t languages;
	} words[1 << LEXICON_BITS];
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

/* The languages in which a word is one of the commonest. */
static inline uint64_t
lexicon_languages(uint64_t key)
{
	return lexicon.words[lexicon_place(&lexicon, key)].languages;
}

#endif
