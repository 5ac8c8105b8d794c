#include "normal.h"

#include <stdbool.h>
#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "mojibake.h"
#include "utf8.h"

/* By byte: 0 what may need work, 1 what needs none, 2 a space (fine where it stands alone). */
static const uint8_t byte_class[256] = {
	[' '] = 2,
#define ROW(n) [n] = 1, [n + 1] = 1, [n + 2] = 1, [n + 3] = 1, [n + 4] = 1, [n + 5] = 1
	ROW(0x21),
	ROW(0x27),
	ROW(0x2d),
	ROW(0x33),
	ROW(0x39),
	ROW(0x3f),
	ROW(0x45),
	ROW(0x4b),
	ROW(0x51),
	ROW(0x57),
	ROW(0x5d),
	ROW(0x63),
	ROW(0x69),
	ROW(0x6f),
	ROW(0x75),
	[0x7b] = 1,
	[0x7c] = 1,
	[0x7d] = 1,
	[0x7e] = 1,
#undef ROW
};

#ifdef __SSE2__
/* How many bytes from `at` on are printable ASCII with single spaces, sixteen at a time: at
 * least those, and none behind them. The byte behind the sixteen must be there, too. */
static size_t
printable_run(struct slice text, size_t at)
{
	const __m128i below = _mm_set1_epi8(' '), space = _mm_set1_epi8(' '),
		      delete = _mm_set1_epi8(0x7f);
	size_t begin = at;
	while (at + 17 <= text.len) {
		const char *data = text.data + at;
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)data);
		__m128i next = _mm_loadu_si128((const __m128i *)(const void *)(data + 1));
		__m128i odd = _mm_or_si128(/* above 0x7f is below 0 */
			_mm_cmplt_epi8(bytes, below), _mm_cmpeq_epi8(bytes, delete));
		__m128i twice = _mm_and_si128(
			_mm_cmpeq_epi8(bytes, space), _mm_cmpeq_epi8(next, space));
		if (_mm_movemask_epi8(_mm_or_si128(odd, twice)))
			break;
		at += 16;
	}
	return at - begin;
}
#else
static size_t
printable_run(struct slice text, size_t at)
{
	(void)text;
	(void)at;
	return 0;
}
#endif

/* Whether what a character beyond ASCII stands in front of leaves both as they are: no mark
 * that combines with it, nothing that looks like mojibake beside it. */
static bool
plain_before(struct slice text, size_t at)
{
	unsigned char next = at < text.len ? (unsigned char)text.data[at] : ' ';
	return next < 0x80 || next == 0xc2 || next == 0xd0 || next == 0xd1 || next == 0xe2;
}

/* Cyrillic letters, U+0410-044F and ё є і ї, as two bytes. */
static bool
is_cyrillic(const unsigned char *bytes)
{
	if (bytes[0] == 0xd0)
		return bytes[1] >= 0x90 && bytes[1] <= 0xbf;
	return bytes[0] == 0xd1 &&
	       ((bytes[1] >= 0x80 && bytes[1] <= 0x8f) || bytes[1] == 0x91 ||
		       bytes[1] == 0x94 || bytes[1] == 0x96 || bytes[1] == 0x97);
}

static bool
is_capital(const unsigned char *bytes)
{
	return bytes[0] == 0xd0 && bytes[1] < 0xb0;
}

/* The length of the character beyond ASCII at text[at], where it can stand as it is between
 * its neighbours; else 0. Those of western and Cyrillic text are known, and its marks. */
static size_t
plain_wide(struct slice text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + at;
	if (at + 3 <= text.len && bytes[0] == 0xe2 && bytes[1] == 0x80 && bytes[2] >= 0x90 &&
		bytes[2] <= 0xa6) /* dashes, quotation marks, the ellipsis */
		return plain_before(text, at + 3) ? 3 : 0;
	if (at + 2 > text.len || !plain_before(text, at + 2))
		return 0;
	if (bytes[0] == 0xc2)
		return bytes[1] == 0xab || bytes[1] == 0xbb ? 2 : 0;
	if (is_cyrillic(bytes)) {
		bool small = at >= 2 && is_cyrillic(bytes - 2) && !is_capital(bytes - 2);
		return small && is_capital(bytes) ? 0 : 2;
	}
	bool latin = bytes[0] >= 0xc3 && bytes[0] <= 0xc5 && (bytes[1] & 0xc0) == 0x80;
	bool suspect = bytes[0] == 0xc3 && (bytes[1] == 0x82 || bytes[1] == 0x83);
	bool alone = at + 2 == text.len || bytes[2] < 0x80;
	return latin && !suspect && alone ? 2 : 0;
}

/* How many bytes at the front can stand as they are: printable ASCII with single spaces, and
 * letters and marks between. */
static size_t
plain_length(struct slice text)
{
	size_t at = 0;
	if (text.len && text.data[0] == ' ')
		return 0;
	while (at < text.len) {
		at += printable_run(text, at);
		if (at == text.len)
			break;
		uint8_t class = byte_class[(unsigned char)text.data[at]];
		bool lone = class == 2 && at + 1 < text.len && text.data[at + 1] != ' ';
		size_t len = class == 1 || lone ? 1 : plain_wide(text, at);
		if (len == 0)
			break;
		at += len;
	}
	return at;
}

bool
normal_is_plain(struct slice text)
{
	return plain_length(text) == text.len;
}

static bool
is_dropped(int32_t character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0) ||
	       character == 0xad || character == 0x200b || character == 0x2060 ||
	       character == 0xfeff || (character >= 0xfff9 && character <= 0xfffb) ||
	       (character & 0xfffe) == 0xfffe;
}

static bool
is_no_break(int32_t character)
{
	return character == 0xa0 || character == 0x202f || character == 0x2007;
}

/* Adds valid text with its white space and controls put right. */
static void
add_spaced(struct buffer *to, struct slice text)
{
	size_t begin = to->len;
	int32_t space = 0; /* that stands before the next character */
	for (size_t at = 0, len; at < text.len; at += len) {
		len = plain_length(slice_cut(text, at, text.len));
		if (len > 0 && text.data[at + len - 1] == ' ')
			len--; /* others may follow it */
		if (len > 0) { /* most of it, as it is */
			if (space && to->len > begin)
				utf8_add(to, space);
			space = 0;
			buffer_add(to, slice_cut(text, at, at + len));
			continue;
		}
		int32_t character = utf8_decode(text, at, &len);
		if (character != 0x200b && character != 0xfeff && utf8_is_space(character)) {
			space = !space && is_no_break(character) ? character : ' ';
		} else if (!is_dropped(character)) {
			if (space && to->len > begin)
				utf8_add(to, space);
			space = 0;
			buffer_add(to, slice_cut(text, at, at + len));
		}
	}
}

void
normal_add(struct buffer *to, struct slice text)
{
	text = trim(text);
	if (plain_length(text) == text.len) {
		buffer_add(to, text);
		return;
	}
	struct buffer repaired = {0}, composed = {0};
	if (utf8_valid_length(text) < text.len) { /* mends bad bytes, too */
		utf8_add_nfc(&composed, text);
		text = buffer_slice(&composed);
	}
	if (mojibake_repair(&repaired, text))
		text = buffer_slice(&repaired);
	struct buffer spaced = {0};
	add_spaced(&spaced, text);
	utf8_add_nfc(to, buffer_slice(&spaced));
	buffer_free(&spaced);
	buffer_free(&composed);
	buffer_free(&repaired);
}

/* U+0085 is no space here: it stands for the ellipsis of windows-1252 far more often. */
static bool
is_space(int32_t character)
{
	return character != 0x85 && utf8_is_space(character);
}

struct slice
trim(struct slice text)
{
	size_t start = 0, end = text.len, len;
	if (end > 0 && byte_class[(unsigned char)text.data[0]] == 1 &&
		byte_class[(unsigned char)text.data[end - 1]] == 1)
		return text;
	while (start < end && is_space(utf8_decode(text, start, &len)))
		start += len;
	while (end > start && is_space(utf8_decode_before(text, end, &len)))
		end -= len;
	return slice_cut(text, start, end);
}
