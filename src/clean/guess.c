#include "guess.h"

#include <stdbool.h>

#include "buffer.h"
#include "charset.h"
#include "convert.h"
#include "language.h"
#include "tables.h"
#include "utf8.h"

enum {
	SAMPLE = 8 * 1024,      /* bytes that are read in each encoding */
	SEARCHED = 1024 * 1024, /* among these */
	PIECE = 128,            /* pieces of them that have bytes above 0x7f */
	SURE = 24, /* bytes above 0x7f from which on multi-byte encodings are guessed */
	ALPHABETS = 64,
	TIER = 5, /* letters of an alphabet that are about as frequent as one another */
	TIERS = 4,
	LETTERS = 0x700 /* all that are in the table come before it */
};

/* The letters beyond ASCII that a language is written with. */
struct alphabet {
	struct slice language, charsets;
	uint8_t weight[LETTERS]; /* how much a letter speaks for it; 0: none of its own */
};

static struct alphabet alphabets[ALPHABETS];
static size_t alphabet_count;

/* Letters that are listed first speak more for their alphabet. */
static uint8_t
weight_at(size_t place)
{
	size_t tier = place / TIER;
	return (uint8_t)(tier < TIERS ? TIERS - tier : 1);
}

static void
take_alphabet(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	if (alphabet_count == ALPHABETS)
		return;
	struct alphabet *alphabet = &alphabets[alphabet_count++];
	alphabet->language = field[0];
	alphabet->charsets = field[2];
	size_t count = 0;
	for (size_t at = 0, len; at < field[1].len; at += len) {
		int32_t letter = utf8_decode(field[1], at, &len);
		if (letter >= 0 && letter < LETTERS)
			alphabet->weight[letter] = weight_at(count++);
	}
}

static int
weight_of(const struct alphabet *alphabet, int32_t letter)
{
	return letter >= 0 && letter < LETTERS ? alphabet->weight[letter] : 0;
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
	convert(bytes, slice_of(multi->name), &text);
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

/* What a mark, no letter, says for an encoding: quotation marks and dashes have their places.
 */
static int
fit_of_mark(int32_t c, bool behind_letter, bool before_letter)
{
	bool opens = c == 0x2018 || c == 0x201c || c == 0x201e || c == 0xab;
	bool closes = c == 0x2019 || c == 0x201d || c == 0xbb;
	if (c == 0x2019 && behind_letter && before_letter)
		return 2;
	if (behind_letter && before_letter)
		return -3;
	if (opens || closes)
		return (opens && before_letter) || (closes && !before_letter) ? 2 : 0;
	bool common = (c >= 0x2010 && c <= 0x2026) || c == 0xa0 || c == 0xa7 || c == 0xb0 ||
		      c == 0x20ac || c == 0xa3 || c == 0xa9 || c == 0xa1 || c == 0xbf ||
		      c == 0x2116;
	return common ? 0 : -2;
}

/* A character beyond ASCII between its neighbours: what it says for an alphabet. */
static int
fit_of_character(const struct alphabet *alphabet, int32_t before, int32_t c, int32_t after)
{
	bool inside = utf8_is_letter(before), goes_on = utf8_is_letter(after);
	bool own_script = c >= 0x370;
	if (c >= 0x80 && c < 0xa0)
		return -8;
	if (!utf8_is_letter(c))
		return fit_of_mark(c, inside, goes_on);
	if (own_script && ((inside && before < 0x80) || (goes_on && after < 0x80)))
		return -4; /* scripts do not mix in a word */
	if (utf8_is_upper(c) && utf8_is_lower(before))
		return -6;
	int weight = weight_of(alphabet, utf8_lower(c));
	if (weight == 0)
		return -3;
	if (utf8_is_upper(c) && inside)
		return 0; /* words in capitals are rare */
	return inside || goes_on ? weight : 1;
}

static long
fit_of_text(const struct alphabet *alphabet, struct slice text)
{
	long sum = 0;
	int32_t before = ' ', c = ' ';
	for (size_t at = 0, len; at <= text.len; at += len) {
		int32_t after = at < text.len ? utf8_decode(text, at, &len) : ' ';
		if (c >= 0x80)
			sum += fit_of_character(alphabet, before, c, after);
		if (at == text.len)
			break;
		before = c;
		c = after;
	}
	return sum;
}

/* The best reading found so far. */
struct reading {
	struct slice charset;
	long fit;
};

static bool
lists(struct slice names, struct slice name)
{
	for (size_t at = 0, end; at < names.len; at = end + 1) {
		for (end = at; end < names.len && names.data[end] != ' '; end++)
			;
		if (slice_equal(slice_cut(names, at, end), name))
			return true;
	}
	return false;
}

/* Reads the sample in an encoding, for each language that was written in it. */
static void
try_charset(struct reading *best, struct slice sample, struct slice charset)
{
	struct buffer text = {0};
	struct votes words;
	convert(sample, charset, &text);
	language_count(&words, buffer_slice(&text));
	for (size_t i = 0; i < alphabet_count; i++) {
		if (!lists(alphabets[i].charsets, charset))
			continue;
		long fit = fit_of_text(&alphabets[i], buffer_slice(&text)) +
			   (long)language_words_of(&words, alphabets[i].language);
		if (fit > best->fit)
			*best = (struct reading){charset, fit};
	}
	buffer_free(&text);
}

/* Of the bytes, pieces that are not ASCII alone. */
static void
take_sample(struct buffer *sample, struct slice bytes)
{
	size_t end = bytes.len < SEARCHED ? bytes.len : SEARCHED;
	for (size_t at = 0; at < end && sample->len < SAMPLE; at += PIECE) {
		struct slice piece =
			slice_cut(bytes, at, bytes.len - at < PIECE ? bytes.len : at + PIECE);
		if (utf8_valid_length(piece) < piece.len)
			buffer_add(sample, piece);
	}
}

static struct slice
guess_single(struct slice bytes, size_t high)
{
	/* the commoner first: of two that read a text alike the first is taken */
	static const char *const charsets[] = {"windows-1252", "windows-1251", "windows-1250",
		"windows-1254", "windows-1253", "windows-1256", "windows-1255", "windows-1257",
		"iso-8859-2", "koi8-r", "koi8-u", "iso-8859-7", "iso-8859-8", "iso-8859-6",
		"iso-8859-5", "ibm866", "macintosh", "ibm437"};
	struct buffer sample = {0};
	struct reading best = {SLICE("utf-8"), 0};
	take_sample(&sample, bytes);
	for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++)
		try_charset(&best, buffer_slice(&sample), slice_of(charsets[i]));
	buffer_free(&sample);
	return best.fit * 2 > (long)high ? best.charset : SLICE("utf-8");
}

struct slice
guess_charset(struct slice bytes)
{
	static const struct multi multi[] = {
		{"shift_jis", 0x3041, 0x30ff, 10},
		{"euc-jp", 0x3041, 0x30ff, 10},
		{"euc-kr", 0xac00, 0xd7a3, 70},
		{"gb18030", 0x4e00, 0x9fff, 70},
		{"big5", 0x4e00, 0x9fff, 70},
	};
	if (alphabet_count == 0)
		tables_each(NULL, "root", "alphabets", take_alphabet, NULL);
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
	return guess_single(bytes, high);
}
