/*
 * cardinal: whole numbers in words, and numerals: one hundred and six thousand, 3.4 million.
 */
#ifndef CARDINAL_H
#define CARDINAL_H

#include "lexeme.h"
#include "memory.h"
#include "numeral.h"

/* What has been read of a cardinal so far. */
struct cardinal {
	const struct lexemes *lexemes;
	size_t at;
	struct decimal value;
	struct decimal room;    /* what comes next must be smaller; 0: nothing was read yet */
	struct numeral numeral; /* the last one read */
	bool is_numeral;        /* all that was read is one numeral */
	bool no_and;
	bool rough; /* its last word says so: une DIZAINE */
};

/* A cardinal of which nothing has been read yet. */
static inline void
cardinal_begin(struct cardinal *reading, const struct lexemes *lexemes, size_t at)
{
	memory_clear(reading, sizeof *reading);
	reading->lexemes = lexemes;
	reading->at = at;
}

/* Whether a value is small enough to be added to what was read. */
bool cardinal_fits(const struct cardinal *reading, struct decimal value);

/*
 * Reads a cardinal at reading->at, which moves behind it; *scale is the factor of its last
 * word: 1000000 in "3.4 million", else 1. False where there is none, and nothing changes.
 */
bool cardinal_read(struct cardinal *reading, struct decimal *scale);

/* The same below 100, or a numeral. */
bool cardinal_read_small(struct cardinal *reading);

/* Reads the decimals behind a cardinal: two hundred POINT zero three. */
void cardinal_read_point(struct cardinal *reading);

/* Multiplies by the scale words there; their factor in *scale. */
void cardinal_read_scales(struct cardinal *reading, struct decimal *scale);

/* The scale word at `at`, and how many tokens it has; NULL where there is none. */
const struct entry *cardinal_scale(const struct lexemes *lexemes, size_t at, size_t *tokens);

#endif
