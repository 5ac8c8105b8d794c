/*
 * folded: a piece of text in lower case, with marks of where its words and tokens are; all that
 * is done to every byte of a text that may hold no number at all.
 */
#ifndef FOLDED_H
#define FOLDED_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "slice.h"

enum {
	FOLDED_MARGIN = 16 /* bytes behind the text in lower case that may be read, too */
};

/* Of 64 bytes of the text, as bits, the first lowest. */
struct folded_block {
	uint64_t letters;      /* of ASCII */
	uint64_t starts, ends; /* of tokens; an end is the byte behind the last */
	uint64_t beyond;       /* bytes of characters beyond ASCII */
};

struct folded;

/* A way to take a text: processors differ. */
typedef void folded_way(struct folded *folded);

/* All zero before its first use; it owns all but the text. */
struct folded {
	folded_way *way;
	struct slice text;
	struct buffer lower; /* the text with its ASCII in lower case, and the margin */
	struct folded_block *blocks;
	size_t count, capacity; /* of blocks; the last one ends behind the text */
	bool digits;            /* there are ASCII digits */
	bool plain; /* no character beyond ASCII but usual marks: dashes, quotation marks */
};

/* Takes a text (below 4 GiB), which must live as long as this is used. */
void folded_take(struct folded *folded, struct slice text);

static inline struct slice
folded_lower(const struct folded *folded)
{
	return (struct slice){folded->lower.data, folded->text.len};
}

void folded_free(struct folded *folded);

#endif
