/*
 * namesakes: words that are part of a person's name although tables know them as something
 * else: Theresa May, Jo March, August Wilson, Anna Richter, Rosa Fuentes.
 */
#ifndef NAMESAKES_H
#define NAMESAKES_H

#include "words.h"

enum {
	NAMESAKES_KEPT = 16, /* last names of this kind that a document may have */
};

/* All zero where a document begins. */
struct namesakes {
	uint64_t last[NAMESAKES_KEPT]; /* hashes */
	uint32_t count;
};

/* Takes from names in the range what tables say of them as common words. */
void namesakes_find(struct namesakes *namesakes, const struct words *words, struct range range);

/* … and from the last names that were found, where they stand alone: "March said". */
void namesakes_settle(const struct namesakes *namesakes, const struct words *words);

#endif
