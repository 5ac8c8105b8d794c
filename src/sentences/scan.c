#include "scan.h"

#include <stdbool.h>

#include "character.h"
#include "utf8.h"

enum {
	DULL,
	FOUND,
	COLON, /* : and ;, where they are asked for */
	LEAD   /* may begin a character to be found */
};

/* By byte. The leads are those of the characters of character.c that this is about. */
static const unsigned char bytes[256] = {
	['\n'] = FOUND,
	['!'] = FOUND,
	['('] = FOUND,
	[')'] = FOUND,
	['.'] = FOUND,
	[':'] = COLON,
	[';'] = COLON,
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

/* Whether the lead begins one of them; most characters are told by their second byte. */
static bool
leads(struct slice text, size_t at)
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

static inline bool
is_found(struct slice text, size_t at, bool colons)
{
	unsigned char found = bytes[(unsigned char)text.data[at]];
	return found != DULL && (found == FOUND || (found == COLON ? colons : leads(text, at)));
}

/* Byte by byte, up to `end`. */
static size_t
find(struct slice text, size_t at, size_t end, bool colons)
{
	for (; at < end; at++) {
		if (is_found(text, at, colons))
			break;
	}
	return at;
}

#ifdef __SSE2__
#include <emmintrin.h>

enum {
	BLOCK = 16
};

/* A bit for each byte of a block that is to be found, or that is not ASCII. */
static unsigned
bits(__m128i block, bool colons)
{
	const __m128i round = _mm_and_si128(block, _mm_set1_epi8((char)0xfe));  /* ( ) : ; */
	const __m128i square = _mm_and_si128(block, _mm_set1_epi8((char)0xdf)); /* [ { */
	__m128i found = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('.')),
		_mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('?')),
			_mm_cmpeq_epi8(block, _mm_set1_epi8('!'))));
	found = _mm_or_si128(found, _mm_cmpeq_epi8(round, _mm_set1_epi8('(')));
	found = _mm_or_si128(found, _mm_or_si128(_mm_cmpeq_epi8(square, _mm_set1_epi8('[')),
					    _mm_cmpeq_epi8(square, _mm_set1_epi8(']'))));
	found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
	if (colons)
		found = _mm_or_si128(found, _mm_cmpeq_epi8(round, _mm_set1_epi8(':')));
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(found, block));
}

size_t
scan_next(struct slice text, size_t at, bool colons)
{
	while (at + BLOCK <= text.len) {
		unsigned seen =
			bits(_mm_loadu_si128((const __m128i *)(const void *)(text.data + at)),
				colons);
		if (!seen) {
			at += BLOCK;
			continue;
		}
		for (; seen; seen &= seen - 1) {
			size_t found = at + (size_t)__builtin_ctz(seen);
			if (is_found(text, found, colons))
				return found;
		}
		at += BLOCK;
	}
	return find(text, at, text.len, colons);
}
#else
size_t
scan_next(struct slice text, size_t at, bool colons)
{
	return find(text, at, text.len, colons);
}
#endif
