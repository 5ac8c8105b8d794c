#include "utf8.h"

#include <stdlib.h>
#include <utf8proc.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "error.h"
#include "memory.h"
#include "octets.h"

enum {
	NEAR = 0x800 /* the first character of three bytes */
};

/*
 * By lead byte: how long the sequence is, and the bounds of its second byte (Unicode, table
 * 3-7). Those bounds shut out overlong forms, surrogates and what lies beyond U+10FFFF.
 */
static size_t
sequence(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
	*high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/*
 * How many bytes of the sequence at text[at] are as they must be: all of them where it is valid
 * (`*whole`), else its maximal subpart, 1 at least.
 */
static size_t
well_formed(struct slice text, size_t at, bool *whole)
{
	unsigned char low, high;
	size_t want = sequence((unsigned char)text.data[at], &low, &high), have = 1;
	while (have < want && at + have < text.len) {
		unsigned char byte = (unsigned char)text.data[at + have];
		if (byte < (have == 1 ? low : 0x80) || byte > (have == 1 ? high : 0xbf))
			break;
		have++;
	}
	*whole = want > 0 && have == want;
	return have;
}

/* The two bytes as a character; UTF8_BAD where they are no sequence. */
static inline int32_t
decode_pair(const char *from)
{
	unsigned char lead = (unsigned char)from[0], next = (unsigned char)from[1];
	bool pair = lead >= 0xc2 && lead <= 0xdf && (next & 0xc0) == 0x80;
	return pair ? (lead & 0x1f) << 6 | (next & 0x3f) : UTF8_BAD;
}

int32_t
utf8_decode_long(struct slice text, size_t at, size_t *len)
{
	int32_t character = at + 1 < text.len ? decode_pair(text.data + at) : UTF8_BAD;
	if (character != UTF8_BAD) {
		*len = 2;
		return character;
	}
	bool whole;
	*len = well_formed(text, at, &whole);
	if (!whole) {
		*len = 1;
		return UTF8_BAD;
	}
	character = (unsigned char)text.data[at] & (0x7f >> *len);
	for (size_t i = 1; i < *len; i++)
		character = character << 6 | ((unsigned char)text.data[at + i] & 0x3f);
	return character;
}

int32_t
utf8_decode_long_before(struct slice text, size_t at, size_t *len)
{
	int32_t character = at > 1 ? decode_pair(text.data + at - 2) : UTF8_BAD;
	if (character != UTF8_BAD) {
		*len = 2;
		return character;
	}
	for (size_t back = 1; back <= 4 && back <= at; back++) {
		if (((unsigned char)text.data[at - back] & 0xc0) == 0x80)
			continue;
		character = utf8_decode(slice_cut(text, 0, at), at - back, len);
		if (*len == back)
			return character;
		break;
	}
	*len = 1;
	return UTF8_BAD;
}

void
utf8_add(struct buffer *to, int32_t character)
{
	char *room = buffer_reserve(to, 4);
	if (character >= 0 && character < 0x80) {
		room[0] = (char)character;
		to->len++;
		return;
	}
	if (character > 0 && character < NEAR) {
		room[0] = (char)(0xc0 | character >> 6);
		room[1] = (char)(0x80 | (character & 0x3f));
		to->len += 2;
		return;
	}
	to->len += (size_t)utf8proc_encode_char(character, (utf8proc_uint8_t *)room);
}

/* Passes over ASCII, 64 bytes at a time, as far as that goes. */
static size_t
pass_ascii(struct slice text, size_t at)
{
#ifdef __SSE2__
	for (; at + 64 <= text.len; at += 64) {
		__m128i all = _mm_setzero_si128();
#pragma GCC unroll 4
		for (size_t i = 0; i < 64; i += sizeof all)
			all = _mm_or_si128(all,
				_mm_loadu_si128(
					(const __m128i *)(const void *)(text.data + at + i)));
		if (_mm_movemask_epi8(all))
			break;
	}
#endif
	return at;
}

/* Where the first byte at `at` or behind it is that is not ASCII. */
static size_t
end_of_ascii(struct slice text, size_t at)
{
	const uint64_t highs = 0x8080808080808080u;
	for (at = pass_ascii(text, at); at + 8 <= text.len; at += 8) {
		uint64_t beyond = octets_read(text.data + at) & highs;
		if (beyond)
			return at + (size_t)__builtin_ctzll(beyond) / 8;
	}
	while (at < text.len && (unsigned char)text.data[at] < 0x80)
		at++;
	return at;
}

static bool
continues(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

/* Where the sequences of two bytes, and most of those of three, end that text[at] begins. */
static size_t
end_of_common(struct slice text, size_t at)
{
	const unsigned char *byte = (const unsigned char *)text.data;
	while (at + 2 < text.len && continues(byte[at + 1])) {
		unsigned char lead = byte[at];
		if (lead >= 0xc2 && lead < 0xe0)
			at += 2;
		else if (lead > 0xe0 && lead < 0xf0 && lead != 0xed && continues(byte[at + 2]))
			at += 3;
		else
			break;
	}
	return at;
}

size_t
utf8_valid_length(struct slice text)
{
	size_t at = 0;
	while ((at = end_of_ascii(text, at)) < text.len) {
		size_t end = end_of_common(text, at);
		if (end == at) {
			bool whole;
			end = at + well_formed(text, at, &whole);
			if (!whole)
				break;
		}
		at = end;
	}
	return at;
}

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
utf8_lower(int32_t character)
{
	if (character < 0x80)
		return character >= 'A' && character <= 'Z' ? character + 0x20 : character;
	static uint16_t lowers[NEAR]; /* of those asked for before */
	if (character >= NEAR)
		return utf8proc_tolower(character);
	if (!lowers[character])
		lowers[character] = (uint16_t)utf8proc_tolower(character);
	return lowers[character];
}

void
utf8_add_lower(struct buffer *to, struct slice text)
{
	buffer_reserve(to, text.len);
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		if (character == UTF8_BAD)
			buffer_add_byte(to, text.data[at]);
		else if (character < 0x80)
			buffer_add_byte(to, (char)utf8_lower(character));
		else
			utf8_add(to, utf8_lower(character));
	}
}

/* The text with each maximal subpart of a bad sequence replaced by U+FFFD. */
static void
add_repaired(struct buffer *to, struct slice text)
{
	while (text.len > 0) {
		size_t valid = utf8_valid_length(text);
		buffer_add(to, slice_cut(text, 0, valid));
		if (valid == text.len)
			return;
		bool whole;
		size_t bad = well_formed(text, valid, &whole);
		buffer_add(to, SLICE("\xef\xbf\xbd"));
		text = slice_cut(text, valid + bad, text.len);
	}
}

/* Adds what utf8proc makes of valid text. */
static void
add_mapped(struct buffer *to, struct slice text, utf8proc_option_t how)
{
	const utf8proc_uint8_t *from = (const utf8proc_uint8_t *)text.data;
	utf8proc_ssize_t len = (utf8proc_ssize_t)text.len;
	utf8proc_ssize_t count = utf8proc_decompose(from, len, NULL, 0, how);
	if (count < 0)
		die("text cannot be normalised: %s", utf8proc_errmsg(count));
	/* one more: utf8proc closes what it encodes with a NUL */
	utf8proc_int32_t *codes = memory_new(((size_t)count + 1) * sizeof *codes);
	utf8proc_decompose(from, len, codes, count, how);
	len = utf8proc_reencode(codes, count, how);
	if (len > 0)
		buffer_add(to, (struct slice){(const char *)codes, (size_t)len});
	free(codes);
}

size_t
utf8_own_nfc(struct slice text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + at;
	unsigned char lead = bytes[0];
	if (lead < 0xcc)
		return lead < 0x80 ? 1 : 2;
	unsigned char second = bytes[1];
	if (lead < 0xe0) {
		bool greek = (lead == 0xce && second != 0x87) || lead == 0xcf;
		bool cyrillic = lead == 0xd0 || lead == 0xd1 || (lead == 0xd2 && second > 0x89);
		bool hebrew = lead == 0xd7 && second >= 0x90 && second <= 0xaa;
		bool arabic =
			(lead == 0xd8 && second >= 0xa0) || (lead == 0xd9 && second < 0x8b);
		return greek || cyrillic || hebrew || arabic ? 2 : 0;
	}
	if (lead >= 0xf0)
		return 0;
	unsigned char third = bytes[2];
	bool general = lead == 0xe2 && second == 0x80 && third > 0x81;
	bool currency = lead == 0xe2 && second == 0x82 && third >= 0xa0 && third < 0xc0;
	bool kana =
		lead == 0xe3 && (second == 0x81 || second == 0x83 ||
					(second == 0x82 && third != 0x99 && third != 0x9a) ||
					(second == 0x80 && third < 0xaa));
	bool han = lead >= 0xe4 && lead <= 0xe9;
	bool hangul = (lead == 0xea && second >= 0xb0) || lead == 0xeb || lead == 0xec ||
		      (lead == 0xed && second < 0x9e);
	bool wide = lead == 0xef && (second == 0xbc || second == 0xbd);
	return general || currency || kana || han || hangul || wide ? 3 : 0;
}

/* How many bytes at the front of valid text are their own NFC. */
static size_t
own_length(struct slice text)
{
	size_t at = 0, len = 1;
	while (len > 0 && (at = end_of_ascii(text, at)) < text.len)
		at += len = utf8_own_nfc(text, at);
	return at;
}

/*
 * Adds the NFC of valid text. Most of it is merely copied; what may change is mapped with the
 * ASCII character in front of it, up to the next one: none combines with what precedes it.
 */
static void
add_nfc_of_valid(struct buffer *to, struct slice text)
{
	while (text.len > 0) {
		size_t own = own_length(text), start = own, end = own;
		if (own < text.len && own > 0)
			do
				start--;
			while (start > 0 && (unsigned char)text.data[start] >= 0x80);
		while (end < text.len && (unsigned char)text.data[end] >= 0x80)
			end++;
		buffer_add(to, slice_cut(text, 0, start));
		if (start < end)
			add_mapped(to, slice_cut(text, start, end),
				UTF8PROC_COMPOSE | UTF8PROC_STABLE);
		text = slice_cut(text, end, text.len);
	}
}

void
utf8_add_nfc(struct buffer *to, struct slice text)
{
	if (utf8_valid_length(text) == text.len) {
		add_nfc_of_valid(to, text);
		return;
	}
	struct buffer repaired = {0};
	add_repaired(&repaired, text);
	add_nfc_of_valid(to, buffer_slice(&repaired));
	buffer_free(&repaired);
}

static int32_t
folded_specially(int32_t character)
{
	switch (character) { /* letters that no decomposition leads back to ASCII */
	case 0x142:
		return 'l';
	case 0xf8:
		return 'o';
	case 0x111:
		return 'd';
	case 0x131:
		return 'i';
	}
	return character;
}

void
utf8_add_folded(struct buffer *to, struct slice text)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		if (character == UTF8_BAD) {
			buffer_add_byte(to, text.data[at]);
		} else if (character < 0x80) {
			buffer_add_byte(to, (char)utf8_lower(character));
		} else {
			utf8proc_int32_t parts[8];
			int boundary = 0;
			utf8proc_ssize_t count = utf8proc_decompose_char(character, parts, 8,
				UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
				&boundary);
			for (utf8proc_ssize_t i = 0; i < count && i < 8; i++)
				utf8_add(to, folded_specially(parts[i]));
		}
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
