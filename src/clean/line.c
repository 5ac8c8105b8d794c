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

/* The same at a line's end, where « closes, too (»so.«), and a space may stand before (« so.
 * »).
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
	return looks->sentences > 0 &&
	       (slice_ends(line, SLICE("」")) || slice_ends(line, SLICE("』")));
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

/* Of a line with two quotation marks: whether it is a quotation and nothing else. */
static bool
is_quoted(struct slice line)
{
	size_t len, at;
	int32_t first = utf8_decode(line, 0, &at);
	int32_t last = utf8_decode_before(line, line.len, &len);
	return (is_opening(first) || first == '"') && is_quote(last) &&
	       line.len >= at + len + 2;
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

/* The class of a character; those of the common ones are kept. */
static inline unsigned
class_known(int32_t c)
{
	enum {
		COMMON = 0x2100, /* all of most alphabets, and the usual marks */
		KNOWN = 0x8000
	};
	static uint16_t classes[COMMON];
	if (c < 0 || c >= COMMON)
		return class_of(c);
	if (!classes[c])
		classes[c] = (uint16_t)(KNOWN | class_of(c));
	return classes[c];
}

/* Whether the line's first word begins in upper case, or in a script without case. */
static bool
is_rubric(struct slice line)
{
	for (size_t at = 0, len; at < line.len; at += len) {
		unsigned class = class_known(utf8_decode(line, at, &len));
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

/* A line being looked at, 64 bytes after 64. */
struct glance {
	struct slice line;
	struct looks *looks;
	unsigned all; /* classes that were met */
	size_t wide, quotes;
	bool after_wide_stop;
	size_t passed; /* up to where characters were looked at one by one */
	/* of the 64 bytes at hand, by character: the bytes of its first byte, or of all */
	uint64_t letters, spaces, stops, closers;
	uint64_t spilt;           /* closers among the next 64 */
	bool in_word, after_stop; /* in front of them */
};

/* Puts a mark of ASCII where it belongs. */
static void
place_mark(struct glance *glance, char mark, size_t bit)
{
	unsigned class = class_known((unsigned char)mark);
	glance->all |= class;
	glance->quotes += (class & QUOTE) != 0;
	glance->stops |= (uint64_t)((class & STOP) != 0) << bit;
	glance->closers |= (uint64_t)((class & CLOSER) != 0) << bit;
}

/* Puts a character beyond ASCII where it belongs. What follows a stop, but for the closers
 * behind it, is a sentence's end where it is a space: so the bytes behind a stop's first one
 * count as closers. */
static void
place_character(struct glance *glance, size_t at, size_t bit)
{
	size_t len;
	int32_t c = utf8_decode(glance->line, at, &len);
	unsigned class = class_known(c);
	uint64_t first = UINT64_C(1) << bit;
	glance->all |= class;
	glance->quotes += (class & QUOTE) != 0;
	glance->passed = at + len;
	glance->letters |= class & LETTER ? first : 0;
	glance->spaces |= class & SPACE ? first : 0;
	glance->stops |= class & STOP ? first : 0;
	if (class & (STOP | CLOSER)) {
		uint64_t bytes = (UINT64_C(1) << len) - 1;
		bytes &= class & STOP ? ~UINT64_C(1) : ~UINT64_C(0);
		glance->closers |= bytes << bit;
		glance->spilt = bit + len > MASKS_BYTES ? bytes >> (MASKS_BYTES - bit) : 0;
	}
	glance->wide += is_wide(c) && (class & LETTER);
	glance->looks->sentences += glance->after_wide_stop && (class & LETTER);
	glance->after_wide_stop =
		((class & STOP) && c > 0x3000) || (glance->after_wide_stop && (class & QUOTE));
}

/*
 * The bits in front of which some bit of `begin` stands with none but those of `keep` between
 * them; `*before`: one stands so in front of them all, and, then, behind them. These are the
 * carries of an addition.
 */
static uint64_t
reached(uint64_t begin, uint64_t keep, bool *before)
{
	uint64_t both = begin | keep, sum = both + begin;
	bool over = sum < both;
	uint64_t all = sum + *before;
	*before = over | (all < sum);
	return all ^ both ^ begin;
}

static size_t
count_bits(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
	return bits * 0x0101010101010101u >> 56;
}

/* Looks at what the masks are of: the bytes from line[at] on, and not behind `end`. */
static void
look_at_stretch(struct glance *glance, size_t at, const struct masks *masks, size_t end)
{
	uint64_t there =
		~UINT64_C(0) >> (end - at < MASKS_BYTES ? MASKS_BYTES - (end - at) : 0);
	glance->letters = masks->letters | masks->digits;
	glance->spaces = masks->spaces;
	glance->stops = 0;
	glance->closers = glance->spilt;
	glance->spilt = 0;
	glance->all |= masks->digits ? DIGIT : 0;
	for (uint64_t odd = there & ~(glance->letters | glance->spaces); odd; odd &= odd - 1) {
		size_t bit = (size_t)__builtin_ctzll(odd);
		char byte = glance->line.data[at + bit];
		if (!(byte & 0x80))
			place_mark(glance, byte, bit);
		else if (at + bit >= glance->passed)
			place_character(glance, at + bit, bit);
	}
	uint64_t in_word = reached(glance->letters, ~glance->spaces, &glance->in_word);
	uint64_t after_stop = reached(glance->stops, glance->closers, &glance->after_stop);
	glance->looks->words += (uint32_t)count_bits(glance->letters & ~in_word);
	if (after_stop)
		glance->looks->sentences += (uint32_t)count_bits(glance->spaces & after_stop);
}

/* Looks at all of a line; of long ones only the beginning was folded before. */
static void
look_within(struct looks *looks, const struct folded *folded)
{
	struct slice line = folded->text;
	struct glance glance = {.line = line, .looks = looks};
	size_t at = 0;
	for (size_t i = 0; i < folded->stretches; i++, at += MASKS_BYTES)
		look_at_stretch(&glance, at, &folded->masks[i], line.len);
	for (; at < line.len; at += MASKS_BYTES) {
		char bytes[MASKS_BYTES];
		struct masks masks;
		size_t left = line.len - at;
		masks_best_way()->fold(
			&masks, bytes, line.data + at, left < MASKS_BYTES ? left : MASKS_BYTES);
		look_at_stretch(&glance, at, &masks, line.len);
	}
	looks->words += (uint32_t)(glance.wide / WIDE_WORD);
	looks->quotes = glance.quotes > 0;
	looks->quoted = glance.quotes == 2 && is_quoted(line);
	looks->joints = (glance.all & JOINT) != 0;
	looks->digits = (glance.all & DIGIT) != 0;
	looks->labelled = (glance.all & COLON) != 0;
}

struct looks
line_looks_folded(const struct folded *folded)
{
	struct slice line = folded->text;
	struct looks looks = {0};
	if (line.len == 0)
		return looks;
	look_within(&looks, folded);
	looks.rubric = is_rubric(line);
	look_at_start(&looks, line);
	look_at_end(&looks, line);
	looks.sentences += looks.stops;
	return looks;
}

struct looks
line_looks(struct slice line)
{
	struct folded folded;
	folded_read(&folded, line);
	return line_looks_folded(&folded);
}
