#include "scan.h"

#include <stdbool.h>

#include "character.h"
#include "utf8.h"

enum {
	DULL,
	FOUND,
	LEAD /* may begin a character to be found */
};

/* By byte. The leads are those of the characters of character.c that this is about. */
static const unsigned char bytes[256] = {
	['\n'] = FOUND,
	['!'] = FOUND,
	['('] = FOUND,
	[')'] = FOUND,
	['.'] = FOUND,
	[':'] = FOUND,
	[';'] = FOUND,
	['?'] = FOUND,
	['['] = FOUND,
	[']'] = FOUND,
	['{'] = FOUND,
	['}'] = FOUND,
	[0xc2] = LEAD,
	[0xcd] = LEAD,
	[0xd6] = LEAD,
	[0xd8] = LEAD,
	[0xdb] = LEAD,
	[0xdc] = LEAD,
	[0xe0] = LEAD,
	[0xe1] = LEAD,
	[0xe2] = LEAD,
	[0xe3] = LEAD,
	[0xea] = LEAD,
	[0xef] = LEAD,
};

/* Most characters with these leads are told by their second byte. */
static bool
is_found(struct slice text, size_t at)
{
	unsigned char lead = (unsigned char)text.data[at];
	unsigned char second = at + 1 < text.len ? (unsigned char)text.data[at + 1] : 0;
	if ((lead == 0xd8 && second != 0x9f) || (lead == 0xdb && second != 0x94) ||
		(lead == 0xe0 && second != 0xa5) || (lead == 0xe3 && second != 0x80) ||
		(lead == 0xc2 && second != 0x85))
		return false;
	size_t len;
	unsigned class = character_class(utf8_decode(text, at, &len));
	return class &
	       (CHARACTER_MARK | CHARACTER_BRACKET | CHARACTER_BULLET | CHARACTER_BREAK);
}

size_t
scan_next(struct slice text, size_t at)
{
	const unsigned char *data = (const unsigned char *)text.data;
	for (; at < text.len; at++) {
		unsigned char found = bytes[data[at]];
		if (found == DULL)
			continue;
		if (found == FOUND || is_found(text, at))
			return at;
	}
	return at;
}
