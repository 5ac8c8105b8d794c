#include "scan.h"

#include <stdbool.h>

#include "byteset.h"
#include "character.h"
#include "utf8.h"

/*
 * ASCII marks, and the leads of the characters of character.c that this is about. A colon or a
 * semicolon is a mark in some languages.
 */
#define MARKS "\n!().?[]{}"
#define COLONS ":;"
#define LEADS "\xc2\xcd\xd6\xd8\xdb\xdc\xe0\xe1\xe2\xe3\xea\xef"

/* Most characters are told by their second byte. */
bool
scan_is_found(struct slice text, size_t at)
{
	unsigned char lead = (unsigned char)text.data[at];
	unsigned char second = at + 1 < text.len ? (unsigned char)text.data[at + 1] : 0;
	if ((lead == 0xd8 && second != 0x9f) || (lead == 0xdb && second != 0x94) ||
		(lead == 0xe0 && second != 0xa5) || (lead == 0xe3 && second != 0x80) ||
		(lead == 0xc2 && second != 0x85 && second != 0xb7))
		return false;
	/* dashes and quotation marks are many */
	if (lead == 0xe2 && second == 0x80 && at + 2 < text.len &&
		(unsigned char)text.data[at + 2] < 0xa2)
		return false;
	size_t len;
	unsigned class = character_class(utf8_decode(text, at, &len));
	return class &
	       (CHARACTER_MARK | CHARACTER_BRACKET | CHARACTER_BULLET | CHARACTER_BREAK);
}

bool
scan_go_on(struct scan *scan)
{
	static struct byteset all, without_colons;
	if (!all.look) {
		byteset_make(&all, SLICE(MARKS COLONS LEADS));
		byteset_make(&without_colons, SLICE(MARKS LEADS));
	}
	scan->at = scan->next;
	scan->places =
		byteset_find(scan->colons ? &all : &without_colons, scan->text, &scan->at);
	scan->next = scan->at + BYTESET_STRETCH;
	return scan->places != 0;
}
