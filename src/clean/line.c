#include "line.h"

#include <stdint.h>

#include "utf8.h"

static bool
is_opening(int32_t c)
{
	return c == 0x201c || c == 0x201e || c == 0xab || c == 0x300c || c == 0x300e;
}

static bool
is_closing(int32_t c)
{
	return c == 0x201d || c == 0xbb || c == 0x300d || c == 0x300f;
}

static bool
is_quote(int32_t c)
{
	return c == '"' || is_opening(c) || is_closing(c);
}

static bool
is_stop(int32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 ||
	       c == 0xff1f || c == 0x964 || c == 0x6d4 || c == 0x61f || c == 0x37e ||
	       c == 0x1362;
}

/* What follows a sentence's last stop: closing marks. */
static bool
is_closer(int32_t c)
{
	return c == ')' || c == ']' || c == '\'' || c == 0x2019 || c == '"' || is_closing(c) ||
	       c == 0x201c;
}

/* The same at a line's end, where « closes, too (»so.«), and a space may stand before (« so. »).
 */
static bool
is_last_closer(int32_t c, bool closed)
{
	return is_closer(c) || c == 0xab || (closed && utf8_is_space(c));
}

/* A quotation that ends a Japanese text of several sentences has no stop: 話す。「橋がない」 */
static bool
ends_quoting(const struct looks *looks, struct slice line)
{
	return looks->sentences > 0 && (slice_ends(line, SLICE("」")) ||
					       slice_ends(line, SLICE("』")));
}

static void
look_at_end(struct looks *looks, struct slice line)
{
	size_t end = line.len, len;
	int32_t c = 0;
	while (end > 0) {
		c = utf8_decode_before(line, end, &len);
		if (!is_last_closer(c, end < line.len))
			break;
		end -= len;
	}
	looks->stops = end > 0 && (is_stop(c) || ends_quoting(looks, line));
	looks->colon = c == ':' || c == 0xff1a;
	struct slice bare = slice_cut(line, 0, end);
	looks->trails_off =
		slice_ends(bare, SLICE("...")) || slice_ends(bare, SLICE("\xe2\x80\xa6")) ||
		slice_ends(bare, SLICE("[...")) || slice_ends(bare, SLICE("[\xe2\x80\xa6"));
}

static void
look_at_start(struct looks *looks, struct slice line)
{
	size_t len, at = 0;
	int32_t c = utf8_decode(line, 0, &len);
	bool bullet = c == '-' || c == '*' || c == 0x2022 || c == 0x25cf || c == 0x25aa ||
		      c == 0xb7 || c == 0x25a0 || c == 0x2023 || c == 0x25e6;
	looks->item = bullet && line.len > len && line.data[len] == ' ';
	while (at < line.len && line.data[at] >= '0' && line.data[at] <= '9')
		at++;
	if (at > 0 && at < 3 && at + 1 < line.len)
		looks->item = (line.data[at] == '.' || line.data[at] == ')') &&
			      line.data[at + 1] == ' ';
}

/* A quotation and nothing else: its first mark is closed by the last, none between. */
static bool
is_quoted(struct slice line)
{
	size_t len, at, marks = 0;
	int32_t first = utf8_decode(line, 0, &at);
	int32_t last = utf8_decode_before(line, line.len, &len);
	if (!(is_opening(first) || first == '"') || !is_quote(last) || line.len < at + len + 2)
		return false;
	for (; at < line.len - len;) {
		size_t step;
		marks += is_quote(utf8_decode(line, at, &step));
		at += step;
	}
	return marks == 0;
}

/* What a character is for looks. */
enum {
	SPACE = 1,
	LETTER = 2, /* or digit */
	UPPER = 4,
	LOWER = 8,
	STOP = 16,
	CLOSER = 32,
	QUOTE = 64,
	JOINT = 128,
	DIGIT = 256,
	COLON = 512
};

static bool
is_joint(int32_t c)
{
	return c == '|' || c == '>' || c == '/' || c == 0xb7 || c == 0xbb || c == 0x203a ||
	       c == 0x2022;
}

enum {
	WIDE_WORD = 2 /* letters of a word in scripts without spaces */
};

static unsigned
class_of(int32_t c)
{
	unsigned class = utf8_is_space(c) ? SPACE : 0;
	if (utf8_is_letter(c) || utf8_is_digit(c))
		class |= LETTER | (utf8_is_upper(c) ? UPPER : 0) |
			 (utf8_is_lower(c) ? LOWER : 0) | (utf8_is_digit(c) ? DIGIT : 0);
	return class | (is_stop(c) ? STOP : 0) | (is_closer(c) ? CLOSER : 0) |
	       (is_quote(c) ? QUOTE : 0) | (is_joint(c) ? JOINT : 0) | (c == ':' ? COLON : 0);
}

/* The classes of ASCII; of what begins longer characters, 0. */
static const uint16_t *
classes(void)
{
	static uint16_t table[256];
	if (!table['a'])
		for (int32_t c = 0; c < 128; c++)
			table[c] = (uint16_t)class_of(c);
	return table;
}

/* Whether the line's first word begins in upper case, or in a script without case. */
static bool
is_rubric(struct slice line)
{
	for (size_t at = 0, len; at < line.len; at += len) {
		unsigned class = class_of(utf8_decode(line, at, &len));
		if (class & LETTER)
			return !(class & LOWER);
	}
	return false;
}

/* Letters of scripts that put no spaces between words: han, kana, Thai, Lao, Burmese, Khmer. */
static bool
is_wide(int32_t c)
{
	return (c >= 0x2e80 && c < 0xac00) || (c >= 0xf900 && c < 0xfb00) || c >= 0x20000 ||
	       (c >= 0xe00 && c < 0xf00) || (c >= 0x1000 && c < 0x10a0) ||
	       (c >= 0x1780 && c < 0x1800);
}

struct looks
line_looks(struct slice line)
{
	struct looks looks = {0};
	if (line.len == 0)
		return looks;
	/* without branches, which a processor would guess wrong at every word */
	unsigned all = 0, in_word = 0, after_stop = 0, after_wide_stop = 0;
	size_t wide = 0;
	const uint16_t *class_of_byte = classes();
	for (size_t at = 0; at < line.len; at++) {
		unsigned class = class_of_byte[(unsigned char)line.data[at]];
		if (line.data[at] & 0x80) {
			size_t len;
			int32_t c = utf8_decode_long(line, at, &len);
			class = class_of(c);
			at += len - 1;
			wide += is_wide(c) && (class & LETTER);
			looks.sentences += after_wide_stop && (class & LETTER);
			after_wide_stop = ((class & STOP) && c > 0x3000) ||
					  (after_wide_stop && (class & QUOTE));
		}
		unsigned letter = (class & LETTER) != 0, space = (class & SPACE) != 0;
		all |= class;
		looks.sentences += space & after_stop;
		looks.words += letter & ~in_word;
		in_word = (in_word | letter) & ~space;
		after_stop = (after_stop & ((class & CLOSER) != 0)) | ((class & STOP) != 0);
	}
	looks.words += wide / WIDE_WORD;
	looks.quotes = (all & QUOTE) != 0;
	looks.joints = (all & JOINT) != 0;
	looks.digits = (all & DIGIT) != 0;
	looks.labelled = (all & COLON) != 0;
	looks.rubric = is_rubric(line);
	look_at_start(&looks, line);
	look_at_end(&looks, line);
	looks.sentences += looks.stops;
	looks.quoted = is_quoted(line);
	return looks;
}
