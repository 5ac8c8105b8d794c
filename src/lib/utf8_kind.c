/*
 * What Unicode says of a character, and how it looks.
 */
#include "utf8.h"

#include <utf8proc.h>

#include "octets.h"

enum {
	CASED = 0x800 /* the characters whose lower case is kept */
};

#define TWO(kind) kind, kind
#define TEN(kind) TWO(kind), TWO(kind), TWO(kind), TWO(kind), TWO(kind)
#define LETTERS(kind) TEN(kind), TEN(kind), TWO(kind), TWO(kind), TWO(kind)
const unsigned char utf8_kind_ascii[128] = {
	['0'] = TEN(UTF8_DIGIT),
	['A'] = LETTERS(UTF8_LETTER | UTF8_UPPER),
	['a'] = LETTERS(UTF8_LETTER | UTF8_LOWER),
};

static unsigned
kind_of_category(utf8proc_category_t category)
{
	unsigned kind = 0;
	if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME)
		kind |= UTF8_LETTER;
	if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT)
		kind |= UTF8_UPPER;
	if (category == UTF8PROC_CATEGORY_LL)
		kind |= UTF8_LOWER;
	return category == UTF8PROC_CATEGORY_ND ? UTF8_DIGIT : kind;
}

unsigned
utf8_kind_long(int32_t character)
{
	enum {
		KNOWN = 128
	};
	static unsigned char kinds[0x10000]; /* those asked for before */
	if (character < 0)
		return 0;
	if (character >= 0x10000)
		return kind_of_category(utf8proc_category(character));
	if (!kinds[character])
		kinds[character] =
			(unsigned char)(KNOWN | kind_of_category(utf8proc_category(character)));
	return kinds[character] & ~(unsigned)KNOWN;
}

bool
utf8_is_space(int32_t character)
{
	if (character < 0x80)
		return character == ' ' || (character >= '\t' && character <= '\r');
	if (character < 0x1680)
		return character == 0x85 || character == 0xa0;
	return character == 0x1680 || (character >= 0x2000 && character <= 0x200b) ||
	       character == 0x2028 || character == 0x2029 || character == 0x202f ||
	       character == 0x205f || character == 0x3000 || character == 0xfeff;
}

/* The digits of a script stand in a row of ten from its zero. */
int
utf8_digit_value(int32_t character)
{
	if (character < 0x80)
		return character >= '0' && character <= '9' ? character - '0' : -1;
	if (!utf8_is_digit(character))
		return -1;
	if (character >= 0x1d7ce &&
		character <= 0x1d7ff) /* mathematical digits: five rows together */
		return (character - 0x1d7ce) % 10;
	int value = 0;
	while (value < 9 && utf8_is_digit(character - value - 1))
		value++;
	return value;
}

int32_t
utf8_lower_long(int32_t character)
{
	static uint16_t lowers[CASED]; /* of those asked for before */
	if (character >= CASED)
		return utf8proc_tolower(character);
	if (!lowers[character])
		lowers[character] = (uint16_t)utf8proc_tolower(character);
	return lowers[character];
}

/* Adds eight bytes at most in small letters, where they are of ASCII. */
static bool
add_lower_octets(struct buffer *to, struct slice few)
{
	char lower[8];
	uint64_t octets = octets_read_few(few.data, few.len);
	if (octets & 0x8080808080808080u)
		return false;
	octets_write(lower, octets_lower(octets));
	octets_copy(buffer_reserve(to, few.len), lower, few.len);
	to->len += few.len;
	return true;
}

void
utf8_add_lower(struct buffer *to, struct slice text)
{
	buffer_reserve(to, text.len);
	for (size_t at = 0, len; at < text.len; at += len) {
		len = text.len - at < 8 ? text.len - at : 8;
		if (add_lower_octets(to, slice_cut(text, at, at + len)))
			continue;
		int32_t character = utf8_decode(text, at, &len);
		if (character == UTF8_BAD)
			buffer_add_byte(to, text.data[at]);
		else if (character < 0x80)
			buffer_add_byte(to, (char)utf8_lower(character));
		else
			utf8_add(to, utf8_lower(character));
	}
}

size_t
utf8_width(struct slice text)
{
	size_t width = 0;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		width += character < 0 ? 1 : (size_t)utf8proc_charwidth(character);
	}
	return width;
}
