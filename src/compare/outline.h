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
	OUTLINE_WEIGHTS = 1 << 3,
};

/*
 * Of all sentences, and the one that others are looked at beside. An outline is named by its
 * place, so that it is found without another look into memory; places stand in the order of
 * the sentences.
 */
struct outlines {
	uint32_t *places; /* of each sentence's */

	/* private */
	uint16_t *items; /* one outline after another (outline.c) */
	uint32_t taken;  /* the outline whose stems are in `weights`, or UINT32_MAX */
	uint8_t weights[OUTLINE_HASHES]; /* of stems, as high bits of places in `sums` */
	uint64_t sums[OUTLINE_WEIGHTS * OUTLINE_WEIGHTS]; /* what a pair of stems adds */
};

void outlines_make(struct outlines *outlines, const struct terms *terms);

/* Says that an outline will soon be looked at. */
static inline void
outlines_fetch(const struct outlines *outlines, uint32_t place)
{
	enum {
		LINE = 64 / sizeof *outlines->items
	};
	__builtin_prefetch(outlines->items + place);
	__builtin_prefetch(outlines->items + place + LINE - 1); /* most end there */
}

/* The sentence that has this outline. */
uint32_t outlines_sentence(const struct outlines *outlines, uint32_t place);

/* Takes an outline that others are looked at beside. */
void outlines_take(struct outlines *outlines, uint32_t place);

/* Whether similarity() of the sentence taken and the one of this outline may reach `least`;
 * never false where it does. */
bool outlines_possible(const struct outlines *outlines, uint32_t place, float least);

void outlines_free(struct outlines *outlines);

#endif
