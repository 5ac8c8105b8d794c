#include "character.h"

#include <assert.h>

#include "utf8.h"

#define BOTH (CHARACTER_OPEN | CHARACTER_CLOSE)

const uint32_t character_ascii[128] = {
	['\t'] = CHARACTER_SPACE,
	['\n'] = CHARACTER_SPACE | CHARACTER_BREAK,
	['\v'] = CHARACTER_SPACE,
	['\f'] = CHARACTER_SPACE | CHARACTER_BREAK,
	['\r'] = CHARACTER_SPACE,
	[' '] = CHARACTER_SPACE,
	['!'] = CHARACTER_QUERY,
	['"'] = CHARACTER_QUOTE | BOTH,
	['\''] = CHARACTER_QUOTE | BOTH | CHARACTER_APOSTROPHE,
	['('] = CHARACTER_BRACKET | CHARACTER_OPEN,
	[')'] = CHARACTER_BRACKET | CHARACTER_CLOSE,
	['*'] = BOTH,
	[','] = CHARACTER_CONTINUE,
	['-'] = CHARACTER_DASH,
	['.'] = CHARACTER_STOP,
	[':'] = CHARACTER_CONTINUE,
	[';'] = CHARACTER_CONTINUE,
	['?'] = CHARACTER_QUERY,
	['['] = CHARACTER_BRACKET | CHARACTER_OPEN,
	[']'] = CHARACTER_BRACKET | CHARACTER_CLOSE,
	['_'] = BOTH,
	['`'] = CHARACTER_QUOTE | CHARACTER_OPEN,
	['{'] = CHARACTER_BRACKET | CHARACTER_OPEN,
	['}'] = CHARACTER_BRACKET | CHARACTER_CLOSE,
};

static const struct {
	int32_t character;
	uint32_t class;
} others[] = {
	{0x85, CHARACTER_SPACE | CHARACTER_BREAK},
	{0xa0, CHARACTER_SPACE},
	{0xa1, CHARACTER_OPEN}, /* ¡ */
	{0xab, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0xad, CHARACTER_IGNORED},
	{0xb2, CHARACTER_RAISED},
	{0xb3, CHARACTER_RAISED},
	{0xb7, CHARACTER_BULLET},
	{0xb9, CHARACTER_RAISED},
	{0xbb, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0xbf, CHARACTER_OPEN},      /* ¿ */
	{0x37e, CHARACTER_QUERY},    /* Greek question mark */
	{0x387, CHARACTER_CONTINUE}, /* Greek ano teleia */
	{0x589, CHARACTER_FINAL},    /* Armenian full stop */
	{0x60c, CHARACTER_CONTINUE},
	{0x61b, CHARACTER_CONTINUE},
	{0x61f, CHARACTER_QUERY}, /* Arabic question mark */
	{0x6d4, CHARACTER_STOP},  /* Arabic full stop */
	{0x700, CHARACTER_FINAL}, /* Syriac */
	{0x701, CHARACTER_FINAL},
	{0x702, CHARACTER_FINAL},
	{0x964, CHARACTER_FINAL}, /* danda */
	{0x965, CHARACTER_FINAL},
	{0x104a, CHARACTER_CONTINUE},
	{0x104b, CHARACTER_FINAL}, /* Myanmar section */
	{0x1362, CHARACTER_FINAL}, /* Ethiopic */
	{0x1363, CHARACTER_CONTINUE},
	{0x1364, CHARACTER_CONTINUE},
	{0x1367, CHARACTER_FINAL},
	{0x1368, CHARACTER_FINAL},
	{0x17d4, CHARACTER_FINAL}, /* Khmer khan */
	{0x17d5, CHARACTER_FINAL},
	{0x1803, CHARACTER_FINAL}, /* Mongolian */
	{0x1809, CHARACTER_FINAL},
	{0x1c7e, CHARACTER_FINAL}, /* Ol Chiki */
	{0x1c7f, CHARACTER_FINAL},
	{0x200b, CHARACTER_IGNORED},
	{0x200c, CHARACTER_IGNORED},
	{0x200d, CHARACTER_IGNORED},
	{0x200e, CHARACTER_IGNORED},
	{0x200f, CHARACTER_IGNORED},
	{0x2010, CHARACTER_DASH},
	{0x2011, CHARACTER_DASH},
	{0x2012, CHARACTER_DASH},
	{0x2013, CHARACTER_DASH},
	{0x2014, CHARACTER_DASH},
	{0x2015, CHARACTER_DASH},
	{0x2018, CHARACTER_QUOTE | BOTH},
	{0x2019, CHARACTER_QUOTE | CHARACTER_CLOSE | CHARACTER_APOSTROPHE},
	{0x201a, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x201b, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x201c, CHARACTER_QUOTE | BOTH},
	{0x201d, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0x201e, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x201f, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x2020, CHARACTER_RAISED}, /* † ‡ */
	{0x2021, CHARACTER_RAISED},
	{0x2022, CHARACTER_BULLET},
	{0x2023, CHARACTER_BULLET},
	{0x2024, CHARACTER_STOP},
	{0x2025, CHARACTER_ELLIPSIS},
	{0x2026, CHARACTER_ELLIPSIS},
	{0x2028, CHARACTER_SPACE | CHARACTER_BREAK},
	{0x2029, CHARACTER_SPACE | CHARACTER_BREAK},
	{0x202a, CHARACTER_IGNORED},
	{0x202b, CHARACTER_IGNORED},
	{0x202c, CHARACTER_IGNORED},
	{0x202d, CHARACTER_IGNORED},
	{0x202e, CHARACTER_IGNORED},
	{0x2039, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x203a, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0x203c, CHARACTER_QUERY},
	{0x203d, CHARACTER_QUERY},
	{0x2043, CHARACTER_BULLET},
	{0x2047, CHARACTER_QUERY},
	{0x2048, CHARACTER_QUERY},
	{0x2049, CHARACTER_QUERY},
	{0x2060, CHARACTER_IGNORED},
	{0x2066, CHARACTER_IGNORED},
	{0x2067, CHARACTER_IGNORED},
	{0x2068, CHARACTER_IGNORED},
	{0x2069, CHARACTER_IGNORED},
	{0x2070, CHARACTER_RAISED},
	{0x2212, CHARACTER_DASH},
	{0x22ef, CHARACTER_ELLIPSIS},
	{0x25aa, CHARACTER_BULLET},
	{0x25cf, CHARACTER_BULLET},
	{0x25e6, CHARACTER_BULLET},
	{0x2cf9, CHARACTER_FINAL}, /* Coptic */
	{0x2cfe, CHARACTER_FINAL},
	{0x2e2e, CHARACTER_QUERY}, /* reversed question mark */
	{0x2e3a, CHARACTER_DASH},
	{0x2e3b, CHARACTER_DASH},
	{0x2e3c, CHARACTER_STOP},
	{0x3000, CHARACTER_SPACE},
	{0x3001, CHARACTER_CONTINUE},
	{0x3002, CHARACTER_FINAL},
	{0x3008, CHARACTER_BRACKET | CHARACTER_OPEN},
	{0x3009, CHARACTER_BRACKET | CHARACTER_CLOSE},
	{0x300a, CHARACTER_BRACKET | CHARACTER_OPEN},
	{0x300b, CHARACTER_BRACKET | CHARACTER_CLOSE},
	{0x300c, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x300d, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0x300e, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x300f, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0x3010, CHARACTER_BRACKET | CHARACTER_OPEN},
	{0x3011, CHARACTER_BRACKET | CHARACTER_CLOSE},
	{0x3014, CHARACTER_BRACKET | CHARACTER_OPEN},
	{0x3015, CHARACTER_BRACKET | CHARACTER_CLOSE},
	{0x301d, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0x301e, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0x301f, CHARACTER_QUOTE | CHARACTER_CLOSE},
	{0xa4ff, CHARACTER_FINAL}, /* Lisu */
	{0xa60e, CHARACTER_FINAL}, /* Vai */
	{0xa6f3, CHARACTER_FINAL}, /* Bamum */
	{0xa6f7, CHARACTER_QUERY},
	{0xa876, CHARACTER_FINAL}, /* Phags-pa */
	{0xa877, CHARACTER_FINAL},
	{0xa8ce, CHARACTER_FINAL}, /* Saurashtra */
	{0xa8cf, CHARACTER_FINAL},
	{0xa92f, CHARACTER_FINAL}, /* Kayah Li */
	{0xa9c8, CHARACTER_FINAL}, /* Javanese */
	{0xa9c9, CHARACTER_FINAL},
	{0xaa5d, CHARACTER_FINAL}, /* Cham */
	{0xaa5e, CHARACTER_FINAL},
	{0xaa5f, CHARACTER_FINAL},
	{0xabeb, CHARACTER_FINAL}, /* Meetei Mayek */
	{0xfe12, CHARACTER_FINAL},
	{0xfe15, CHARACTER_QUERY},
	{0xfe16, CHARACTER_QUERY},
	{0xfe52, CHARACTER_STOP},
	{0xfe56, CHARACTER_QUERY},
	{0xfe57, CHARACTER_QUERY},
	{0xfeff, CHARACTER_IGNORED},
	{0xff01, CHARACTER_QUERY | CHARACTER_FINAL},
	{0xff02, CHARACTER_QUOTE | BOTH},
	{0xff08, CHARACTER_BRACKET | CHARACTER_OPEN},
	{0xff09, CHARACTER_BRACKET | CHARACTER_CLOSE},
	{0xff0c, CHARACTER_CONTINUE},
	{0xff0e, CHARACTER_STOP},
	{0xff1a, CHARACTER_CONTINUE},
	{0xff1b, CHARACTER_CONTINUE},
	{0xff1f, CHARACTER_QUERY | CHARACTER_FINAL},
	{0xff3b, CHARACTER_BRACKET | CHARACTER_OPEN},
	{0xff3d, CHARACTER_BRACKET | CHARACTER_CLOSE},
	{0xff61, CHARACTER_FINAL},
	{0xff62, CHARACTER_QUOTE | CHARACTER_OPEN},
	{0xff63, CHARACTER_QUOTE | CHARACTER_CLOSE},
};

enum {
	COUNT = sizeof others / sizeof *others
};
static_assert(COUNT < 256, "places in the table are bytes");

/* Where the characters of a page, 256 of them, begin in the table; most pages have none. */
static const unsigned char *
pages(void)
{
	static unsigned char starts[0x101];
	if (starts[0x100])
		return starts;
	for (size_t page = 0, i = 0; page <= 0x100; page++) {
		while (i < COUNT && others[i].character < (int32_t)(page << 8))
			i++;
		starts[page] = (unsigned char)i;
	}
	return starts;
}

/* 0 where the character is not in the table. */
static unsigned
find(int32_t character)
{
	if (character > 0xffff)
		return 0;
	const unsigned char *start = &pages()[character >> 8];
	size_t low = start[0], high = start[1];
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (others[middle].character < character)
			low = middle + 1;
		else
			high = middle;
	}
	return low < start[1] && others[low].character == character ? others[low].class : 0;
}

unsigned
character_class_long(int32_t character)
{
	unsigned class = character < 0 ? 0 : find(character);
	if (class || character < 0)
		return class;
	bool space = (character >= 0x2000 && character <= 0x200a) || character == 0x202f ||
		     character == 0x205f || character == 0x1680;
	/* pictures */
	if ((character >= 0x2600 && character <= 0x27bf) || character == 0xfe0f ||
		(character >= 0x1f000 && character <= 0x1faff))
		return CHARACTER_PICTURE;
	bool raised = character >= 0x2074 && character <= 0x2079;
	return space ? CHARACTER_SPACE : raised ? CHARACTER_RAISED : 0;
}

bool
character_is_kana(int32_t character)
{
	return character >= 0x3041 && character <= 0x30ff;
}

bool
character_is_han_or_kana(int32_t character)
{
	return (character >= 0x2e80 && character <= 0x9fff) ||
	       (character >= 0xf900 && character <= 0xfaff) ||
	       (character >= 0x20000 && character <= 0x3ffff);
}

bool
character_is_hangul(int32_t character)
{
	return character >= 0xac00 && character <= 0xd7a3;
}
