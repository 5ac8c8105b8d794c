/*
 * frozen: the words of a language as the build has read them from the tables, so that a start
 * need not. Not where a user adds tables.
 */
#ifndef FROZEN_H
#define FROZEN_H

#include "lexicon.h"

/* Members as those of struct lexicon. */
struct frozen {
	const char *language;
	struct entry *entries;
	size_t count;
	struct words words, exact;
	uint64_t exact_tokens[256];
	struct units units;
	bool tenses;
	struct words_filter beginnings; /* as in struct trigger */
};

/* Closed by one without a language. */
extern const struct frozen frozen[];

#endif
