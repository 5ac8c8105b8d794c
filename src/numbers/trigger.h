/*
 * trigger: whether a text can hold a number at all, found at the speed of memory: most
 * sentences hold none, and need no grammar.
 */
#ifndef TRIGGER_H
#define TRIGGER_H

#include <stdbool.h>
#include <stdint.h>

#include "folded.h"
#include "lexicon.h"
#include "slice.h"

/* Only a word whose beginning is in the set is looked up. */
struct trigger {
	const struct lexicon *lexicon;
	struct words_filter beginnings; /* of words: the first eight bytes, or fewer */
	struct buffer lower;
};

/* Also marks the words that lead in phrases, in the lexicon. */
void trigger_read(struct trigger *trigger, struct lexicon *lexicon);

/* The same, as it is made from the lexicon's words; the build has done so for some. */
void trigger_mark(struct lexicon *lexicon, struct words_filter *beginnings);

/* Whether there is a digit, or a word that may begin or be part of a number. */
bool trigger_find(struct trigger *trigger, const struct folded *folded);

void trigger_free(struct trigger *trigger);

#endif
