#include "map.h"

#include <stdlib.h>

#include "memory.h"
#include "octets.h"

/* The last bytes of a key, 8 at most: two loads that may overlap instead of a loop. */
static inline uint64_t
load_tail(const char *data, size_t len)
{
	const unsigned char *byte = (const unsigned char *)data;
	if (len >= 8)
		return octets_read(data + len - 8);
	if (len >= 4)
		return octets_read_half(data) | (uint64_t)octets_read_half(data + len - 4)
							<< 32;
	if (len == 0)
		return 0;
	return byte[0] | (uint64_t)byte[len / 2] << 8 | (uint64_t)byte[len - 1] << 16;
}

static inline uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

/* Eight bytes at a time, each mixed in by a multiplication (after Fx and wyhash). */
uint64_t
map_hash(struct slice key)
{
	uint64_t hash = key.len * 0x9e3779b97f4a7c15u;
	for (size_t at = 0; at + 8 < key.len; at += 8)
		hash = mix(hash, octets_read(key.data + at));
	hash = mix(hash, load_tail(key.data, key.len));
	return hash ? hash : 1;
}

/* The slot of the key, or the empty one where it belongs. */
static struct map_slot *
slot_of(const struct map *map, uint64_t hash, struct slice key)
{
	size_t mask = map->capacity - 1;
	for (size_t at = hash & mask;; at = (at + 1) & mask) {
		struct map_slot *slot = &map->slots[at];
		if (slot->hash == 0 || (slot->hash == hash && slice_equal(slot->key, key)))
			return slot;
	}
}

static void
grow(struct map *map, size_t capacity)
{
	struct map old = *map;
	map->capacity = capacity;
	map->slots = memory_new_zeroed(map->capacity, sizeof *map->slots);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.slots[i].hash)
			*slot_of(map, old.slots[i].hash, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

uint32_t *
map_find(const struct map *map, struct slice key)
{
	if (map->count == 0)
		return NULL;
	struct map_slot *slot = slot_of(map, map_hash(key), key);
	return slot->hash ? &slot->value : NULL;
}

uint32_t *
map_add(struct map *map, struct slice key, uint32_t value, bool *added)
{
	if (map->count >= map->capacity / 2)
		grow(map, map->capacity ? 2 * map->capacity : 64);
	uint64_t hash = map_hash(key);
	struct map_slot *slot = slot_of(map, hash, key);
	if (added)
		*added = slot->hash == 0;
	if (slot->hash == 0) {
		*slot = (struct map_slot){hash, key, value};
		map->count++;
	}
	return &slot->value;
}

void
map_reserve(struct map *map, size_t count)
{
	size_t capacity = 64;
	while (capacity / 2 < count)
		capacity *= 2;
	if (capacity > map->capacity)
		grow(map, capacity);
}

void
map_clear(struct map *map)
{
	if (map->count > 0)
		memset(map->slots, 0, map->capacity * sizeof *map->slots);
	map->count = 0;
}

void
map_free(struct map *map)
{
	free(map->slots);
	*map = (struct map){0};
}
