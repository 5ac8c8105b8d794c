/*
 * byteset: finds the bytes of a set in text, 64 bytes at a time. Where the processor has
 * AVX-512 or AVX2 (x86-64, told at run time) or NEON (ARM) bytes are looked up 64, 32 or 16 at
 * once by their two halves (as in Langdale and Lemire, "Parsing gigabytes of JSON per second",
 * 2019), else one by one in a table. The results are the same.
 */
#ifndef BYTESET_H
#define BYTESET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "slice.h"

enum {
	BYTESET_STRETCH = 64 /* how many bytes are looked at together */
};

struct byteset;

/* A bit for each byte, 64 at most, that is in the set. */
typedef uint64_t byteset_look(const struct byteset *set, const char *data, size_t len);

struct byteset {
	/* private */
	byteset_look *look;
	bool has[256];
	/* A byte is in the set where the bits of its halves have one in common. */
	uint8_t lower[16], upper[16];
};

/* The ways to look bytes up, the best last. */
enum byteset_way {
	BYTESET_TABLE,
	BYTESET_NEON,
	BYTESET_AVX2,
	BYTESET_AVX512,
	BYTESET_WAYS
};

/* Makes a set of bytes, to be looked up in the best way there is. */
void byteset_make(struct byteset *set, struct slice bytes);

/*
 * The same in a certain way. False where the processor does not have it, or where it cannot
 * hold the set: bytes of one upper half are of a kind, and only the table takes more than eight
 * kinds.
 */
bool byteset_make_so(struct byteset *set, struct slice bytes, enum byteset_way way);

/*
 * Goes on from text[*at] to where bytes of the set are. Returns a bit for each of the 64 bytes
 * at `*at`, the first lowest, which is 1 where the byte is in the set, and 0 behind the text's
 * end. Where there are no more it returns 0, and `*at` is text.len or beyond.
 */
static inline uint64_t
byteset_find(const struct byteset *set, struct slice text, size_t *at)
{
	for (; *at < text.len; *at += BYTESET_STRETCH) {
		size_t left = text.len - *at;
		uint64_t places = set->look(
			set, text.data + *at, left < BYTESET_STRETCH ? left : BYTESET_STRETCH);
		if (places)
			return places;
	}
	return 0;
}

#endif
