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

enum {
	TRIGGER_PREFIXES = 1 << 16,
};

/*
 * The first two bytes that a word in lower case may begin with, as a set; only behind a pair in
 * it is a word looked up.
 */
struct trigger {
	const struct lexicon *lexicon;
	uint64_t prefixes[TRIGGER_PREFIXES / 64];
};

void trigger_read(struct trigger *trigger, const struct lexicon *lexicon);

/* Whether there is a digit, or a word that may begin or be part of a number. */
bool trigger_find(const struct trigger *trigger, struct slice text);

#endif
