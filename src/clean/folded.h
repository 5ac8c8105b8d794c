/*
 * folded: the beginning of a text in small letters, as far as they are of ASCII, and as masks, 64
 * bytes after 64.
 */
#ifndef FOLDED_H
#define FOLDED_H

#include "masks.h"
#include "slice.h"

enum {
	FOLDED_STRETCHES = 5, /* most lines and blocks that are looked at have no more */
	FOLDED_BYTES = FOLDED_STRETCHES * MASKS_BYTES,
	FOLDED_RUN = 3, /* letters of the shortest run that is found, */
	FOLDED_KEY = 9  /* and how many of a run are told from more */
};

struct folded {
	struct slice text; /* all of it */
	size_t len;        /* of its beginning */
	size_t stretches;
	struct masks masks[FOLDED_STRETCHES + 1]; /* behind the last stretch: of nothing */
	char bytes[FOLDED_BYTES + 8]; /* eight more can be read than are used */
};

/* Fills `folded` anew. The text must stay as it is meanwhile. */
void folded_read(struct folded *folded, struct slice text);

/* Of a stretch: the bits of the bytes with which runs of FOLDED_RUN ASCII letters or more begin. */
static inline uint64_t
folded_runs(const struct folded *folded, size_t stretch)
{
	uint64_t letters = folded->masks[stretch].letters;
	uint64_t before = stretch ? folded->masks[stretch - 1].letters : 0;
	uint64_t next = folded->masks[stretch + 1].letters;
	return letters & ~(letters << 1 | before >> 63) & (letters >> 1 | next << 63) &
	       (letters >> 2 | next << 62);
}

/* What stands for a run of ASCII letters: its first eight, and how many there are up to nine. */
static inline uint64_t
folded_key(uint64_t octets, size_t letters)
{
	return octets_first(octets, letters) ^ (uint64_t)letters << 59;
}

/* The same of a run in small letters. */
static inline uint64_t
folded_key_of(struct slice run)
{
	size_t len = run.len < FOLDED_KEY ? run.len : FOLDED_KEY;
	return folded_key(octets_read_few(run.data, len), len);
}

/* The same of the run that begins at a stretch's bit. */
static inline uint64_t
folded_run_at(const struct folded *folded, size_t stretch, unsigned bit)
{
	uint64_t letters = folded->masks[stretch].letters >> bit |
			   folded->masks[stretch + 1].letters << 1 << (63 - bit);
	size_t len = (size_t)__builtin_ctzll(~letters | UINT64_C(1) << FOLDED_KEY);
	return folded_key(octets_read(folded->bytes + stretch * MASKS_BYTES + bit), len);
}

#endif
