#include "utf8.h"

#include <utf8proc.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

size_t
utf8_ascii_end(struct slice text, size_t at)
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
	while ((at = utf8_ascii_end(text, at)) < text.len) {
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

size_t
utf8_bad_length(struct slice text)
{
	bool whole;
	return well_formed(text, 0, &whole);
}
