#include "shingles.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "memory.h"
#include "utf8.h"

enum {
	WORDS = 4 /* of a shingle; a shorter text is one shingle */
};

struct shingles {
	uint64_t *hashes; /* 0: empty */
	size_t capacity, count;
};

/* Words one by one, as hashes of their letters and digits in small letters. */
struct words {
	struct slice text;
	size_t at;
};

static bool
next_word(struct words *words, uint64_t *hash)
{
	bool inside = false;
	*hash = 1469598103934665603u;
	for (size_t len; words->at < words->text.len; words->at += len) {
		int32_t c = utf8_decode(words->text, words->at, &len);
		bool wide = c >= 0x2e80;
		if (!utf8_is_letter(c) && !utf8_is_digit(c)) {
			if (inside)
				return true;
			continue;
		}
		if (inside && wide) /* scripts without spaces: a character is a word */
			return true;
		inside = true;
		*hash = (*hash ^ (uint64_t)utf8_lower(c)) * 1099511628211u;
		if (wide) {
			words->at += len;
			return true;
		}
	}
	return inside;
}

static uint64_t
spread(uint64_t hash)
{
	hash ^= hash >> 31;
	hash *= 0x9e3779b97f4a7c15u;
	hash ^= hash >> 29;
	return hash ? hash : 1;
}

static size_t
slot_of(const struct shingles *shingles, uint64_t hash)
{
	size_t slot = hash & (shingles->capacity - 1);
	while (shingles->hashes[slot] && shingles->hashes[slot] != hash)
		slot = (slot + 1) & (shingles->capacity - 1);
	return slot;
}

typedef void take_shingle(void *context, uint64_t hash);

static void
each_shingle(struct slice text, take_shingle *take, void *context)
{
	struct words words = {.text = text};
	uint64_t last[WORDS] = {0}, hash;
	size_t count = 0;
	while (next_word(&words, &hash)) {
		last[count++ % WORDS] = hash;
		if (count < WORDS)
			continue;
		uint64_t all = 0;
		for (size_t i = 0; i < WORDS; i++)
			all = spread(all ^ last[(count + i) % WORDS]);
		take(context, all);
	}
}

static void
add(void *context, uint64_t hash)
{
	struct shingles *shingles = context;
	size_t slot = slot_of(shingles, hash);
	shingles->count += shingles->hashes[slot] == 0;
	shingles->hashes[slot] = hash;
}

struct shingles *
shingles_new(struct slice text)
{
	struct shingles *shingles = memory_new_zeroed(1, sizeof *shingles);
	shingles->capacity = 64; /* a word takes two bytes at least, or is one wide character */
	while (shingles->capacity < text.len)
		shingles->capacity *= 2;
	shingles->hashes = memory_new_zeroed(shingles->capacity, sizeof *shingles->hashes);
	each_shingle(text, add, shingles);
	return shingles;
}

struct share {
	const struct shingles *of;
	size_t found, all;
};

static void
look_up(void *context, uint64_t hash)
{
	struct share *share = context;
	share->found += share->of->hashes[slot_of(share->of, hash)] != 0;
	share->all++;
}

double
shingles_share(const struct shingles *shingles, struct slice text)
{
	struct share share = {.of = shingles};
	if (shingles->count == 0)
		return 0;
	each_shingle(text, look_up, &share);
	return share.all ? (double)share.found / (double)share.all : 0;
}

void
shingles_free(struct shingles *shingles)
{
	free(shingles->hashes);
	free(shingles);
}
