/*
 * datebook: the words that dates are put together with, of all languages (tables month-names
 * and date-words). The build makes it of the tables (freeze/), so that no run has to.
 */
#ifndef DATEBOOK_H
#define DATEBOOK_H

#include <stdint.h>

#include "map.h"
#include "octets.h"
#include "slice.h"

enum datebook_calendar {
	DATEBOOK_GREGORIAN,
	DATEBOOK_IRANIAN,
	DATEBOOK_THAI
};

enum {
	DATEBOOK_BITS = 12 /* of a place among the words */
};

struct datebook {
	struct datebook_entry {
		uint64_t key; /* 0: none */
		uint8_t kinds, month, calendar;
	} entries[1 << DATEBOOK_BITS];
};

extern const struct datebook datebook;

/* What stands for a word in small letters: itself where eight bytes hold it, else its hash. */
static inline uint64_t
datebook_key(struct slice word)
{
	return word.len > 8 ? map_hash(word) : octets_read_few(word.data, word.len);
}

/* Where a word is, or the empty place where it belongs. */
static inline size_t
datebook_place(const struct datebook *book, uint64_t key)
{
	size_t at = key * 0x9e3779b97f4a7c15u >> (64 - DATEBOOK_BITS);
	while (book->entries[at].key && book->entries[at].key != key)
		at = (at + 1) % (1 << DATEBOOK_BITS);
	return at;
}

#endif
