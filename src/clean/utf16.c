#include "utf16.h"

#include <stdbool.h>

#include "utf8.h"

enum {
	SAMPLE = 4096, /* bytes that tell */
	FEWEST = 16,
	SPACES = 2, /* characters of ASCII that any text has: spaces, line ends */
	CUT = 3     /* bytes of a character in UTF-8 that the sample's end may cut off */
};

/* What the characters are, read in one of the two orders. */
struct census {
	size_t ascii, letters, ideographs, others;
	size_t block[256]; /* letters of no ideographic script, by their first byte */
};

static bool
is_ideograph(int32_t c)
{
	return (c >= 0x3040 && c < 0xa000) || (c >= 0xac00 && c < 0xd7a4);
}

static bool
is_mark(int32_t c)
{
	return (c >= 0xa0 && c < 0xc0) || (c >= 0x2000 && c < 0x2070) || c == 0x20ac ||
	       (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xfff0);
}

static void
count_character(struct census *census, int32_t c)
{
	bool surrogate = c >= 0xd800 && c < 0xe000;
	if (c < 0x80 && (c >= ' ' || (c >= '\t' && c <= '\r')))
		census->ascii++;
	else if (is_ideograph(c))
		census->ideographs++;
	else if (c >= 0x80 && !surrogate && utf8_is_letter(c))
		census->block[c >> 8]++, census->letters++;
	else if (!is_mark(c) && !surrogate)
		census->others++;
}

static struct census
read_in_order(struct slice bytes, size_t high)
{
	struct census census = {0};
	for (size_t at = 0; at + 1 < bytes.len; at += 2)
		count_character(&census, (unsigned char)bytes.data[at + high] << 8 |
						 (unsigned char)bytes.data[at + 1 - high]);
	return census;
}

/* Whether that is a text: nearly all characters are of ASCII, or of one other script. */
static bool
is_text(const struct census *census, bool utf8)
{
	size_t most = 0, all = census->ascii + census->letters + census->ideographs;
	for (size_t i = 0; i < 256; i++)
		most = census->block[i] > most ? census->block[i] : most;
	if (census->ascii < SPACES || census->others * 20 > all)
		return false;
	if (census->ascii * 2 > all)
		return true;
	/* pairs of letters in ASCII read as ideographs */
	if (census->ideographs > census->letters)
		return !utf8;
	return most * 2 > census->letters;
}

struct slice
utf16_without_mark(struct slice bytes)
{
	struct slice sample = slice_cut(bytes, 0, bytes.len < SAMPLE ? bytes.len : SAMPLE);
	if (sample.len < FEWEST || !memchr(sample.data, '\0', sample.len))
		return SLICE("");
	bool utf8 = utf8_valid_length(sample) + CUT >= sample.len;
	struct census little = read_in_order(sample, 1), big = read_in_order(sample, 0);
	if (is_text(&little, utf8) && little.ascii > big.ascii)
		return SLICE("utf-16le");
	if (is_text(&big, utf8) && big.ascii > little.ascii)
		return SLICE("utf-16be");
	return SLICE("");
}
