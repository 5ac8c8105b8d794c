/*
 * folded: a piece of text in lower case, with marks of where its words and tokens are; all that
 * is done to every byte of a text that may hold no number at all.
 */
#ifndef FOLDED_H
#define FOLDED_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "masks.h"
#include "slice.h"

enum {
	FOLDED_MARGIN = 16 /* bytes behind the text in lower case that may be read, too */
};

struct folded;

/* A way to take a text: processors differ. */
typedef void folded_way(struct folded *folded);

/* All zero before its first use; it owns all but the text. */
struct folded {
	folded_way *way;
	struct slice text;
	struct buffer lower;    /* the text with its ASCII in lower case, and the margin */
	struct masks *blocks;   /* of usual marks in a plain text `beyond` has the first bytes
				   alone,   `spaces` the others */
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

/* Of 64 bytes of a plain text: where tokens start, and the bytes behind where they end. */
struct folded_tokens {
	uint64_t starts, ends;
};

/* What goes over from one block to the next: its last bits, as the lowest. */
struct folded_carry {
	uint64_t letters, digits, marks, usual;
};

/* The tokens of a block; `carry`, all zero before the first, is used for one after another. */
static inline struct folded_tokens
folded_tokens(const struct folded *folded, size_t block, struct folded_carry *carry)
{
	struct masks masks = folded->blocks[block];
	uint64_t known = masks.letters | masks.digits | masks.spaces | masks.beyond;
	uint64_t valid = UINT64_MAX;
	if (block + 1 == folded->count)
		valid = (UINT64_C(1) << folded->text.len % MASKS_BYTES) - 1;
	uint64_t usual = masks.beyond, marks = ~known & valid;
	uint64_t letters = masks.letters << 1 | carry->letters;
	uint64_t digits = masks.digits << 1 | carry->digits;
	struct folded_tokens tokens = {
		.starts = (masks.letters & ~letters) | (masks.digits & ~digits) | marks | usual,
		.ends = (letters & ~masks.letters) | (digits & ~masks.digits) | marks << 1 |
			carry->marks | usual << 3 | carry->usual,
	};
	*carry = (struct folded_carry){
		masks.letters >> 63, masks.digits >> 63, marks >> 63, usual >> 61};
	return tokens;
}

void folded_free(struct folded *folded);

#endif
