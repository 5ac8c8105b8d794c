#include "words.h"

#include <stdlib.h>

#include "memory.h"

void
words_filter_add(struct words_filter *filter, struct slice word)
{
	uint64_t key = words_key(words_bytes(word.data, word.len), word.len);
	size_t bit = words_hash(key) >> (64 - WORDS_FILTER_BITS);
	filter->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

/*
 * Puts a short word where it belongs; one that is there already goes to its other place, and so
 * on (Pagh and Rodler, "Cuckoo hashing", 2001). False where that comes to no end.
 */
static bool
add_short(struct words_short *words, uint64_t bytes, uint32_t value)
{
	enum {
		MOST = 64
	};
	size_t at = words_place(words, words_hash(bytes));
	for (int i = 0; i < MOST; i++) {
		uint64_t moved = words->keys[at], hash = words_hash(moved);
		uint32_t moved_value = words->values[at];
		words->keys[at] = bytes;
		words->values[at] = value;
		if (moved == 0)
			return true;
		bool first = at == words_place(words, hash);
		at = first ? words_other_place(words, hash) : words_place(words, hash);
		bytes = moved;
		value = moved_value;
	}
	return false;
}

/* A NUL at the end would make it the same as another. */
static bool
is_short(struct slice word)
{
	return word.len > 0 && word.len <= WORDS_SHORT && word.data[word.len - 1] != '\0';
}

static bool
add_all_short(struct words_short *words, const struct map *map)
{
	for (size_t i = 0; i < map->capacity; i++) {
		const struct map_slot *slot = &map->slots[i];
		if (slot->hash && is_short(slot->key) &&
			!add_short(
				words, words_bytes(slot->key.data, slot->key.len), slot->value))
			return false;
	}
	return true;
}

static void
index_short(struct words_short *words, const struct map *map)
{
	for (words->bits = 6; (size_t)1 << words->bits < 3 * map->count;)
		words->bits++;
	for (;; words->bits++) {
		size_t places = (size_t)1 << words->bits;
		words->shift = 64 - words->bits;
		words->keys = memory_new_zeroed(places, sizeof *words->keys);
		words->values = memory_new_zeroed(places, sizeof *words->values);
		if (add_all_short(words, map))
			return;
		free(words->keys);
		free(words->values);
	}
}

void
words_index(struct words *words)
{
	index_short(&words->short_words, &words->map);
	for (size_t i = 0; i < words->map.capacity; i++) {
		const struct map_slot *slot = &words->map.slots[i];
		if (slot->hash && slot->key.len > WORDS_SHORT)
			words_filter_add(&words->long_words, slot->key);
	}
}

uint32_t
words_find_long(const struct words *words, struct slice word)
{
	const uint32_t *known = map_find(&words->map, word);
	return known ? *known : WORDS_NONE;
}

void
words_free(struct words *words)
{
	free(words->short_words.keys);
	free(words->short_words.values);
	map_free(&words->map);
	*words = (struct words){0};
}
