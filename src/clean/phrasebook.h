/*
 * phrasebook: phrases and what they are for, found by a hash of their words in a chain
 * (phrase.h). Filters in front of it pass over most words of most texts. One book is made by
 * the build (freeze/), so that no run has to; a user's phrases are added to a copy of it.
 */
#ifndef PHRASEBOOK_H
#define PHRASEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "slice.h"

enum {
	PHRASEBOOK_WORDS = 8,        /* of the longest phrase */
	PHRASEBOOK_STARTS_BITS = 11, /* of a number's place in a filter of beginnings, */
	PHRASEBOOK_TELLS_BITS = 11,  /* and in that of what tells phrases within texts */
	PHRASEBOOK_ANCHORS_BITS = 15 /* of a bit's place among the anchors */
};

/* Where a phrase may stand, as a set. */
enum phrase_place {
	PHRASE_ALL = 1, /* it is the whole text */
	PHRASE_START = 2,
	PHRASE_END = 4,
	PHRASE_ANY = 8
};

/* What a phrase is for; it may be one thing as a whole text and another at a text's start. */
struct phrase_use {
	uint8_t places, kind;
};

struct phrase_slot {
	uint64_t chain; /* 0: empty */
	struct phrase_use use;
};

struct phrasebook {
	const struct phrase_slot *slots;
	size_t capacity; /* a power of two */
	size_t longest;  /* words of the longest phrase */
	/* hashes of phrases, and of the first two words of longer ones */
	const uint64_t *starts;
	/* of each phrase, by its runs of letters (folded.h), the first two or the only one */
	const uint64_t *begins;
	/* of each that may stand within a text one run, and the one in front of it; and the
	 * beginning of that one run, as a bit */
	const uint64_t *tells, *anchors;
	bool anywhere; /* one has no run: any text may hold it */
};

/* 1 where a filter, of so many bits, may have a hash, else 0. */
static inline unsigned
phrasebook_may_have(const uint64_t *filter, unsigned bits, uint64_t hash)
{
	uint64_t some = filter[hash >> (64 - bits)];
	return some >> (hash & 63) & some >> (hash >> 6 & 63) & 1;
}

/* Whether phrases may begin with the one word, or the two words, of that hash. */
static inline unsigned
phrasebook_may_start(const struct phrasebook *book, uint64_t chain)
{
	return phrasebook_may_have(book->starts, PHRASEBOOK_STARTS_BITS, chain);
}

/* Whether phrases may begin with a run of letters, or two, of that hash. */
static inline unsigned
phrasebook_may_begin(const struct phrasebook *book, uint64_t runs)
{
	return phrasebook_may_have(book->begins, PHRASEBOOK_STARTS_BITS, runs);
}

/* Whether a run, or it and the one in front of it, may tell a phrase within a text. */
static inline unsigned
phrasebook_may_tell(const struct phrasebook *book, uint64_t runs)
{
	return phrasebook_may_have(book->tells, PHRASEBOOK_TELLS_BITS, runs);
}

/* The place of a run's beginning (folded_prefix()) among anchors. */
static inline uint32_t
phrasebook_anchor(uint32_t prefix)
{
	return prefix * 0x9e3779b1u >> (32 - PHRASEBOOK_ANCHORS_BITS);
}

/* Whether a run that begins so may tell a phrase. */
static inline bool
phrasebook_may_anchor(const struct phrasebook *book, uint32_t prefix)
{
	uint32_t bit = phrasebook_anchor(prefix);
	return book->anchors[bit / 64] >> bit % 64 & 1;
}

/* What the phrase of that hash is for; NULL where it is none. */
const struct phrase_use *phrasebook_find(const struct phrasebook *book, uint64_t chain);

/* A phrasebook being written, in memory of its own. */
struct phrasebook_draft {
	struct phrasebook book; /* as it is now */
	struct phrase_slot *slots;
	size_t count;
	uint64_t *starts, *begins, *tells, *anchors;
};

/* Begins with a copy of another book, or with an empty one (NULL). */
void phrasebook_begin(struct phrasebook_draft *draft, const struct phrasebook *from);

/* Adds a phrase. One that is there already keeps its places where the kind is the same. */
void phrasebook_add(struct phrasebook_draft *draft, struct slice phrase, struct phrase_use use);

void phrasebook_free(struct phrasebook_draft *draft);

#endif
