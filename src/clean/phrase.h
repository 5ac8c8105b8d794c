/*
 * phrase: a text's words as phrases in tables are written: small letters, a number as `9`, one
 * space between, punctuation left out. They are told apart by hashes, of which most are made of
 * eight bytes at once.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include <stdint.h>

#include "buffer.h"
#include "folded.h"
#include "slice.h"

/* A word by its hash. */
struct word {
	uint64_t hash;
	size_t end; /* in the text */
};

/* A hash, and eight bytes or another hash behind it (after Fx). */
static inline uint64_t
phrase_hash_more(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

/* The hash of `count` words in a chain, and of another word behind them: "read more" is not
 * "more read". */
static inline uint64_t
phrase_chain(uint64_t chain, size_t count, uint64_t word)
{
	return count ? phrase_hash_more(chain << 1 | chain >> 63, word) : word;
}

/* The hash of a run of ASCII letters, by its folded_key(), and that of two neighbours. */
static inline uint64_t
phrase_run(uint64_t key)
{
	return phrase_hash_more(0, key);
}

static inline uint64_t
phrase_runs(uint64_t first, uint64_t second)
{
	return (first << 7 | first >> 57) ^ second;
}

/* Whether text[at], where a character beyond ASCII stands, is in front of a letter beyond
 * U+00FF, as all are that are neither of ASCII nor among those that phrases of western
 * languages are written with. */
static inline bool
phrase_is_foreign(struct slice text, size_t at)
{
	unsigned char byte = (unsigned char)text.data[at];
	bool mark = byte == 0xe2 && at + 1 < text.len && text.data[at + 1] == '\x80';
	return byte >= 0xc4 && !mark;
}

/* Of a word in phrases' form. */
uint64_t phrase_hash(struct slice word);

/* Of all words, with single spaces between, of a text in phrases' form. */
uint64_t phrase_chain_of(struct slice phrase);

/* Adds a text in phrases' form. */
void phrase_add(struct buffer *to, struct slice text);

/* The words of a text. Returns how many there are, `limit` at most. `scratch` is for those that
 * are not of letters of ASCII alone. */
size_t phrase_words(
	struct buffer *scratch, const struct folded *folded, struct word *words, size_t limit);

#endif
