#include "strangeness.h"

#include <stdbool.h>

#include "utf8.h"

enum {
	LOST = 0xfffd
};

enum class {
	SPACE,
	ASCII_UPPER,
	ASCII_LOWER,
	ASCII_OTHER, /* digits, punctuation */
	UPPER,       /* accented and of other alphabets */
	LOWER,
	LETTER,   /* without case */
	RARE,     /* letters that no news is written with */
	OPENING,  /* quotation marks */
	CLOSING,  /* the apostrophe, too */
	DASH,     /* and ellipsis, bullet */
	NO_BREAK, /* space */
	SYMBOL,
	PICTURE, /* emoji, arrows, what stands anywhere */
	CONTROL,
};

struct letter {
	enum class class;
	int32_t script; /* of letters: the block's first character, roughly */
};

static enum class class_of_punctuation(int32_t c) {
	switch (c){case 0xa0 : return NO_BREAK; case 0xab : case 0x2018 : case 0x201c :
			case 0x201e : case 0xa1 : case 0xbf : return OPENING;
		case 0xbb : case 0x2019 : case 0x201d : case LOST : return CLOSING;
		case 0x2013 : case 0x2014 : case 0x2026 : case 0x2022 : case 0xb7 : return DASH;
		default : return SYMBOL;
}
}

static int32_t
script_of(int32_t c)
{
	if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00))
		return 'L';
	if (c < 0x400)
		return 0x370;
	if (c < 0x530)
		return 0x400;
	return c < 0x2e80 ? c & ~0x7f : 0x2e80;
}

static struct letter
look(int32_t c)
{
	if (c < 0x80) {
		enum class class = c == ' ' || (c >= '\t' && c <= '\r') ? SPACE
				   : utf8_is_upper(c)                   ? ASCII_UPPER
				   : utf8_is_lower(c)                   ? ASCII_LOWER
									: ASCII_OTHER;
		return (struct letter){class, utf8_is_letter(c) ? 'L' : 0};
	}
	if (c < 0xa0 || (c >= 0xe000 && c < 0xf900))
		return (struct letter){CONTROL, 0};
	bool letter = utf8_is_letter(c) && c != 0xaa && c != 0xba && c != 0xb5 && c != 0x192 &&
		      c != 0x2c6;
	if (letter && ((c >= 0x180 && c < 0x1cd) || (c >= 0x250 && c < 0x370)))
		return (struct letter){RARE, 'L'};
	if (letter)
		return (struct letter){utf8_is_upper(c)   ? UPPER
				       : utf8_is_lower(c) ? LOWER
							  : LETTER,
			script_of(c)};
	if (c >= 0x1f000 || (c >= 0x2600 && c < 0x27c0) || (c >= 0x3000 && c < 0x3040) ||
		c >= 0xfe00 || c == 0x200d || utf8_is_digit(c) || c == 0x2028)
		return (struct letter){c == LOST ? CLOSING : PICTURE, 0};
	return (struct letter){class_of_punctuation(c), 0};
}

static bool
is_letter(struct letter l)
{
	return l.script != 0;
}

static bool
is_lower(struct letter l)
{
	return l.class == LOWER || l.class == ASCII_LOWER;
}

static bool
is_upper(struct letter l)
{
	return l.class == UPPER || l.class == ASCII_UPPER;
}

/* What is strange about a letter in front of another. */
static int
strange_letters(struct letter a, struct letter b)
{
	if (a.script != b.script && a.script < 0x2e80 && b.script < 0x2e80)
		return 15;
	if (a.script == 'L' && a.class == UPPER && b.class == LOWER)
		return 10;
	return is_lower(a) && is_upper(b) ? 20 : 0;
}

/* What frames are drawn with on terminals. */
static bool
is_frame(int32_t c)
{
	return c >= 0x2500 && c < 0x25a0;
}

/* What is strange about two characters that follow one another, in tenths. */
static int
strange_pair(int32_t first, int32_t second)
{
	struct letter a = look(first), b = look(second);
	bool latin_lead = first == 0xc2 || first == 0xc3;
	if (second == 0x153 && first == 0xe2) /* âœ: no language has it */
		return 20;
	if ((is_frame(first) && is_letter(b)) || (is_frame(second) && is_letter(a)))
		return 15; /* "┬┐qué" */
	if (is_letter(a) && is_letter(b))
		return strange_letters(a, b);
	if ((b.class == SYMBOL && (second >= 0x2200 || second == 0x192)) && is_letter(a) &&
		(a.class == ASCII_LOWER || a.class == ASCII_UPPER))
		return 15; /* "wei√ü" */
	if (is_letter(a) && a.class != ASCII_UPPER && a.class != ASCII_LOWER) {
		if (b.class == SYMBOL)
			return latin_lead ? 30 : 25;
		if (b.class == OPENING)
			return latin_lead ? 25 : 15;
		if (latin_lead && (b.class == CLOSING || b.class == DASH))
			return 5;
		return 0;
	}
	if (a.class == SYMBOL && (b.class == SYMBOL || b.class == OPENING))
		return 8;
	if (a.class == SYMBOL && (b.class == CLOSING || b.class == DASH))
		return 5;
	if (a.class == SYMBOL && is_letter(b) && b.class != ASCII_UPPER)
		return b.class == ASCII_LOWER ? 5 : 15;
	if ((a.class == CLOSING && first != 0x2019) && is_letter(b))
		return 15;
	if (a.class == OPENING && (b.class == SYMBOL || b.class == NO_BREAK))
		return 8;
	if ((a.class == DASH || a.class == CLOSING) && b.class == SYMBOL)
		return 8;
	return 0;
}

/* Ã and Â alone at the end of a word: what followed them became, or was, a space. */
int
strange_end(int32_t before, int32_t lead, int32_t after)
{
	if ((lead != 0xc3 && lead != 0xc2) || (after != ' ' && after != 0xa0))
		return 0;
	struct letter l = look(before);
	return is_lower(l) || l.class == SPACE || l.class == ASCII_OTHER ||
			       l.class == CLOSING || l.class == OPENING
		       ? 25
		       : 0;
}

static int
strange_alone(int32_t c)
{
	enum class class = look(c).class;
	return class == CONTROL ? 30 : class == RARE ? 20 : 0;
}

/* How strange a run of characters is, between the one before it and the one after it. */
int
strangeness(int32_t before, const int32_t *run, size_t len, int32_t after)
{
	int sum = len ? 0 : 1000;
	for (size_t i = 0; i < len; i++) {
		int32_t left = i ? run[i - 1] : before;
		int32_t right = i + 1 < len ? run[i + 1] : after;
		sum += strange_alone(run[i]) + strange_pair(left, run[i]);
		sum += strange_end(left, run[i], right);
		if ((run[i] == 0xc3 || run[i] == 0xc2) && right == 0xa0 &&
			is_lower(look(i + 2 < len ? run[i + 2] : after)) &&
			look(left).class == ASCII_UPPER)
			sum += 20; /* "CÃ nan": the space that does not break is a byte */
		/* a small letter amid capitals */
		if (look(run[i]).class == LOWER && is_upper(look(left)) &&
			is_upper(look(right)))
			sum += 20;
		if (i + 1 == len)
			sum += strange_pair(run[i], after);
	}
	return sum;
}
