#include "normal.h"

#include <stdbool.h>
#include <stdint.h>

#include "masks.h"
#include "mojibake.h"
#include "utf8.h"

/* Whether what a character beyond ASCII stands in front of leaves both as they are: no mark
 * that combines with it, nothing that looks like mojibake beside it. */
static bool
plain_before(struct slice text, size_t at)
{
	unsigned char next = at < text.len ? (unsigned char)text.data[at] : ' ';
	return next < 0x80 || next == 0xc2 || next == 0xd0 || next == 0xd1 || next == 0xe2;
}

static bool
continues(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
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

static bool
is_ascii_at(struct slice text, size_t at)
{
	return at >= text.len || (unsigned char)text.data[at] < 0x80;
}

static bool
is_visible(char byte)
{
	return byte > ' ' && byte < 0x7f;
}

/* Whether two small letters stand at text[at] with ASCII around them, as in "créée": no
 * encoding takes a character of UTF-8 for such a pair. */
static bool
is_small_pair(struct slice text, size_t at)
{
	size_t len;
	if (at + 4 > text.len || (at > 0 && !is_ascii_at(text, at - 1)) ||
		!is_ascii_at(text, at + 4))
		return false;
	int32_t first = utf8_decode(text, at, &len), second = utf8_decode(text, at + 2, &len);
	return len == 2 && second >= 0xe0 && second < 0x180 && utf8_is_lower(second) &&
	       first >= 0xe0 && first != 0xff && utf8_is_lower(first);
}

/* Latin letters, U+00C0 to U+017F. */
static size_t
plain_latin(struct slice text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + at;
	bool suspect = bytes[0] == 0xc3 && (bytes[1] == 0x82 || bytes[1] == 0x83);
	if (!continues(bytes[1]) || suspect)
		return 0;
	if (is_ascii_at(text, at + 2))
		return 2;
	return is_small_pair(text, at) ? 4 : 0;
}

static size_t
plain_cyrillic(struct slice text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + at;
	if (!is_cyrillic(bytes) || !plain_before(text, at + 2))
		return 0;
	bool behind_small = at >= 2 && is_cyrillic(bytes - 2) && !is_capital(bytes - 2);
	return behind_small && is_capital(bytes) ? 0 : 2;
}

/* Signs such as £ and °, which are mojibake's only beside others; « and » beside others, too.
 */
static size_t
plain_sign(struct slice text, size_t at)
{
	unsigned char sign = (unsigned char)text.data[at + 1];
	if (sign == 0xab || sign == 0xbb)
		return plain_before(text, at + 2) ? 2 : 0;
	if (sign == 0xa0) /* a space that stays between characters that do */
		return at > 0 && at + 2 < text.len && is_visible(text.data[at - 1]) &&
				       is_visible(text.data[at + 2])
			       ? 2
			       : 0;
	bool alone = is_ascii_at(text, at + 2) && (at == 0 || is_ascii_at(text, at - 1));
	return sign > 0xa0 && sign < 0xc0 && sign != 0xad && alone ? 2 : 0;
}

/* Dashes, quotation marks, the ellipsis. */
static size_t
plain_mark(struct slice text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + at;
	bool mark = bytes[1] == 0x80 && bytes[2] >= 0x90 && bytes[2] <= 0xa6;
	return mark && plain_before(text, at + 3) ? 3 : 0;
}

/* Kana, han, hangul: one behind another, or in front of ASCII. */
static size_t
plain_eastern(struct slice text, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + at;
	unsigned char next = at + 3 < text.len ? bytes[3] : ' ';
	bool space = bytes[0] == 0xe3 && bytes[1] == 0x80 && bytes[2] == 0x80;
	bool fits = next < 0x80 || (next >= 0xe3 && next <= 0xed);
	if (!continues(bytes[1]) || !continues(bytes[2]) || space || !fits)
		return 0;
	return utf8_own_nfc(text, at);
}

/* The length of the odd character at text[at], or of a pair, where it can stand as it is
 * between its neighbours; else 0. Those of western, Cyrillic and eastern text are known. */
static size_t
plain_odd(struct slice text, size_t at)
{
	unsigned char lead = (unsigned char)text.data[at];
	size_t left = text.len - at;
	if (lead < 0x80)
		return is_visible(text.data[at]);
	if (lead >= 0xe2 && left < 3)
		return 0;
	if (lead == 0xe2)
		return plain_mark(text, at);
	if (lead >= 0xe3)
		return lead <= 0xed ? plain_eastern(text, at) : 0;
	if (left < 2)
		return 0;
	if (lead == 0xd0 || lead == 0xd1)
		return plain_cyrillic(text, at);
	if (lead == 0xc2)
		return plain_sign(text, at);
	return lead >= 0xc3 && lead <= 0xc5 ? plain_latin(text, at) : 0;
}

/* A text of which is found out how much of its beginning can stand as it is. */
struct plain {
	struct slice text;
	size_t passed;    /* up to where odd characters were found fine */
	bool space;       /* one stands in front of what is looked at next */
	bool backslashes; /* some were met */
};

/* Where in a stretch from text[at] on, or in front of it, something is that cannot stand as it
 * is: the first of two spaces, an odd character. Where there is none: behind the stretch. */
static size_t
end_in_stretch(struct plain *plain, size_t at, uint64_t odd, uint64_t second_spaces)
{
	size_t end = at + MASKS_BYTES;
	if (second_spaces)
		end = at + (size_t)__builtin_ctzll(second_spaces) - 1;
	for (; odd; odd &= odd - 1) {
		size_t place = at + (size_t)__builtin_ctzll(odd);
		if (place >= end)
			break;
		if (place < plain->passed)
			continue;
		size_t len = plain_odd(plain->text, place);
		if (len == 0)
			return place;
		plain->passed = place + len;
		plain->backslashes |= plain->text.data[place] == '\\';
	}
	return end;
}

/* How many bytes at the front can stand as they are: printable ASCII with single spaces, and
 * letters and marks between. */
static size_t
plain_length(struct plain *plain)
{
	const struct masks_way *way = masks_best_way();
	struct slice text = plain->text;
	if (text.len == 0 || text.data[0] == ' ')
		return 0;
	for (size_t at = 0; at < text.len; at += MASKS_BYTES) {
		size_t left = text.len - at;
		uint64_t spaces, odd = way->odd(text.data + at,
					 left < MASKS_BYTES ? left : MASKS_BYTES, &spaces);
		uint64_t second_spaces = spaces & (spaces << 1 | plain->space);
		plain->space = spaces >> (MASKS_BYTES - 1);
		if (!(odd | second_spaces))
			continue;
		size_t end = end_in_stretch(plain, at, odd, second_spaces);
		if (end < at + MASKS_BYTES)
			return end;
	}
	return text.len - (text.data[text.len - 1] == ' ');
}

size_t
normal_plain_length(struct slice text, bool *backslashes)
{
	struct plain plain = {.text = text};
	size_t len = plain_length(&plain);
	*backslashes = plain.backslashes;
	return len;
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
		len = plain_length(&(struct plain){.text = slice_cut(text, at, text.len)});
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
	if (plain_length(&(struct plain){.text = text}) == text.len) {
		buffer_add(to, text);
		return;
	}
	struct buffer repaired = {0}, composed = {0};
	if (utf8_valid_length(text) < text.len) { /* mends bad bytes, too */
		utf8_add_nfc(&composed, text);
		text = buffer_slice(&composed);
	}
	if (mojibake_repair(&repaired, text)) {
		buffer_free(
			&composed); /* of a line of many megabytes no copy stays for nothing */
		text = buffer_slice(&repaired);
	}
	struct buffer spaced = {0};
	buffer_reserve(&spaced, text.len);
	add_spaced(&spaced, text);
	buffer_free(&composed);
	buffer_free(&repaired);
	utf8_add_nfc(to, buffer_slice(&spaced));
	buffer_free(&spaced);
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
	if (end > 0 && is_visible(text.data[0]) && is_visible(text.data[end - 1]))
		return text;
	while (start < end && is_space(utf8_decode(text, start, &len)))
		start += len;
	while (end > start && is_space(utf8_decode_before(text, end, &len)))
		end -= len;
	return slice_cut(text, start, end);
}
