#include "decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

#include "charset.h"
#include "utf8.h"

enum {
	META_SEARCHED = 16 * 1024, /* pages put their meta elements far behind the 1,024 bytes
				      of the standard */
	GUESS_SEARCHED = 64 * 1024,
	SURE = 24 /* bytes above 0x7f from which on any encoding is guessed */
};

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

static bool
decode_from(struct slice bytes, struct slice name, struct buffer *to)
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

static bool
ends_label(char byte)
{
	return byte == '"' || byte == '\'' || byte == '>' || byte == ';' || byte == '/' ||
	       byte == '?' || byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* What follows `charset` (or XML's `encoding`) and `=`. */
static struct slice
label_behind(struct slice bytes, size_t at)
{
	while (at < bytes.len && (bytes.data[at] == ' ' || bytes.data[at] == '='))
		at++;
	if (at < bytes.len && (bytes.data[at] == '"' || bytes.data[at] == '\''))
		at++;
	size_t end = at;
	while (end < bytes.len && !ends_label(bytes.data[end]))
		end++;
	return slice_cut(bytes, at, end);
}

/* The encoding that the tag at bytes[at] declares; empty where it declares none. */
static struct slice
declared_in_tag(struct slice bytes, size_t at)
{
	const char *close = memchr(bytes.data + at, '>', bytes.len - at);
	size_t end = close ? (size_t)(close - bytes.data) : bytes.len;
	for (struct slice tag = slice_cut(bytes, 0, end); at < end; at++) {
		if (slice_has_caseless(tag, at, "charset"))
			return charset_name(label_behind(tag, at + 7));
		if (slice_has_caseless(tag, at, "encoding="))
			return charset_name(label_behind(tag, at + 8));
	}
	return SLICE("");
}

static struct slice
declared_in_page(struct slice bytes)
{
	size_t end = bytes.len < META_SEARCHED ? bytes.len : META_SEARCHED;
	struct slice head = slice_cut(bytes, 0, end);
	for (size_t at = 0; at < end; at++) {
		const char *tag = memchr(head.data + at, '<', end - at);
		if (!tag)
			break;
		at = (size_t)(tag - head.data);
		if (!slice_has_caseless(head, at, "<meta") &&
			!slice_has_caseless(head, at, "<?xml"))
			continue;
		struct slice name = declared_in_tag(head, at);
		/* a page that was read as ASCII so far is no UTF-16 */
		if (slice_starts(name, SLICE("utf-16")))
			return SLICE("utf-8");
		if (name.len)
			return name;
	}
	return SLICE("");
}

/* How well a single-byte encoding fits: letters next to letters speak for it, symbols and
 * controls against it, and so does a change of case within a word. */
static long
fitness(struct slice bytes, const struct charset *charset)
{
	long sum = 0;
	int32_t before = ' ';
	size_t end = bytes.len < GUESS_SEARCHED ? bytes.len : GUESS_SEARCHED;
	for (size_t i = 0; i < end; i++) {
		unsigned char byte = (unsigned char)bytes.data[i];
		int32_t now = byte < 0x80 ? byte : charset->high[byte - 0x80];
		if (byte >= 0x80 && utf8_is_letter(now)) {
			bool inside = utf8_is_letter(before);
			bool latin = now < 0x250, latin_before = before < 0x250;
			bool fits = inside && latin == latin_before && !utf8_is_upper(now);
			sum += fits ? 2 : inside && latin != latin_before ? -3 : inside ? 0 : 1;
			if (inside && utf8_is_lower(before) && utf8_is_upper(now))
				sum -= 4;
		} else if (now >= 0x80 && now < 0xa0) {
			sum -= 8;
		} else if (byte >= 0x80 && utf8_is_letter(before) && now < 0x2000 &&
			   now > 0xa0) {
			sum -= 2;
		}
		before = now;
	}
	return sum;
}

/* A multi-byte encoding, and the characters that show it: texts hold that many in a hundred. */
struct multi {
	const char *name;
	int32_t first, last;
	size_t share;
};

/* Whether the beginning of the bytes reads as text in a multi-byte encoding. */
static bool
fits_multi(struct slice bytes, const struct multi *multi)
{
	struct buffer text = {0};
	size_t bad = 0, wide = 0, shown = 0;
	bytes.len = bytes.len < 4096 ? bytes.len : 4096;
	decode_iconv(bytes, iconv_name(slice_of(multi->name)), &text);
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(buffer_slice(&text), at, &len);
		bad += c == 0xfffd || (c >= 0xe000 && c < 0xf900) ||
		       (c >= 0xff61 && c <= 0xff9f) || (c >= 0x80 && c < 0x2000);
		wide += c >= 0x3000 && c < 0xd7a4;
		shown += c >= multi->first && c <= multi->last;
	}
	buffer_free(&text);
	return wide > 8 && bad * 20 < wide && shown * 100 > wide * multi->share;
}

static struct slice
guess(struct slice bytes)
{
	static const struct multi multi[] = {
		{"shift_jis", 0x3041, 0x30ff, 10},
		{"euc-jp", 0x3041, 0x30ff, 10},
		{"euc-kr", 0xac00, 0xd7a3, 70},
		{"gb18030", 0x4e00, 0x9fff, 70},
		{"big5", 0x4e00, 0x9fff, 70},
	};
	static const char *const single[] = {
		"windows-1252", "windows-1251", "koi8-r", "windows-1250", "windows-1253"};
	struct slice best = SLICE("windows-1252");
	size_t high = 0, pairs = 0;
	for (size_t i = 0; i < bytes.len && i < 4096; i++) {
		bool is_high = (bytes.data[i] & 0x80) != 0;
		high += is_high;
		pairs += is_high && i > 0 && (bytes.data[i - 1] & 0x80);
	}
	bool wide = high >= SURE && pairs * 2 > high;
	for (size_t i = 0; wide && i < sizeof multi / sizeof *multi; i++)
		if (fits_multi(bytes, &multi[i]))
			return slice_of(multi[i].name);
	long most = 0;
	size_t candidates = high < SURE ? 1 : sizeof single / sizeof *single;
	for (size_t i = 0; i < candidates; i++) {
		long fit = fitness(bytes, charset_find(slice_of(single[i])));
		if (i == 0 || fit > most + most / 20) {
			most = fit;
			best = slice_of(single[i]);
		}
	}
	/* in western text high bytes stand alone */
	bool western = slice_is(best, "windows-1252") && (pairs * 2 < high || high < 3);
	return most > 0 && (western || high >= SURE) ? best : SLICE("utf-8");
}

/* Whether bad sequences are so few that the text is still UTF-8: cut or mixed somewhere. */
static bool
mostly_utf8(struct slice bytes)
{
	size_t good = 0, bad = 0;
	for (size_t at = 0, len; at < bytes.len && bad < 1000; at += len) {
		int32_t character = utf8_decode(bytes, at, &len);
		good += character >= 0x80;
		bad += character == UTF8_BAD;
	}
	return good > 0 && bad <= 2 + 3 * good;
}

static bool
has_mark(struct slice *bytes, struct slice mark)
{
	if (!slice_starts(*bytes, mark))
		return false;
	*bytes = slice_cut(*bytes, mark.len, bytes->len);
	return true;
}

/* UTF-16 without a mark: ASCII characters make every other byte NUL. */
static struct slice
utf16_without_mark(struct slice bytes)
{
	size_t nul[2] = {0}, end = bytes.len < 1024 ? bytes.len : 1024;
	if (end == 0 || !memchr(bytes.data, '\0', end))
		return SLICE("");
	for (size_t i = 0; i < end; i++)
		nul[i % 2] += bytes.data[i] == 0;
	if (end >= 16 && nul[1] * 4 > end && nul[0] * 8 < nul[1])
		return SLICE("utf-16le");
	if (end >= 16 && nul[0] * 4 > end && nul[1] * 8 < nul[0])
		return SLICE("utf-16be");
	return SLICE("");
}

struct slice
decode(struct slice bytes, struct slice label, bool html, struct buffer *decoded)
{
	buffer_clear(decoded);
	if (has_mark(&bytes, SLICE("\xef\xbb\xbf")))
		return bytes;
	struct slice name = SLICE("");
	if (has_mark(&bytes, SLICE("\xff\xfe")))
		name = SLICE("utf-16le");
	else if (has_mark(&bytes, SLICE("\xfe\xff")))
		name = SLICE("utf-16be");
	else
		name = utf16_without_mark(bytes);
	if (name.len == 0) {
		/* an escape: ISO-2022-JP, which is ASCII to the eye */
		bool escapes = bytes.len && memchr(bytes.data, 0x1b, bytes.len) != NULL;
		if (!escapes && utf8_valid_length(bytes) == bytes.len)
			return bytes;
		name = charset_name(label);
		if (name.len == 0 && html)
			name = declared_in_page(bytes);
		bool ascii = utf8_valid_length(bytes) == bytes.len;
		if (ascii && !slice_is(name, "iso-2022-jp"))
			return bytes;
		if (name.len == 0 || slice_is(name, "utf-8"))
			name = mostly_utf8(bytes) ? SLICE("utf-8") : guess(bytes);
		if (slice_is(name, "utf-8"))
			return bytes;
	}
	if (!decode_from(bytes, name, decoded)) {
		buffer_clear(decoded);
		return bytes;
	}
	return buffer_slice(decoded);
}
