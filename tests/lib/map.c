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
