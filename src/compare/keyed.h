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
	KEYED_CHUNK = 31, /* things of a bucket that lie together */
};

struct keyed_chunk {
	struct sort_pair items[KEYED_CHUNK]; /* low halves of keys, and things */
	uint32_t before; /* the chunk of the bucket that was filled before */
};

/* All zero before its first use; it owns its memory until keyed_free(). */
struct keyed {
	size_t count;

	/* private */
	struct keyed_chunk *chunks;
	size_t chunk_count, chunk_capacity;
	uint32_t *last;  /* chunk of each bucket */
	uint32_t *sizes; /* things in each bucket */
	struct sort_pair *sorted;
	size_t sorted_capacity;
};

/* Makes room for one thing more in the bucket. */
void keyed_extend(struct keyed *keyed, uint32_t bucket);

/* Adds a key, of KEYED_BITS, and a thing that has it. */
static inline void
keyed_add(struct keyed *keyed, uint64_t key, uint32_t thing)
{
	uint32_t bucket = (uint32_t)(key >> 32);
	if (keyed->count++ == 0 || keyed->sizes[bucket] % KEYED_CHUNK == 0)
		keyed_extend(keyed, bucket);
	struct keyed_chunk *chunk = &keyed->chunks[keyed->last[bucket]];
	chunk->items[keyed->sizes[bucket]++ % KEYED_CHUNK] =
		(struct sort_pair){(uint32_t)key, thing};
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
