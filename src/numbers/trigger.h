/*
 * trigger: whether a text can hold a number at all, found at the speed of memory: most
 * sentences hold none, and need no grammar.
 */
#ifndef TRIGGER_H
#define TRIGGER_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon.h"
#include "slice.h"

/* Only a word in the set is looked up. */
struct trigger {
	const struct lexicon *lexicon;
	uint64_t words[(1 << LEXICON_FILTER_BITS) / 64];
	unsigned char classes[256]; /* of bytes: enum byte_class */
	struct buffer lower;
};

/* Also marks the words that lead in phrases, in the lexicon. */
void trigger_read(struct trigger *trigger, struct lexicon *lexicon);

/* Whether there is a digit, or a word that may begin or be part of a number. */
bool trigger_find(struct trigger *trigger, struct slice text);

void trigger_free(struct trigger *trigger);

#endif
