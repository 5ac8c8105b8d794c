#include "map.h"

#include "buffer.h"
#include "memory.h"
#include "test.h"

enum {
	KEYS = 20000
};

static struct slice
key_of(struct arena *arena, size_t number)
{
	struct buffer key = {0};
	buffer_add(&key, SLICE("key\0"));
	buffer_add_size(&key, number);
	struct slice kept = arena_copy(arena, buffer_slice(&key));
	buffer_free(&key);
	return kept;
}

void
test_map(char *file)
{
	(void)file;
	struct map map = {0};
	struct arena arena = {0};
	bool added;
	CHECK(map_find(&map, SLICE("a")) == NULL);
	CHECK(*map_add(&map, SLICE(""), 9, &added) == 9 && added);
	CHECK(*map_add(&map, SLICE(""), 8, &added) == 9 && !added);
	for (size_t i = 0; i < KEYS; i++)
		map_add(&map, key_of(&arena, i), (uint32_t)i, NULL);
	CHECK(map.count == KEYS + 1);
	for (size_t i = 0; i < KEYS; i++) {
		uint32_t *value = map_find(&map, key_of(&arena, i));
		CHECK(value && *value == i);
	}
	CHECK(map_find(&map, SLICE("key")) == NULL);
	CHECK(*map_find(&map, SLICE("")) == 9);
	*map_find(&map, SLICE("")) = 5;
	CHECK(*map_find(&map, SLICE("")) == 5);
	map_clear(&map);
	CHECK(map.count == 0 && map_find(&map, SLICE("")) == NULL);
	map_add(&map, SLICE("a\0b"), 1, NULL);
	map_add(&map, SLICE("a\0c"), 2, NULL);
	CHECK(*map_find(&map, SLICE("a\0c")) == 2);

	/* the same on every machine, and never 0, which marks an empty slot */
	CHECK(map_hash(SLICE("")) != 0);
	CHECK(map_hash(SLICE("eleven thousand troops")) == 0xc87c82a26fab521au);
	map_free(&map);
	arena_free(&arena);
}

/* Keys that differ in the byte at `place` alone are all there, each with its own value. */
static void
check_alike(size_t len, size_t place)
{
	char keys[256][24];
	struct map map = {0};
	for (size_t i = 0; i < 256; i++) {
		memset(keys[i], 'k', len);
		keys[i][place] = (char)i;
		map_add(&map, (struct slice){keys[i], len}, (uint32_t)i, NULL);
	}
	CHECK(map.count == 256);
	for (size_t i = 0; i < 256; i++) {
		const uint32_t *value = map_find(&map, (struct slice){keys[i], len});
		CHECK(value && *value == i);
	}
	map_free(&map);
}

/* Adds keys until two of them share the lower 16 bits of their hashes; both are found. */
static void
check_shared_bits(struct arena *arena)
{
	static size_t number_of[1 << 16];
	size_t pairs = 0;
	for (size_t i = 1; i < KEYS; i++) {
		struct slice key = key_of(arena, i);
		size_t *first = &number_of[map_hash(key) & 0xffff];
		if (*first) {
			struct slice other = key_of(arena, *first);
			struct map map = {0};
			map_add(&map, other, 1, NULL);
			CHECK(map_find(&map, key) == NULL);
			map_add(&map, key, 2, NULL);
			CHECK(*map_find(&map, other) == 1 && *map_find(&map, key) == 2);
			map_free(&map);
			pairs++;
		}
		*first = i;
	}
	CHECK(pairs > 100);
}

/* Of both halves of the hashes hardly any come twice: all 64 bits tell keys apart. */
static void
check_halves(struct arena *arena)
{
	struct map low = {0}, high = {0};
	for (size_t i = 0; i < KEYS; i++) {
		uint64_t hash = map_hash(key_of(arena, i));
		uint32_t halves[2] = {(uint32_t)hash, (uint32_t)(hash >> 32)};
		struct slice kept =
			arena_copy(arena, (struct slice){(const char *)halves, sizeof halves});
		map_add(&low, slice_cut(kept, 0, 4), 0, NULL);
		map_add(&high, slice_cut(kept, 4, 8), 0, NULL);
	}
	CHECK(low.count >= KEYS - 3 && high.count >= KEYS - 3);
	map_free(&low);
	map_free(&high);
}

void
test_map_alike(char *file)
{
	(void)file;
	struct arena arena = {0};
	for (size_t len = 1; len <= 24; len++)
		for (size_t place = 0; place < len; place++)
			check_alike(len, place);
	check_shared_bits(&arena);
	check_halves(&arena);
	arena_free(&arena);
}
