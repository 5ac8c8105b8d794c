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
	uint64_t key = words_key(words_bytes(word.data, word.len), word.len);
	size_t at = words_hash(key) >> 30 & words->mask;
	while (words->slots[at].word != 0)
		at = (at + 1) & words->mask;
	words->slots[at] = (struct words_slot){key, value};
}

void
words_index(struct words *words)
{
	size_t capacity = 64;
	while (capacity < 4 * words->map.count)
		capacity *= 2;
	words->slots = memory_new_zeroed(capacity, sizeof *words->slots);
	words->mask = capacity - 1;
	for (size_t i = 0; i < words->map.capacity; i++) {
		const struct map_slot *slot = &words->map.slots[i];
		if (slot->hash == 0)
			continue;
		words_filter_add(&words->filter, slot->key);
		if (slot->key.len <= WORDS_SHORT)
			add_short(words, slot->key, slot->value);
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
	free(words->slots);
	map_free(&words->map);
	*words = (struct words){0};
}
