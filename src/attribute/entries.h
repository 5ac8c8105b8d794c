/*
 * entries: what a lexicon keeps its words in, a table by hash, and how words of several kinds
 * are told apart in it.
 */
#ifndef ENTRIES_H
#define ENTRIES_H

#include "lexicon.h"

/* A trait: a phrase begins with this word. */
#define PHRASE_BEGINS TRAIT(63)

enum {
	PHRASE_WORDS = 6,  /* the longest phrase */
	ENDING_BYTES = 32, /* an ending is shorter */
};

/* The hash's entry; made where there is none yet. */
struct entry *entries_add(struct lexicon *lexicon, uint64_t hash);

/* The hash's entry where its bit of the sieve is set; entries_find() asks for that first. */
const struct entry *entries_look(const struct lexicon *lexicon, uint64_t hash);

/* Which bit of the sieve stands for the hash. */
static inline uint16_t
entries_bit(uint64_t hash)
{
	return (uint16_t)(hash ^ (hash >> 32));
}

/*
 * The hash's entry, NULL where there is none. The sieve, which the processor's nearest cache
 * holds, tells that of most.
 */
static inline const struct entry *
entries_find(const struct lexicon *lexicon, uint64_t hash)
{
	uint16_t bit = entries_bit(hash);
	bool may = lexicon->sieve[bit / 64] >> (bit % 64) & 1;
	return may ? entries_look(lexicon, hash) : NULL;
}

/* The hash of an ending: endings are entries of their own kind, found by their length. */
uint64_t entries_ending(struct slice ending);

#endif
