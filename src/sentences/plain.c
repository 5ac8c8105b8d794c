#include "plain.h"

#include "octets.h"
#include "utf8.h"

static bool
is_lower(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool
is_letter(char byte)
{
	return is_lower((char)(byte | 0x20));
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* How long the quotation mark at `at` is: " or one of the two others; 0 where there is none. */
static size_t
quote_length(struct slice text, size_t at, struct slice curly, struct slice angled)
{
	if (at >= text.len)
		return 0;
	if ((unsigned char)text.data[at] < 0x80)
		return text.data[at] == '"';
	struct slice rest = slice_cut(text, at, text.len);
	return slice_starts(rest, curly)    ? curly.len
	       : slice_starts(rest, angled) ? angled.len
					    : 0;
}

/* Whether ` Word`, ` A ` or ` “Word` is at `at`; a capital alone is no initial then. */
static bool
is_capitalised(struct slice text, size_t at)
{
	if (at >= text.len || text.data[at++] != ' ')
		return false;
	at += quote_length(text, at, SLICE("\xe2\x80\x9c"), SLICE("\xc2\xab"));
	size_t len;
	if (at >= text.len || !utf8_is_upper(utf8_decode(text, at, &len)))
		return false;
	at += len;
	return at < text.len && (is_lower(text.data[at]) || text.data[at] == ' ' ||
					utf8_is_lower(utf8_decode(text, at, &len)));
}

/* Where the ASCII letters before text[at] begin. */
static size_t
skip_letters_back(struct slice text, size_t start, size_t at)
{
	if (at - start >= 8) {
		size_t letters = octets_last_letters(octets_read(text.data + at - 8));
		at -= letters;
		if (letters < 8)
			return at;
	}
	while (at > start && is_letter(text.data[at - 1]))
		at--;
	return at;
}

/* Whether the word text[word..at] of letters stands behind a space, and that behind no period:
 * it is no part of something, as in p. ex. */
static bool
stands_alone(struct slice text, size_t start, size_t word)
{
	return word > start + 1 && text.data[word - 1] == ' ' && text.data[word - 2] != '.';
}

/* The same as is_plain_word() where not all letters are ASCII; the last two must be small. */
static bool
is_plain_long_word(const struct lexicon *lexicon, struct slice text, size_t start, size_t at)
{
	size_t len, word = at, tail = at, letters = 0;
	for (; word > start; letters++, word -= len) {
		unsigned kind = utf8_kind(utf8_decode_before(text, word, &len));
		if (!(kind & UTF8_LETTER))
			break;
		if (letters < 2 && !(kind & UTF8_LOWER))
			return false;
		if (letters < 2)
			tail -= len;
	}
	return letters >= 2 && stands_alone(text, start, word) &&
	       !lexicon_may_end_abbreviation(lexicon, slice_cut(text, tail, at));
}

/*
 * Whether the word before text[at] is one of letters that looks like no abbreviation. Capitals
 * may be a roman number.
 */
static bool
is_plain_word(const struct lexicon *lexicon, struct slice text, size_t start, size_t at)
{
	size_t word = skip_letters_back(text, start, at);
	if (word > start && (unsigned char)text.data[word - 1] >= 0x80)
		return is_plain_long_word(lexicon, text, start, at);
	return at - word >= 2 && stands_alone(text, start, word) &&
	       is_lower(text.data[at - 1]) &&
	       !lexicon_may_abbreviate(lexicon, text.data + word, at - word);
}

/* A number too large to be an ordinal one, or that of a list: in 2014, of 1,000 */
static bool
is_plain_number(struct slice text, size_t start, size_t at)
{
	size_t number = at;
	while (number > start && is_digit(text.data[number - 1]))
		number--;
	return at - number >= 3 && number > start + 1 &&
	       (text.data[number - 1] == ' ' || text.data[number - 1] == ',') &&
	       text.data[number - 2] != '.';
}

/* 1.5, example.com */
static bool
is_inner_period(struct slice text, size_t at)
{
	if (at == 0 || at + 2 >= text.len)
		return false;
	const char *data = text.data + at;
	return (is_digit(data[-1]) && is_digit(data[1])) ||
	       (is_lower(data[1]) && is_lower(data[2]));
}

enum plain
plain_decide(
	const struct lexicon *lexicon, struct slice text, size_t start, size_t at, size_t *end)
{
	*end = at + 1;
	if (text.data[at] == '.') {
		if (is_inner_period(text, at))
			return PLAIN_NO;
		*end += quote_length(text, *end, SLICE("\xe2\x80\x9d"), SLICE("\xc2\xbb"));
	}
	if (*end == text.len)
		return PLAIN_YES;
	if (at == start || !is_capitalised(text, *end))
		return PLAIN_UNSURE;
	bool plain = is_digit(text.data[at - 1]) ? is_plain_number(text, start, at)
						 : is_plain_word(lexicon, text, start, at);
	return plain ? PLAIN_YES : PLAIN_UNSURE;
}
