/*
 * fraction: halves, two-thirds, 3/4, ½; and those behind a number: two and a half.
 */
#ifndef FRACTION_H
#define FRACTION_H

#include "cardinal.h"

/* Before it is divided, so that two thirds of a million is exact. */
struct fraction {
	struct decimal above, below;
};

struct decimal fraction_divide(struct fraction quotient);

/* Whether people make fractions with such a denominator: not 3/29. */
bool fraction_is_usual(uint64_t number);

/* Reads the fraction at `at`. Returns the token behind it, 0 where there is none. */
size_t fraction_read(const struct lexemes *lexemes, size_t at, struct fraction *value);

/*
 * Reads the fraction behind a cardinal into it: 3½, 10 1/2, two AND a half. True where a scale
 * may stand behind it: two and a half MILLION, but not a million and a half.
 */
bool fraction_read_behind(struct cardinal *reading);

#endif
