/*
 * outline: what is kept of each sentence to see at a glance that another one is not like it:
 * its stems of weight in two bytes each. Of pairs that share a rare word or two, few need be
 * compared word by word.
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include <stdbool.h>

#include "terms.h"

enum {
	OUTLINE_HASHES = 1 << 13, /* of stems; some share one by chance */
};

/* Of all sentences, and the one that others are looked at beside. */
struct outlines {
	/* private */
	uint16_t *items; /* one outline after another: sums (outline.c), then stems */
	uint32_t *first; /* item of each sentence, and one more for the end */
	uint32_t taken;  /* the sentence whose stems are in `weights` */
	uint8_t weights[OUTLINE_HASHES];
};

void outlines_make(struct outlines *outlines, const struct terms *terms);

/* Says that a sentence will soon be looked at. */
static inline void
outlines_fetch(const struct outlines *outlines, uint32_t sentence)
{
	const uint16_t *items = outlines->items + outlines->first[sentence];
	__builtin_prefetch(items);
	__builtin_prefetch(items + 24);
}

/* Takes a sentence that others are looked at beside. */
void outlines_take(struct outlines *outlines, uint32_t sentence);

/* Whether similarity() of the sentence taken and this one may reach `least`; never false where
 * it does. */
bool outlines_possible(const struct outlines *outlines, uint32_t sentence, float least);

void outlines_free(struct outlines *outlines);

#endif
