/*
 * words: a set of words and phrases, each with a number from 1 on, that is built once and then
 * asked very often. Most that are asked for are not in it, or are short.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "map.h"
#include "octets.h"
#include "slice.h"

enum {
	WORDS_SHORT = 8, /* bytes that fit into a number */
	WORDS_FILTER_BITS = 16,
	WORDS_NONE = 0, /* the number of no word */
};
#define WORDS_ASK (UINT32_C(1) << 31)

/* Words of which all, and others as well, are said to be in it. */
struct words_filter {
	uint64_t bits[(1 << WORDS_FILTER_BITS) / 64];
};

/*
 * Words by their words_key(), each at a place that no other has: the hash of its bucket is
 * spread by a factor that was found when the index was made (Belazzougui, Botelho and
 * Dietzfelbinger, "Hash, displace, and compress", 2009). A long word's tells only that all of
 * its bytes are to be asked for, as others may have the same: it has the bit WORDS_ASK.
 */
struct words_index {
	uint64_t *keys;
	uint32_t *values;
	uint16_t *factors;            /* of buckets */
	unsigned shift, bucket_shift; /* of a hash for its place, and its bucket */
};

/* A word's bytes in the text of all, and its number; no length: an empty place. */
struct words_item {
	uint32_t start, len, value;
};

/* All zero before its first use. */
struct words {
	struct map
		map; /* words are added here, then words_index() is called, which empties it */
	char *text;
	struct words_item *items; /* by map_hash(), the next one where a place is taken */
	size_t places;            /* a power of two */
	struct words_index index;
};

void words_index(struct words *words);
void words_free(struct words *words);

static inline struct slice
words_of_item(const struct words *words, const struct words_item *item)
{
	return (struct slice){words->text + item->start, item->len};
}

/* The first bytes of a word, the first lowest, zeros behind its last. */
static inline uint64_t
words_bytes(const char *word, size_t len)
{
	const unsigned char *byte = (const unsigned char *)word;
	if (len >= 8)
		return octets_read(word);
	if (len >= 4) /* the two may overlap, where they are the same */
		return octets_read_half(word) | (uint64_t)octets_read_half(word + len - 4)
							<< (8 * (len - 4));
	if (len == 0)
		return 0;
	return byte[0] | (uint64_t)byte[len / 2] << (len / 2 * 8) |
	       (uint64_t)byte[len - 1] << ((len - 1) * 8);
}

/*
 * A number for a word of any length by its first bytes; long ones may have the same. A long
 * word of ASCII has that of no short word, for its highest byte is beyond ASCII alone.
 */
static inline uint64_t
words_key(uint64_t bytes, size_t len)
{
	return len > WORDS_SHORT ? bytes ^ (uint64_t)(0x80 | len) << 56 : bytes;
}

static inline uint64_t
words_hash(uint64_t key)
{
	return key * 0x9e3779b97f4a7c15u;
}

static inline bool
words_filter_has(const struct words_filter *filter, uint64_t key)
{
	size_t bit = words_hash(key) >> (64 - WORDS_FILTER_BITS);
	return filter->bits[bit / 64] >> bit % 64 & 1;
}

void words_filter_add(struct words_filter *filter, struct slice word);

/* Where a word is if it is in the index. */
static inline size_t
words_place(const struct words_index *index, uint64_t hash)
{
	return hash * index->factors[hash >> index->bucket_shift] >> index->shift;
}

/*
 * The number that stands for a key. Whether a word is known is as good as random, so this does
 * without branches.
 */
static inline uint32_t
words_find_key(const struct words_index *index, uint64_t key)
{
	size_t at = words_place(index, words_hash(key));
	return index->values[at] & -(uint32_t)(index->keys[at] == key);
}

/* By all of its bytes. */
uint32_t words_ask(const struct words *words, struct slice word);

/* The number of a word or phrase of any length, WORDS_NONE where there is none. */
static inline uint32_t
words_find(const struct words *words, struct slice word)
{
	if (word.len == 0)
		return WORDS_NONE;
	uint64_t key = words_key(words_bytes(word.data, word.len), word.len);
	uint32_t known = words_find_key(&words->index, key);
	bool is_long = word.len > WORDS_SHORT && known != WORDS_NONE;
	return is_long || known & WORDS_ASK ? words_ask(words, word) : known;
}

/* The first `len` bytes, 8 at most, of a word behind which bytes may be read. */
static inline uint64_t
words_beginning(const char *word, size_t len)
{
	static const uint64_t masks[] = {0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffffffffff,
		0xffffffffffff, 0xffffffffffffff, UINT64_MAX};
	return octets_read(word) & masks[len];
}

/* The key of a word that is not empty, and behind which bytes may be read. */
static inline uint64_t
words_key_within(const char *word, size_t len)
{
	return words_key(words_beginning(word, len < WORDS_SHORT ? len : WORDS_SHORT), len);
}

/* The same as words_find() of such a word of ASCII; `index` is a copy of words->index. */
static inline uint32_t
words_find_within(const struct words *words, const struct words_index *index, const char *word,
	size_t len)
{
	uint32_t known = words_find_key(index, words_key_within(word, len));
	return known & WORDS_ASK ? words_ask(words, (struct slice){word, len}) : known;
}

#endif
