/* datescan: a text as tokens, with what each may stand for in a date. */
#ifndef DATESCAN_H
#define DATESCAN_H

#include <stdbool.h>

#include "dateword.h"
#include "slice.h"
#include "token.h"

enum {
	DATESCAN_TOKENS = 400 /* of a text; a date stands before */
};

struct scan {
	struct slice text;
	struct token token[DATESCAN_TOKENS];
	struct dateword word[DATESCAN_TOKENS];
	int number[DATESCAN_TOKENS]; /* of TOKEN_DIGITS, -1 where there are more than 8 digits
				      */
	int digits[DATESCAN_TOKENS];
	size_t count;
};

/* The text's first tokens. They hold until the next call. */
const struct scan *scan_text(struct slice text);

/* Whether token i, if there is one, is these bytes. */
bool scan_is(const struct scan *scan, size_t i, const char *bytes);

/* Whether it is a word of one of the kinds. */
bool scan_has(const struct scan *scan, size_t i, unsigned kinds);

/* Whether it is a number of so many digits at least and at most, within bounds. */
bool scan_in(const struct scan *scan, size_t i, int digits, int most_digits, int low, int high);

#endif
