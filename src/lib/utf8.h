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
	UTF8_BAD = -1,
	UTF8_LONGEST = 4 /* bytes of a character */
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
int32_t utf8_decode_long_before(struct slice text, size_t at, size_t *len);

static inline int32_t
utf8_decode_before(struct slice text, size_t at, size_t *len)
{
	unsigned char byte = (unsigned char)text.data[at - 1];
	if (byte < 0x80) {
		*len = 1;
		return byte;
	}
	return utf8_decode_long_before(text, at, len);
}

/* Adds the character to the buffer. */
void utf8_add(struct buffer *to, int32_t character);

/* How many bytes at the front are valid UTF-8 (RFC 3629). */
size_t utf8_valid_length(struct slice text);

/* How many bytes at the front, which are not valid, are the maximal subpart of a sequence. */
size_t utf8_bad_length(struct slice text);

/* The first place at `at` or behind it that is not ASCII; the text's end where there is none.
 */
size_t utf8_ascii_end(struct slice text, size_t at);

/* What utf8_kind() tells. */
enum utf8_kind {
	UTF8_LETTER = 1, /* letters and the marks that combine with them */
	UTF8_UPPER = 2,  /* upper and title case */
	UTF8_LOWER = 4,
	UTF8_DIGIT = 8 /* decimal digits of all scripts */
};

/* Those of the ASCII characters, and of one that is not. */
extern const unsigned char utf8_kind_ascii[128];
unsigned utf8_kind_long(int32_t character);

/* The kinds of a character, as a set; none for UTF8_BAD. */
static inline unsigned
utf8_kind(int32_t character)
{
	return (uint32_t)character < 0x80 ? utf8_kind_ascii[character]
					  : utf8_kind_long(character);
}

static inline bool
utf8_is_letter(int32_t character)
{
	return utf8_kind(character) & UTF8_LETTER;
}

static inline bool
utf8_is_upper(int32_t character)
{
	return utf8_kind(character) & UTF8_UPPER;
}

static inline bool
utf8_is_lower(int32_t character)
{
	return utf8_kind(character) & UTF8_LOWER;
}

static inline bool
utf8_is_digit(int32_t character)
{
	return utf8_kind(character) & UTF8_DIGIT;
}

bool utf8_is_space(
	int32_t character); /* white space, no-break and zero-width spaces included */

/* The value of a decimal digit of any script, -1 where it is none. */
int utf8_digit_value(int32_t character);

int32_t utf8_lower_long(int32_t character);

/* The character in lower case, by its simple mapping. */
static inline int32_t
utf8_lower(int32_t character)
{
	if (character < 0x80)
		return character >= 'A' && character <= 'Z' ? character + 0x20 : character;
	return utf8_lower_long(character);
}

/* Adds the text in lower case; bad bytes as they are. */
void utf8_add_lower(struct buffer *to, struct slice text);

/*
 * Where text[at], valid, begins a character of a range in which every one is its own NFC and
 * none combines with what precedes it, its length; else 0. The ranges hold nearly all of the
 * text in the larger scripts (Unicode: NFC_Quick_Check=Yes and combining class 0).
 */
size_t utf8_own_nfc(struct slice text, size_t at);

/* Adds the text in NFC; its bad bytes become U+FFFD, one for each maximal subpart. */
void utf8_add_nfc(struct buffer *to, struct slice text);

/* Adds the text without its diacritics and in lower case (Żółć: zolc), as keys for names. */
void utf8_add_folded(struct buffer *to, struct slice text);

/* How many columns the text takes on a terminal. */
size_t utf8_width(struct slice text);

#endif
