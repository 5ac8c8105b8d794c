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

static void
add_short(struct words *words, struct slice word, uint32_t value)
{
	uint64_t bytes = words_bytes(word.data, word.len);
	size_t mask = SIZE_MAX >> words->shift, at = words_hash(bytes) >> words->shift;
	while (words->keys[at] != 0)
		at = (at + 1) & mask;
	words->keys[at] = bytes;
	words->values[at] = value;
}

void
words_index(struct words *words)
{
	size_t capacity = 64;
	words->shift = 64 - 6;
	for (; capacity < 4 * words->map.count; capacity *= 2)
		words->shift--;
	words->keys = memory_new_zeroed(capacity, sizeof *words->keys);
	words->values = memory_new_zeroed(capacity, sizeof *words->values);
	for (size_t i = 0; i < words->map.capacity; i++) {
		const struct map_slot *slot = &words->map.slots[i];
		if (slot->hash == 0)
			continue;
		if (slot->key.len <= WORDS_SHORT)
			add_short(words, slot->key, slot->value);
		else
			words_filter_add(&words->long_words, slot->key);
	}
}

uint32_t
words_find_further(const struct words *words, uint64_t bytes, size_t at)
{
	size_t mask = SIZE_MAX >> words->shift;
	while (words->keys[at] != bytes) {
		if (words->keys[at] == 0)
			return WORDS_NONE;
		at = (at + 1) & mask;
	}
	return words->values[at];
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
	free(words->keys);
	free(words->values);
	map_free(&words->map);
	*words = (struct words){0};
}
