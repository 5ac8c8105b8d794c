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
	FOLDED_KEY = 9, /* and how many of a run are told from more */
	FOLDED_RUNS = FOLDED_BYTES / (FOLDED_RUN + 1) + 1
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

/* The keys of its runs of FOLDED_RUN letters or more, in order. Returns how many there are, at
 * most FOLDED_RUNS. */
size_t folded_runs(const struct folded *folded, uint64_t keys[]);

#endif
