/*
 * numeral: numbers written in digits of any script, with marks between their groups and before
 * their fraction: 11,000  3.4  1.234,5  1 414 021  1'000  10,00,000  .77  4e14
 */
#ifndef NUMERAL_H
#define NUMERAL_H

#include "decimal.h"
#include "lexeme.h"

struct numeral {
	size_t next; /* the token behind it */
	struct decimal value;
	unsigned digits; /* before the decimal mark */
	bool grouped, fraction;
	bool padded; /* begins with a 0 that means nothing: 007 */
};

/*
 * Reads the numeral whose first token is `at`, a run of digits or the decimal mark before one.
 * False where there is none, or it has more digits than a quantity can have.
 */
bool numeral_read(const struct lexemes *lexemes, size_t at, struct numeral *numeral);

/* The value of a token of so many ASCII digits and no other; -1 where it is none such. */
int numeral_read_digits(const struct lexemes *lexemes, size_t at, size_t min, size_t max);
static inline int
numeral_digits(const struct lexemes *lexemes, size_t at, size_t min, size_t max)
{
	return is_kind(lexemes, at, TOKEN_DIGITS) ? numeral_read_digits(lexemes, at, min, max)
						  : -1;
}

#endif
