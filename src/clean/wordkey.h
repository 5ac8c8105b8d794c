/*
 * wordkey: words as numbers, and where they belong in tables that the build makes.
 */
#ifndef WORDKEY_H
#define WORDKEY_H

#include <stdint.h>

#include "map.h"
#include "octets.h"
#include "slice.h"

/* What stands for a word in small letters: itself where eight bytes hold it, else its hash. */
static inline uint64_t
wordkey(struct slice word)
{
	return word.len > 8 ? map_hash(word) : octets_read_few(word.data, word.len);
}

/* Where a key is looked for first in a table of 1 << bits places. */
static inline size_t
wordkey_place(uint64_t key, unsigned bits)
{
	return key * 0x9e3779b97f4a7c15u >> (64 - bits);
}

#endif
