/*
 * datebook: the words that dates are put together with, of all languages (tables month-names
 * and date-words). The build makes it of the tables (freeze/), so that no run has to.
 */
#ifndef DATEBOOK_H
#define DATEBOOK_H

#include <stdint.h>

#include "wordkey.h"

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

/* Where a word is, or the empty place where it belongs. */
static inline size_t
datebook_place(const struct datebook *book, uint64_t key)
{
	size_t at = wordkey_place(key, DATEBOOK_BITS);
	while (book->entries[at].key && book->entries[at].key != key)
		at = (at + 1) % (1 << DATEBOOK_BITS);
	return at;
}

#endif
