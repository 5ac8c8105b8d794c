/*
 * word: the words next to a mark, as far as the mark's meaning hangs on them. No more than
 * LEXICON_WORD bytes are looked at on either side.
 */
#ifndef WORD_H
#define WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon.h"
#include "slice.h"

/* The word before a full stop: letters and digits, with the periods and hyphens between them.
 */
struct word_before {
	size_t start, end;
	unsigned class;  /* from the lexicon, of the word or of its last part */
	size_t letters;  /* how many characters the part behind its last period or hyphen has */
	bool digits;     /* that part is all digits */
	bool capital;    /* it begins with a capital letter */
	bool lower;      /* it is all lower case letters */
	size_t lowers;   /* how many lower case letters end it */
	bool whole;      /* that part is all of it, or all its parts are single letters */
	bool dotted;     /* there are periods in it, and single letters between them: U.S */
	bool alphabetic; /* its script has letters, so that a single one may be an initial */
	bool numbered;   /* a number stands before it: 5 km, 2014 р */
};

struct word_before word_before(const struct lexicon *lexicon, struct slice text, size_t end);

enum word_kind {
	WORD_NONE, /* the text's end, or a character of no word */
	WORD_UPPER,
	WORD_LOWER,
	WORD_DIGIT,
	WORD_CASELESS
};

struct word_after {
	size_t start, end;
	enum word_kind kind;
	int32_t first;
	size_t letters;
	bool period;  /* a period follows it */
	bool elision; /* an apostrophe follows it */
	bool roman;   /* it may be a roman number */
};

/* The word that begins at text[at]. */
struct word_after word_after(struct slice text, size_t at);

/* What the lexicon has about the word. */
static inline unsigned
word_class(const struct lexicon *lexicon, struct slice text, const struct word_after *word)
{
	return lexicon_find(lexicon, slice_cut(text, word->start, word->end));
}

/* Whether the two words are an abbreviation of two parts: EE. UU. */
bool word_joins(const struct lexicon *lexicon, struct slice text,
	const struct word_before *before, const struct word_after *after);

/* Whether the word is a roman number of few signs: XII. */
bool word_is_roman(struct slice word);

#endif
