/* charset: the single-byte encodings, and the names under which encodings go on the web. */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdint.h>

#include "slice.h"

struct charset {
	struct slice name;
	uint16_t high[128]; /* characters of bytes 0x80 to 0xff; the C1 control where none is */
	uint8_t bytes[512]; /* the bytes by hash of their character; 0: none */
};

/*
 * The encoding that a label means, as "windows-1252" for "ISO-8859-1" (table charset-labels);
 * empty where it is not known.
 */
struct slice charset_name(struct slice label);

/* A single-byte encoding by its name (table charsets); NULL where it is none. It stays. */
const struct charset *charset_find(struct slice name);

/* The byte that stands for a character, -1 where none does. */
int charset_byte(const struct charset *charset, int32_t character);

#endif
