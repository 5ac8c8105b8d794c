#include "convert.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "charset.h"
#include "utf8.h"

static const struct slice replacement = {"\xef\xbf\xbd", 3};

static void
decode_utf16(struct slice bytes, bool big, struct buffer *to)
{
	int32_t first = 0;
	buffer_reserve(to, bytes.len / 2);
	for (size_t i = 0; i + 1 < bytes.len; i += 2) {
		int32_t a = (unsigned char)bytes.data[i], b = (unsigned char)bytes.data[i + 1];
		int32_t unit = big ? a << 8 | b : b << 8 | a;
		bool second = unit >= 0xdc00 && unit <= 0xdfff;
		if (first && second) {
			utf8_add(to, 0x10000 + ((first - 0xd800) << 10) + unit - 0xdc00);
			first = 0;
			continue;
		}
		if (first || second)
			buffer_add(to, replacement);
		first = unit >= 0xd800 && unit <= 0xdbff ? unit : 0;
		if (!first && !second)
			utf8_add(to, unit);
	}
	if (first || bytes.len % 2)
		buffer_add(to, replacement);
}

static void
decode_single(struct slice bytes, const struct charset *charset, struct buffer *to)
{
	buffer_reserve(to, bytes.len);
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char byte = (unsigned char)bytes.data[i];
		if (byte < 0x80)
			buffer_add_byte(to, (char)byte);
		else
			utf8_add(to, charset->high[byte - 0x80]);
	}
}

/* The name that iconv has for an encoding: browsers mean the vendors' extended sets. */
static const char *
iconv_name(struct slice name)
{
	static const char *const names[][2] = {
		{"shift_jis", "CP932"},
		{"euc-jp", "EUC-JP-MS"},
		{"iso-2022-jp", "ISO-2022-JP"},
		{"gb18030", "GB18030"},
		{"big5", "BIG5-HKSCS"},
		{"euc-kr", "CP949"},
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(name, names[i][0]))
			return names[i][1];
	return NULL;
}

static bool
decode_iconv(struct slice bytes, const char *name, struct buffer *to)
{
	iconv_t converter = iconv_open("UTF-8", name);
	if (converter == (iconv_t)-1)
		return false;
	char *in = (char *)(uintptr_t)bytes.data; /* iconv does not write there */
	size_t in_left = bytes.len;
	while (in_left > 0) {
		size_t room = in_left * 2 + 16, out_left = room;
		char *out = buffer_reserve(to, room);
		size_t result = iconv(converter, &in, &in_left, &out, &out_left);
		to->len += room - out_left;
		if (result != (size_t)-1 || errno == E2BIG)
			continue;
		buffer_add(to, replacement);
		in++;
		in_left--;
	}
	iconv_close(converter);
	return true;
}

bool
convert(struct slice bytes, struct slice name, struct buffer *to)
{
	if (slice_is(name, "utf-16le") || slice_is(name, "utf-16be")) {
		decode_utf16(bytes, slice_is(name, "utf-16be"), to);
		return true;
	}
	const struct charset *charset = charset_find(name);
	if (charset) {
		decode_single(bytes, charset, to);
		return true;
	}
	const char *other = iconv_name(name);
	return other && decode_iconv(bytes, other, to);
}
