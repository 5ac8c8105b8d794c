/*
 * map: from bytes to small numbers, most often places in an array of the caller's. All zero
 * before its first use. Keys are not copied: they must outlive the map.
 */
#ifndef MAP_H
#define MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

struct map_slot {
	uint64_t hash; /* 0: empty */
	struct slice key;
	uint32_t value;
};

struct map {
	struct map_slot *slots;
	size_t capacity; /* 0 or a power of two */
	size_t count;
};

/* A hash of the bytes, the same on every machine; never 0. */
uint64_t map_hash(struct slice key);

/* The value of a key, or NULL. It may be changed in place; it holds until a key is added. */
uint32_t *map_find(const struct map *map, struct slice key);

/*
 * The value of a key, which is added with `value` where it is not there yet; `*added` (may be
 * NULL) says so.
 */
uint32_t *map_add(struct map *map, struct slice key, uint32_t value, bool *added);

/* Makes room for so many keys at once. */
void map_reserve(struct map *map, size_t count);

/* Takes all keys out and keeps the memory. */
void map_clear(struct map *map);

void map_free(struct map *map);

#endif
