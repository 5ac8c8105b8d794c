/*
 * pattern: regular expressions (PCRE2, in UTF mode, compiled to machine code where that is
 * possible). Text may hold any bytes. A match that costs too much is given up with a message;
 * it is never taken for "no match" in silence.
 */
#ifndef PATTERN_H
#define PATTERN_H

#include <stdbool.h>

#include "slice.h"

struct pattern;

enum pattern_flags {
	PATTERN_CASELESS = 1,
	PATTERN_ANCHORED = 2, /* matches only where the search begins */
	PATTERN_WHOLE = 4,    /* matches only all of the text from where the search begins */
};

/* Where a group of a match lies in the text; start > end: it took no part. */
struct span {
	size_t start, end;
};

enum {
	PATTERN_GROUPS = 10
};

/*
 * Compiles an expression; pattern_free() lets it go. One that is wrong ends the program with a
 * message that names `origin` (a file or table).
 */
struct pattern *pattern_new(struct slice expression, unsigned flags, const char *origin);

/*
 * Searches text from byte `from`. True where it matches; group 0 is the whole match. `groups`
 * has room for PATTERN_GROUPS spans, or is NULL.
 */
bool pattern_find(
	const struct pattern *pattern, struct slice text, size_t from, struct span *groups);

void pattern_free(struct pattern *pattern);

#endif
