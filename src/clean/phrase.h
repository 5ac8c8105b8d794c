/*
 * phrase: a text's words as phrases in tables are written: small letters, a number as `9`, one
 * space between, punctuation left out. They are told apart by hashes, of which most are made of
 * eight bytes at once.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "slice.h"

struct word {
	uint32_t start, end; /* in the normalised text */
	uint32_t source_end; /* in the text itself */
	uint64_t hash;
};

/* A word by its hash, and how many bytes of the text it takes. */
struct hashed {
	uint64_t hash;
	size_t len;
};

/* A hash, and eight bytes or another hash behind it (after Fx). */
static inline uint64_t
phrase_hash_more(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

/* Of a word in phrases' form; eight bytes can be read from where its last ones begin. */
uint64_t phrase_hash(const char *word, size_t len);

/* Whether a character of ASCII is of no word. */
bool phrase_breaks_at(char character);

/* How many bytes the character at text[at] has. */
size_t phrase_character_length(struct slice text, size_t at);

/* Puts a text into phrases' form. Returns how many words there are, `limit` at most. */
size_t phrase_words(struct buffer *to, struct slice text, struct word *words, size_t limit);

/* The word at text[at]; `len` is 0 where none begins there. `scratch` is for those that are not
 * of letters of ASCII alone. */
struct hashed phrase_hash_at(struct buffer *scratch, struct slice text, size_t at);

#endif
