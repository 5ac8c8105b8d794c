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
 * Puts a key where it belongs; one that is there already goes to its other place, and so on
 * (Pagh and Rodler, "Cuckoo hashing", 2001). False where that comes to no end.
 */
static bool
add(struct words_index *index, uint64_t key, uint32_t value)
{
	enum {
		MOST = 64
	};
	size_t at = words_place(index, words_hash(key));
	for (int i = 0; i < MOST; i++) {
		uint64_t moved = index->keys[at], hash = words_hash(moved);
		uint32_t moved_value = index->values[at];
		index->keys[at] = key;
		index->values[at] = value;
		if (moved == 0)
			return true;
		bool first = at == words_place(index, hash);
		at = first ? words_other_place(index, hash) : words_place(index, hash);
		key = moved;
		value = moved_value;
	}
	return false;
}

/* A NUL at the end of a short word would make it the same as another. */
static bool
has_key(struct slice word)
{
	return word.len > WORDS_SHORT || (word.len > 0 && word.data[word.len - 1] != '\0');
}

/* Adds the short words, or the long ones whose key is not there yet. */
static bool
add_all(struct words_index *index, const struct map *map, bool are_long)
{
	for (size_t i = 0; i < map->capacity; i++) {
		const struct map_slot *slot = &map->slots[i];
		struct slice word = slot->key;
		bool is_long = word.len > WORDS_SHORT;
		if (!slot->hash || is_long != are_long || !has_key(word))
			continue;
		uint64_t key = words_key(words_bytes(word.data, word.len), word.len);
		if (are_long && words_find_key(index, key))
			continue;
		if (!add(index, key, are_long ? WORDS_ASK : slot->value))
			return false;
	}
	return true;
}

void
words_index(struct words *words)
{
	struct words_index *index = &words->index;
	for (index->bits = 6; (size_t)1 << index->bits < 2 * words->map.count;)
		index->bits++;
	for (;; index->bits++) {
		size_t places = (size_t)1 << index->bits;
		index->shift = 64 - index->bits;
		index->keys = memory_new_zeroed(places, sizeof *index->keys);
		index->values = memory_new_zeroed(places, sizeof *index->values);
		if (add_all(index, &words->map, false) && add_all(index, &words->map, true))
			return;
		free(index->keys);
		free(index->values);
	}
}

uint32_t
words_ask(const struct words *words, struct slice word)
{
	const uint32_t *known = map_find(&words->map, word);
	return known ? *known : WORDS_NONE;
}

void
words_free(struct words *words)
{
	free(words->index.keys);
	free(words->index.values);
	map_free(&words->map);
	*words = (struct words){0};
}
