#include "plain.h"

#include "octets.h"

static bool
is_lower(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool
is_upper(char byte)
{
	return byte >= 'A' && byte <= 'Z';
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

/* How long the quotation mark at `at` is: " or the three bytes of `other`; 0 where there is
 * none. */
static size_t
quote_length(struct slice text, size_t at, const char *other)
{
	if (at < text.len && text.data[at] == '"')
		return 1;
	return at + 2 < text.len && memcmp(text.data + at, other, 3) == 0 ? 3 : 0;
}

/* Whether ` Word`, ` A ` or ` “Word` is at `at`; a capital alone is no initial then. */
static bool
is_capitalised(struct slice text, size_t at)
{
	if (at >= text.len || text.data[at++] != ' ')
		return false;
	at += quote_length(text, at, "\xe2\x80\x9c");
	return at + 1 < text.len && is_upper(text.data[at]) &&
	       (is_lower(text.data[at + 1]) || text.data[at + 1] == ' ');
}

/*
 * Whether the word before text[at] is one of letters that looks like no abbreviation. Capitals
 * may be a roman number, and a word behind a period a part of something: p. ex.
 */
static bool
is_plain_word(const struct lexicon *lexicon, struct slice text, size_t start, size_t at)
{
	size_t word = at;
	if (at - start >= 8)
		word -= octets_last_letters(octets_read(text.data + at - 8));
	if (at - start < 8 || at - word == 8)
		while (word > start && is_letter(text.data[word - 1]))
			word--;
	return at - word >= 2 && word > start + 1 && text.data[word - 1] == ' ' &&
	       text.data[word - 2] != '.' && is_lower(text.data[at - 1]) &&
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
		*end += quote_length(text, *end, "\xe2\x80\x9d");
	}
	if (*end == text.len)
		return PLAIN_YES;
	if (at == start || !is_capitalised(text, *end))
		return PLAIN_UNSURE;
	bool plain = is_digit(text.data[at - 1]) ? is_plain_number(text, start, at)
						 : is_plain_word(lexicon, text, start, at);
	return plain ? PLAIN_YES : PLAIN_UNSURE;
}
