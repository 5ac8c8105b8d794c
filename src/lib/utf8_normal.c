/*
 * Text in the forms in which it is compared: NFC, and without diacritics.
 */
#include "utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "error.h"
#include "memory.h"

/* The text with each maximal subpart of a bad sequence replaced by U+FFFD. */
static void
add_repaired(struct buffer *to, struct slice text)
{
	while (text.len > 0) {
		size_t valid = utf8_valid_length(text);
		buffer_add(to, slice_cut(text, 0, valid));
		if (valid == text.len)
			return;
		size_t bad = utf8_bad_length(slice_cut(text, valid, text.len));
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
	while (len > 0 && (at = utf8_ascii_end(text, at)) < text.len)
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
