/*
 * folded: the beginning of a text in small letters, as far as they are of ASCII, and as masks,
 * 64 bytes after 64.
 */
#ifndef FOLDED_H
#define FOLDED_H

#include "masks.h"
#include "slice.h"

enum {
	FOLDED_STRETCHES = 5, /* most lines and blocks that are looked at have no more */
	FOLDED_BYTES = FOLDED_STRETCHES * MASKS_BYTES,
	FOLDED_BEHIND = 8,
	FOLDED_RUN = 3, /* letters of the shortest run that is found, */
	FOLDED_KEY = 9  /* and how many of a run are told from more */
};

struct folded {
	struct slice text; /* all of it */
	size_t len;        /* of its beginning */
	size_t stretches;
	struct masks masks[FOLDED_STRETCHES + 1]; /* behind the last stretch: of nothing */
	char bytes[FOLDED_BYTES + FOLDED_BEHIND]; /* with NULs behind the text */
};

/* Fills `folded` anew. The text must stay as it is meanwhile. */
void folded_read(struct folded *folded, struct slice text);

/* The bits of the bytes of a stretch at which runs of FOLDED_RUN letters or more begin. */
static inline uint64_t
folded_runs(const struct folded *folded, size_t stretch)
{
	uint64_t letters = folded->masks[stretch].letters;
	uint64_t before = stretch ? folded->masks[stretch - 1].letters : 0;
	uint64_t next = folded->masks[stretch + 1].letters;
	return letters & ~(letters << 1 | before >> 63) & (letters >> 1 | next << 63) &
	       (letters >> 2 | next << 62);
}

/* The first four letters of a run of three or more that eight bytes begin with; where it has
 * but three, these. */
static inline uint32_t
folded_prefix(uint64_t octets)
{
	uint32_t four = (uint32_t)octets;
	return (four >> 24) - 'a' < 26 ? four : four & 0xffffff;
}

/* What stands for a run: its first eight letters, and how many it has, up to nine. */
static inline uint64_t
folded_key(uint64_t octets, size_t letters)
{
	return octets_first(octets, letters) ^ (uint64_t)letters << 59;
}

/* The same of a run that is a text's. */
uint64_t folded_key_at(const struct folded *folded, size_t at);

/* The same of a run in small letters. */
uint64_t folded_key_of(struct slice run);

#endif
