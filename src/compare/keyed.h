/*
 * keyed: things by their keys, to be brought together by key. Keys are dealt out by their high
 * bits into buckets, each small enough to be sorted in the nearest cache.
 */
#ifndef KEYED_H
#define KEYED_H

#include <stddef.h>
#include <stdint.h>

#include "sort.h"

enum {
	KEYED_BITS = 44, /* of a key; its high ones must be well mixed */
	KEYED_BUCKETS = 1 << (KEYED_BITS - 32),
	KEYED_CHUNK =
		32, /* slots that lie together; the first one tells what was before them */
};

/* All zero before its first use; it owns its memory until keyed_free(). */
struct keyed {
	size_t count;

	/* private */
	struct sort_pair *slots; /* low halves of keys, and things */
	size_t slot_count, slot_capacity;
	uint32_t *next; /* slot of each bucket; a multiple of KEYED_CHUNK where none is free */
	struct sort_pair *sorted;
	size_t sorted_capacity;
};

/* Gives a bucket that has no free slot a chunk of them. */
void keyed_extend(struct keyed *keyed, uint32_t bucket);

/* Adds a key, of KEYED_BITS, and a thing that has it. */
static inline void
keyed_add(struct keyed *keyed, uint64_t key, uint32_t thing)
{
	uint32_t bucket = (uint32_t)(key >> 32);
	if (keyed->count++ == 0 || keyed->next[bucket] % KEYED_CHUNK == 0)
		keyed_extend(keyed, bucket);
	keyed->slots[keyed->next[bucket]++] = (struct sort_pair){(uint32_t)key, thing};
}

/*
 * The things of a bucket, those of one key together and in the order in which they were added;
 * `*count` of them. They hold until the next call.
 */
const struct sort_pair *keyed_bucket(struct keyed *keyed, uint32_t bucket, size_t *count);

/* Takes all out and keeps the memory. */
void keyed_clear(struct keyed *keyed);

void keyed_free(struct keyed *keyed);

#endif
