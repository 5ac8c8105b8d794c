#include "words.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

void
words_filter_add(struct words_filter *filter, struct slice word)
{
	uint64_t key = words_key(words_bytes(word.data, word.len), word.len);
	size_t bit = words_hash(key) >> (64 - WORDS_FILTER_BITS);
	filter->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

/* A word that goes into the index. */
struct item {
	uint64_t key;
	uint32_t value;
};

/* A NUL at the end of a short word would make it the same as another. */
static bool
has_key(struct slice word)
{
	return word.len > WORDS_SHORT || (word.len > 0 && word.data[word.len - 1] != '\0');
}

/* The words of the map, those of one bucket behind each other; how many there are. */
static size_t
list_items(const struct words_index *index, const struct map *map, struct item *items)
{
	size_t count = 0;
	struct sort_pair *pairs = memory_new((map->count + 1) * sizeof *pairs);
	for (size_t i = 0; i < map->capacity; i++) {
		struct slice word = map->slots[i].key;
		if (!map->slots[i].hash || !has_key(word))
			continue;
		uint64_t key = words_key(words_bytes(word.data, word.len), word.len);
		uint64_t bucket = words_hash(key) >> index->bucket_shift;
		pairs[count++] = (struct sort_pair){(uint32_t)bucket, (uint32_t)i};
	}
	sort_pairs(pairs, count);
	for (size_t i = 0; i < count; i++) {
		const struct map_slot *slot = &map->slots[pairs[i].value];
		struct slice word = slot->key;
		items[i].key = words_key(words_bytes(word.data, word.len), word.len);
		items[i].value = word.len > WORDS_SHORT ? WORDS_ASK : slot->value;
	}
	free(pairs);
	return count;
}

/* Leaves out long words whose key is there already; how many are left. */
static size_t
drop_doubles(struct item *items, size_t count)
{
	size_t left = 0;
	for (size_t i = 0; i < count; i++) {
		size_t same = 0;
		while (same < left && items[same].key != items[i].key)
			same++;
		if (same == left)
			items[left++] = items[i];
		else if (items[i].value != WORDS_ASK)
			items[same] = items[i];
	}
	return left;
}

/* Puts the items of a bucket where its factor says; false, and none, where one is in the way.
 */
static bool
place(struct words_index *index, const struct item *items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = words_place(index, words_hash(items[i].key));
		if (index->values[at]) {
			while (i-- > 0)
				index->values[words_place(index, words_hash(items[i].key))] =
					WORDS_NONE;
			return false;
		}
		index->keys[at] = items[i].key;
		index->values[at] = items[i].value;
	}
	return true;
}

/* Puts a bucket in by the first factor by which it fits; false where none does. */
static bool
place_bucket(struct words_index *index, struct item *items, size_t count)
{
	size_t bucket = words_hash(items[0].key) >> index->bucket_shift;
	count = drop_doubles(items, count);
	for (unsigned factor = 1; factor <= UINT16_MAX; factor += 2) {
		index->factors[bucket] = (uint16_t)factor;
		if (place(index, items, count))
			return true;
	}
	return false;
}

/* How many items from the first on are of its bucket. */
static size_t
count_bucket(const struct words_index *index, const struct item *items, size_t count)
{
	uint64_t bucket = words_hash(items[0].key) >> index->bucket_shift;
	size_t same = 1;
	while (same < count && words_hash(items[same].key) >> index->bucket_shift == bucket)
		same++;
	return same;
}

/* Puts all items in, those of large buckets first, for which there is room then. */
static bool
place_all(struct words_index *index, struct item *items, size_t count)
{
	struct sort_pair *buckets = memory_new((count + 1) * sizeof *buckets);
	size_t bucket_count = 0;
	for (size_t i = 0, size; i < count; i += size) {
		size = count_bucket(index, &items[i], count - i);
		buckets[bucket_count++] =
			(struct sort_pair){UINT32_MAX - (uint32_t)size, (uint32_t)i};
	}
	sort_pairs(buckets, bucket_count);
	bool placed = true;
	for (size_t i = 0; i < bucket_count && placed; i++)
		placed = place_bucket(
			index, &items[buckets[i].value], UINT32_MAX - buckets[i].key);
	free(buckets);
	return placed;
}

/* Makes the index with so many bits of a place; false where that comes to no end. */
static bool
make(struct words_index *index, const struct map *map, unsigned bits)
{
	enum {
		BUCKET = 2 /* bits: four places for each bucket */
	};
	size_t places = (size_t)1 << bits;
	index->shift = 64 - bits;
	index->bucket_shift = index->shift + BUCKET;
	index->keys = memory_new_zeroed(places, sizeof *index->keys);
	index->values = memory_new_zeroed(places, sizeof *index->values);
	index->factors = memory_new_zeroed(places >> BUCKET, sizeof *index->factors);
	struct item *items = memory_new((map->count + 1) * sizeof *items);
	bool made = place_all(index, items, list_items(index, map, items));
	free(items);
	return made;
}

static void
free_index(struct words_index *index)
{
	free(index->keys);
	free(index->values);
	free(index->factors);
	*index = (struct words_index){0};
}

/* Puts the words one behind another, and where their hash says. */
static void
list_texts(struct words *words)
{
	const struct map *map = &words->map;
	size_t len = 0, at = 0;
	for (size_t i = 0; i < map->capacity; i++)
		len += map->slots[i].key.len;
	char *text = memory_new(len + 1);
	struct words_item *items = memory_new_zeroed(map->capacity, sizeof *items);
	for (size_t i = 0; i < map->capacity; i++) {
		struct slice key = map->slots[i].key;
		if (key.len == 0)
			continue;
		memcpy(text + at, key.data, key.len);
		/* the map has its slots where they are looked for */
		items[i] = (struct words_item){
			(uint32_t)at, (uint32_t)key.len, map->slots[i].value};
		at += key.len;
	}
	words->text = text;
	words->items = items;
	words->places = map->capacity;
}

void
words_index(struct words *words)
{
	unsigned bits = 6;
	map_reserve(&words->map, 1); /* so that there is a place, if an empty one */
	while ((size_t)1 << bits < words->map.count + words->map.count / 4)
		bits++;
	while (!make(&words->index, &words->map, bits++))
		free_index(&words->index);
	list_texts(words);
	map_free(&words->map);
}

uint32_t
words_ask(const struct words *words, struct slice word)
{
	for (size_t at = map_hash(word);; at++) {
		const struct words_item *item = &words->items[at & (words->places - 1)];
		if (item->len == 0)
			return WORDS_NONE;
		if (slice_equal(words_of_item(words, item), word))
			return item->value;
	}
}

void
words_free(struct words *words)
{
	free_index(&words->index);
	map_free(&words->map);
	free(words->text);
	free(words->items);
	*words = (struct words){0};
}
