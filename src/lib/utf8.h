/*
 * utf8: text as characters. All functions take any bytes and never read beyond what they are
 * given; a byte that belongs to no valid sequence counts as one character, UTF8_BAD.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "slice.h"

enum {
	UTF8_BAD = -1
};

/* The character that begins at text[at]; `*len` is how many bytes it takes (1 where it is bad).
 */
int32_t utf8_decode_long(struct slice text, size_t at, size_t *len);

static inline int32_t
utf8_decode(struct slice text, size_t at, size_t *len)
{
	unsigned char byte = (unsigned char)text.data[at];
	if (byte < 0x80) {
		*len = 1;
		return byte;
	}
	return utf8_decode_long(text, at, len);
}

/* The character that ends before text[at], at > 0; `*len` is how many bytes it takes. */
int32_t utf8_decode_before(struct slice text, size_t at, size_t *len);

/* Adds the character to the buffer. */
void utf8_add(struct buffer *to, int32_t character);

/* How many bytes at the front are valid UTF-8 (RFC 3629). */
size_t utf8_valid_length(struct slice text);

/* Properties of a character; all false for UTF8_BAD. */
bool utf8_is_letter(int32_t character); /* letters and the marks that combine with them */
bool utf8_is_upper(int32_t character);  /* upper and title case */
bool utf8_is_lower(int32_t character);
bool utf8_is_digit(int32_t character); /* decimal digits of all scripts */
bool utf8_is_space(
	int32_t character); /* white space, no-break and zero-width spaces included */

/* The value of a decimal digit of any script, -1 where it is none. */
int utf8_digit_value(int32_t character);

/* The character in lower case, by its simple mapping. */
int32_t utf8_lower(int32_t character);

/* Adds the text in lower case; bad bytes as they are. */
void utf8_add_lower(struct buffer *to, struct slice text);

/* Adds the text in NFC; its bad bytes become U+FFFD, one for each maximal subpart. */
void utf8_add_nfc(struct buffer *to, struct slice text);

/* Adds the text without its diacritics and in lower case (Żółć: zolc), as keys for names. */
void utf8_add_folded(struct buffer *to, struct slice text);

/* How many columns the text takes on a terminal. */
size_t utf8_width(struct slice text);

#endif
