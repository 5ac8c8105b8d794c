/*
 * lexicon: what a language knows about words at the bounds of sentences, made of its tables
 * (and of those of "root", which hold everywhere): abbreviations, starters, speech, clock,
 * traits.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "map.h"
#include "memory.h"
#include "slice.h"
#include "tables.h"

/* What a word is, as a set. */
enum word_class {
	/* abbreviations, by whether a sentence may end with them */
	WORD_TITLE = 1,  /* never: a name follows (Gen.) */
	WORD_NEVER = 2,  /* never: e.g. */
	WORD_NUMBER = 4, /* not before a number (No. 2); else it is a word like any other */
	WORD_MONTH = 8, /* not before a number; else only before a word that starts sentences */
	WORD_EITHER = 16, /* only before a word that starts sentences: Inc. */
	WORD_UNIT = 32,   /* behind a number like WORD_EITHER, else like WORD_NEVER: 5 km. */
	WORD_END = 64,    /* before any word that may start a sentence: etc. */
	WORD_TIME = 128,  /* a.m.: unless a word of the table `clock` follows */
	WORD_ABBREVIATION = 255,

	WORD_CAPITAL =
		256, /* an abbreviation only where it begins with a capital letter: Sat. */
	WORD_STARTER = 512, /* often starts a sentence, seldom a name */
	WORD_SPEECH = 1024, /* said, asked: a verb behind a quotation */
	WORD_CLOCK = 2048,  /* follows a time of day: Monday, GMT */
};

struct lexicon {
	/* private */
	struct map words; /* in lower case: enum word_class */
	struct arena arena;
	/* Of the abbreviations, as sets of bits: */
	uint32_t shapes[1024]; /* lexicon_shape() */
	uint32_t tails[128];   /* lexicon_tail() */

	bool guesses; /* there are no abbreviations of the language's own */

	/* traits */
	bool ordinals;       /* "12." before a capital may be an ordinal number: 12. Juni */
	bool roman_ordinals; /* "XII." may be one */
	bool colon_ends;     /* : is a full stop */
	bool semicolon_asks; /* ; is a question mark */
	bool elides;         /* l'homme, d'Artagnan: what is elided starts a sentence */
};

enum {
	LEXICON_WORD = 64 /* no word in the tables is longer, in bytes */
};

/* Fills an all zero lexicon from the tables of a language, "root" for none. */
void lexicon_read(struct lexicon *lexicon, const char *language, const struct rules *rules);

/*
 * What a word is, 0 where it is not known. It is taken in lower case; where it does not begin
 * with a capital letter it is none of the abbreviations that must.
 */
unsigned lexicon_find(const struct lexicon *lexicon, struct slice word);

/* A number below 32768 for a word of ASCII letters: of its length, first and last two letters
 * in any case. */
static inline unsigned
lexicon_shape(const char *word, size_t len)
{
	unsigned first = (unsigned char)word[0] & 31,
		 before = (unsigned char)word[len - 2] & 31,
		 last = (unsigned char)word[len - 1] & 31;
	return (first << 10 | before << 5 | last) ^ (unsigned)(len < 15 ? len : 15) << 7;
}

/* False where a word of two ASCII letters or more is no abbreviation for sure. */
static inline bool
lexicon_may_abbreviate(const struct lexicon *lexicon, const char *word, size_t len)
{
	unsigned shape = lexicon_shape(word, len);
	return lexicon->shapes[shape >> 5] >> (shape & 31) & 1;
}

/* A number below 4096 for a word's last two letters. */
static inline unsigned
lexicon_tail(struct slice letters)
{
	unsigned tail = 0;
	for (size_t i = 0; i < letters.len; i++)
		tail = tail * 37 + (unsigned char)letters.data[i];
	return tail & 4095;
}

/* False where a word of any script that ends with these two small letters is no abbreviation
 * for sure. */
static inline bool
lexicon_may_end_abbreviation(const struct lexicon *lexicon, struct slice letters)
{
	unsigned tail = lexicon_tail(letters);
	return lexicon->tails[tail >> 5] >> (tail & 31) & 1;
}

void lexicon_free(struct lexicon *lexicon);

#endif
