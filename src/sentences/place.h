/*
 * place: a place where a sentence may end, as the rules see it: the mark, the word before it,
 * what follows.
 */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>

#include "lexicon.h"
#include "mark.h"
#include "slice.h"
#include "word.h"

struct place {
	const struct lexicon *lexicon;
	struct slice text;
	size_t start; /* of the sentence */
	const struct mark *mark;
	struct word_before before;
	struct word_after after;
	unsigned follows; /* the class of the character at mark->next */
	bool opened;      /* a quotation mark, bracket or ¿ stands before the word behind */
	bool bracketed;   /* a bracket does */
};

/* What the lexicon has about the word that follows. */
static inline unsigned
place_after(const struct place *place)
{
	return word_class(place->lexicon, place->text, &place->after);
}

/* Whether what follows often starts a sentence, and is seldom a name. */
static inline bool
place_is_starter(const struct place *place)
{
	if (place_after(place) & WORD_STARTER)
		return true;
	/* L'homme, D'autres */
	return place->lexicon->elides && place->after.elision && place->after.letters <= 2 &&
	       place->after.first != 'O';
}

#endif
