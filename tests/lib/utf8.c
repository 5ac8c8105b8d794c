#include "utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "memory.h"
#include "test.h"

#define BAD "\xef\xbf\xbd" /* U+FFFD */

/* Reads a text forwards and backwards: the same characters, bad ones a byte each. */
static size_t
count_characters(struct slice text, size_t *bad)
{
	size_t count = 0, back = 0, len;
	*bad = 0;
	for (size_t at = 0; at < text.len; at += len, count++)
		*bad += utf8_decode(text, at, &len) == UTF8_BAD;
	for (size_t at = text.len; at > 0; at -= len, back++)
		*bad -= utf8_decode_before(text, at, &len) == UTF8_BAD;
	CHECK(back == count);
	CHECK(*bad == 0);
	return count;
}

static void
check_decode(struct slice text, int32_t want)
{
	size_t len, bad;
	CHECK(utf8_decode(text, 0, &len) == want && len == text.len);
	CHECK(utf8_decode_before(text, text.len, &len) == want && len == text.len);
	CHECK(count_characters(text, &bad) == 1);
	struct buffer again = {0};
	utf8_add(&again, want);
	SAME(buffer_slice(&again), text);
	buffer_free(&again);
}

void
test_utf8_decode(char *file)
{
	(void)file;
	size_t bad;
	check_decode(SLICE("\0"), 0);
	check_decode(SLICE("\x7f"), 0x7f);
	check_decode(SLICE("\xc2\x80"), 0x80);
	check_decode(SLICE("\xdf\xbf"), 0x7ff);
	check_decode(SLICE("\xe0\xa0\x80"), 0x800);
	check_decode(SLICE("\xed\x9f\xbf"), 0xd7ff);
	check_decode(SLICE("\xee\x80\x80"), 0xe000);
	check_decode(SLICE("\xef\xbf\xbf"), 0xffff);
	check_decode(SLICE("\xf0\x90\x80\x80"), 0x10000);
	check_decode(SLICE("\xf4\x8f\xbf\xbf"), 0x10ffff);
	CHECK(count_characters(SLICE("\xff\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80"), &bad) == 10);
	CHECK(count_characters(SLICE("a\xe2\x80"), &bad) == 3);
	CHECK(count_characters(SLICE("\xc3\xa9\x80\xc3"), &bad) == 3);
	CHECK(utf8_valid_length(SLICE("12345678\xc3\xa9"
				      "12345678\xe2\x82")) == 18);
	CHECK(utf8_valid_length(SLICE("")) == 0);
}

/* The text lies in a block of its own size, so that a sanitizer sees a read beyond it. */
static void
check_nfc(struct slice text, struct slice want)
{
	struct buffer got = {0};
	char *exact = memory_new(text.len);
	memcpy(exact, text.data, text.len);
	utf8_add_nfc(&got, (struct slice){exact, text.len});
	SAME(buffer_slice(&got), want);
	buffer_free(&got);
	free(exact);
}

/* The examples of the Unicode standard, tables 3-8 to 3-11, and what truncation makes. */
/* A sequence at a place amid ASCII, and at the text's end: valid, or so many bytes before it
 * are. */
static void
check_valid_at(size_t place, struct slice sequence, bool valid)
{
	char text[160];
	size_t end = place + sequence.len;
	memset(text, 'k', sizeof text);
	memcpy(text + place, sequence.data, sequence.len);
	CHECK(utf8_valid_length((struct slice){text, sizeof text}) ==
		(valid ? sizeof text : place));
	CHECK(utf8_valid_length((struct slice){text, end}) == (valid ? end : place));
	if (valid && sequence.len > 1)
		CHECK(utf8_valid_length((struct slice){text, end - 1}) == place);
}

void
test_utf8_valid(char *file)
{
	(void)file;
	for (size_t place = 0; place < 150; place++) {
		check_valid_at(place, SLICE("\xc3\xa9"), true);
		check_valid_at(place, SLICE("\xe2\x80\x9c"), true);
		check_valid_at(place, SLICE("\xf0\x9f\x98\x80"), true);
		check_valid_at(place, SLICE("\xc0\xaf"), false);
		check_valid_at(place, SLICE("\xe0\x80\xaf"), false);
		check_valid_at(place, SLICE("\xed\xa0\x80"), false);
		check_valid_at(place, SLICE("\xf4\x90\x80\x80"), false);
		check_valid_at(place, SLICE("\x80"), false);
	}
}

void
test_utf8_repair(char *file)
{
	(void)file;
	check_nfc(SLICE("\x61\xf1\x80\x80\xe1\x80\xc2\x62\x80\x63\x80\xbf\x64"),
		SLICE("a" BAD BAD BAD "b" BAD "c" BAD BAD "d"));
	check_nfc(SLICE("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41"),
		SLICE(BAD BAD BAD BAD BAD BAD BAD BAD "A"));
	check_nfc(SLICE("\xed\xa0\x80\xed\xbf\xbf\xed\xaf\x41"),
		SLICE(BAD BAD BAD BAD BAD BAD BAD BAD "A"));
	check_nfc(SLICE("\xf4\x91\x92\x93\xff\x41\x80\xbf\x42"),
		SLICE(BAD BAD BAD BAD BAD "A" BAD BAD "B"));
	check_nfc(SLICE("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41"), SLICE(BAD BAD BAD BAD "A"));
	check_nfc(SLICE("cut \xf0\x9f\x98"), SLICE("cut " BAD));
	check_nfc(SLICE("e\xcc\x81\xff\xcc\x81"), SLICE("\xc3\xa9" BAD "\xcc\x81"));
}

/* A letter and its accent meet across the places where long text is cut into pieces. */
static void
check_nfc_of_long(size_t before)
{
	struct buffer text = {0}, want = {0}, got = {0};
	for (size_t i = 0; i < before; i++)
		buffer_add_byte(&text, 'a');
	for (int i = 0; i < 3000; i++)
		buffer_add(&text, SLICE("\xe2\x80\x94"
					"e\xcc\x81\xd0\xb6"));
	buffer_add(&want, (struct slice){text.data, before});
	for (int i = 0; i < 3000; i++)
		buffer_add(&want, SLICE("\xe2\x80\x94"
					"\xc3\xa9\xd0\xb6"));
	utf8_add_nfc(&got, buffer_slice(&text));
	CHECK(slice_equal(buffer_slice(&got), buffer_slice(&want)));
	buffer_free(&text);
	buffer_free(&want);
	buffer_free(&got);
}

/* Short cuts for text that is its own NFC must find what utf8proc finds, for every character.
 */
static void
check_nfc_of(struct slice text)
{
	utf8proc_uint8_t *want;
	utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)text.data,
		(utf8proc_ssize_t)text.len, &want, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	CHECK(len >= 0);
	check_nfc(text, (struct slice){(const char *)want, (size_t)len});
	free(want);
}

static void
check_nfc_around(int32_t character)
{
	static const int32_t behind[] = {0x301, 0x323, 0x5b4, 0x64b, 0x3099, 0x11a8};
	struct buffer text = {0};
	utf8_add(&text, 'a');
	utf8_add(&text, character);
	check_nfc_of(buffer_slice(&text));
	for (size_t i = 0, len = text.len; i < sizeof behind / sizeof *behind; i++) {
		text.len = len;
		utf8_add(&text, behind[i]);
		check_nfc_of(buffer_slice(&text));
	}
	buffer_free(&text);
}

void
test_utf8_nfc(char *file)
{
	(void)file;
	for (int32_t character = 1; character < 0x11800; character++)
		if (character < 0xd800 || character > 0xdfff)
			check_nfc_around(character);
	check_nfc(SLICE(""), SLICE(""));
	check_nfc(SLICE("\xe2\x80\x9cNo\xe2\x80\x9d"), SLICE("\xe2\x80\x9cNo\xe2\x80\x9d"));
	check_nfc(SLICE("cafe\xcc\x81"), SLICE("caf\xc3\xa9"));
	check_nfc(SLICE("\xe2\x80\x80|\xe2\x84\xab"), SLICE("\xe2\x80\x82|\xc3\x85"));
	check_nfc(SLICE("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"), SLICE("\xed\x95\x9c"));
	check_nfc(SLICE("q\xcc\x87\xcc\xa3"), SLICE("q\xcc\xa3\xcc\x87"));
	check_nfc(SLICE("a\0e\xcc\x81"), SLICE("a\0\xc3\xa9"));
	for (size_t before = 1000; before < 1040; before++)
		check_nfc_of_long(before);
}

void
test_utf8_fold(char *file)
{
	(void)file;
	struct buffer got = {0};
	utf8_add_folded(&got, SLICE("\xc5\xbb\xc3\xb3\xc5\x82\xc4\x87 \xc3\x98re \xff"));
	SAME(buffer_slice(&got), SLICE("zolc ore \xff"));
	buffer_clear(&got);
	utf8_add_lower(&got, SLICE("\xc3\x89T\xc3\x89 \xd0\x96 A\xfe"));
	SAME(buffer_slice(&got), SLICE("\xc3\xa9t\xc3\xa9 \xd0\xb6 a\xfe"));
	buffer_free(&got);
	CHECK(utf8_width(SLICE("na\xc3\xafve")) == 5);
	CHECK(utf8_width(SLICE("\xe6\x97\xa5\xe6\x9c\xac")) == 4);
	CHECK(utf8_width(SLICE("e\xcc\x81")) == 1);
}

void
test_utf8_properties(char *file)
{
	(void)file;
	CHECK(!utf8_is_letter(UTF8_BAD) && !utf8_is_space(UTF8_BAD) &&
		!utf8_is_upper(UTF8_BAD));
	CHECK(utf8_is_letter('a') && utf8_is_letter(0x436) && utf8_is_letter(0x301));
	CHECK(!utf8_is_letter('@') && !utf8_is_letter('[') && !utf8_is_letter('`'));
	CHECK(utf8_is_upper(0x416) && !utf8_is_upper(0x436) && utf8_is_lower(0x436));
	CHECK(utf8_is_space(0xa0) && utf8_is_space(0x202f) && utf8_is_space(0x3000));
	CHECK(!utf8_is_space(0) && !utf8_is_space('_'));
	CHECK(utf8_digit_value('7') == 7 && utf8_digit_value(0x667) == 7);
	CHECK(utf8_digit_value(0x660) == 0 && utf8_digit_value(0xff19) == 9);
	CHECK(utf8_digit_value(0x1d7d9) == 1 && utf8_digit_value('x') == -1);
	CHECK(utf8_digit_value(0xbd) == -1);
}
