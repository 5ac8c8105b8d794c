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
static inline void
scan_begin(struct scan *scan, struct slice text, bool colons)
{
	*scan = (struct scan){.text = text, .colons = colons};
}

/* Whether the character that begins with the byte above 0x7f at `at` is one to be found. */
bool scan_is_found(struct slice text, size_t at);

/* Goes on to where there are bytes that may begin such characters. False where there are none.
 */
bool scan_go_on(struct scan *scan);

/*
 * Where the next such character begins at or behind `at`, which is never below that of the call
 * before; text.len where there is none.
 */
static inline size_t
scan_next(struct scan *scan, size_t at)
{
	if (at >= scan->next) {
		scan->next = at;
		scan->places = 0;
	} else if (at > scan->at) {
		scan->places &= ~(uint64_t)0 << (at - scan->at);
	}
	do {
		for (; scan->places; scan->places &= scan->places - 1) {
			size_t found = scan->at + (size_t)__builtin_ctzll(scan->places);
			unsigned char byte = (unsigned char)scan->text.data[found];
			if (byte < 0x80 || scan_is_found(scan->text, found))
				return found;
		}
	} while (scan_go_on(scan));
	return scan->text.len;
}

#endif
