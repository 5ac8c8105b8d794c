/*
 * scan: finds the characters at which a sentence may end or begin: marks, brackets, bullets.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "slice.h"

struct scan {
	/* private */
	struct slice text;
	bool colons;
	size_t at, next; /* the bytes that were looked at together */
	uint64_t places; /* those of them that may begin such a character and are to come */
};

/* `colons`: in the language : or ; end sentences, so they are found too. */
void scan_begin(struct scan *scan, struct slice text, bool colons);

/*
 * Where the next such character begins at or behind `at`, which is never below that of the call
 * before; text.len where there is none.
 */
size_t scan_next(struct scan *scan, size_t at);

#endif
