#include "words.h"

#include <stdlib.h>

#include "memory.h"
#include "utf8.h"

enum {
	BITS_NUMBER = 13,
	BITS_CHARACTERS = 11, /* of two characters of a script without spaces */
	WORD_MAX = 64,        /* bytes of a word that are looked at */
	POSSESSIVE = 0x5bd1e995,
};

/* Han, kana, and the like: scripts that put no spaces between words. */
static bool
is_unspaced(int32_t character)
{
	return (character >= 0x2e80 && character < 0xa4d0) ||
	       (character >= 0xf900 && character < 0xfb00) ||
	       (character >= 0x20000 && character < 0x40000) ||
	       (character >= 0xe00 && character < 0xe80);
}

static void
add(struct words *words, struct word word)
{
	words->items = memory_reserve(
		words->items, &words->capacity, words->count + 1, sizeof *words->items);
	words->items[words->count++] = word;
}

/* A word in lower case, `low`, at text[start..end). */
static void
add_word(struct words *words, const struct lexicon *lexicon, struct slice low, size_t start,
	size_t end, bool capital)
{
	uint64_t hash = map_hash(low);
	struct known_word *known = &lexicon->known[hash % LEXICON_KNOWN];
	if (known->hash != hash)
		*known = (struct known_word){
			hash, lexicon_read(lexicon, low, hash, &words->scratch)};
	struct word word = known->word;
	word.start = (uint32_t)start;
	word.end = (uint32_t)end;
	word.capital = capital;
	add(words, word);
}

static void
add_number(struct words *words, struct slice digits, size_t start, size_t end)
{
	uint32_t hash = word_hash(digits);
	add(words, (struct word){.stem = hash,
			   .form = hash,
			   .start = (uint32_t)start,
			   .end = (uint32_t)end,
			   .bits = BITS_NUMBER,
			   .number = true});
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Reads a number from text[at]: "11,000", "3.5". Returns where it ends. */
static size_t
split_number(struct words *words, struct slice text, size_t at)
{
	char digits[WORD_MAX];
	size_t start = at, count = 0;
	for (; at < text.len; at++) {
		char byte = text.data[at];
		bool joins = (byte == ',' || byte == '.') && at + 1 < text.len &&
			     is_digit(text.data[at + 1]);
		if (!is_digit(byte) && !joins)
			break;
		if (byte != ',' && count < sizeof digits)
			digits[count++] = byte;
	}
	add_number(words, (struct slice){digits, count}, start, at);
	return at;
}

static size_t
add_low(char *low, size_t count, int32_t character, struct slice text, size_t at, size_t len)
{
	if (count + 4 > WORD_MAX)
		return count;
	struct buffer one = {low + count, 0, 4};
	if (character == UTF8_BAD)
		memcpy(low + count, text.data + at, one.len = len);
	else
		utf8_add(&one, utf8_lower(character));
	return count + one.len;
}

/* "'s" is no word of its own: "the army's" has the stem of "army", though not its form. */
static bool
is_possessive(const struct words *words, struct slice text, size_t start, struct slice low)
{
	if (words->count == 0 || !slice_is(low, "s"))
		return false;
	size_t last = words->items[words->count - 1].end;
	struct slice between = slice_cut(text, last, start);
	return slice_is(between, "'") || slice_is(between, "\342\200\231");
}

/* Reads a run of letters from text[at]. Returns where it ends. */
static size_t
split_letters(struct words *words, const struct lexicon *lexicon, struct slice text, size_t at)
{
	char low[WORD_MAX];
	size_t start = at, count = 0, len;
	bool capital = utf8_is_upper(utf8_decode(text, at, &len));
	for (; at < text.len; at += len) {
		char letter = (char)(text.data[at] | 0x20);
		if (letter >= 'a' && letter <= 'z' && count < WORD_MAX) {
			low[count++] = letter;
			len = 1;
			continue;
		}
		int32_t character = utf8_decode(text, at, &len);
		if (!utf8_is_letter(character) || is_unspaced(character))
			break;
		count = add_low(low, count, character, text, at, len);
	}
	if (is_possessive(words, text, start, (struct slice){low, count}))
		words->items[words->count - 1].form ^= POSSESSIVE;
	else
		add_word(words, lexicon, (struct slice){low, count}, start, at, capital);
	return at;
}

/* Two characters of a script without spaces: this one and the one before it, if it is one. */
static void
add_characters(struct words *words, struct slice text, size_t at, size_t len)
{
	size_t start = at, before;
	if (at > 0 && is_unspaced(utf8_decode_before(text, at, &before)))
		start = at - before;
	uint32_t hash = word_hash(slice_cut(text, start, at + len));
	add(words, (struct word){.stem = hash,
			   .form = hash,
			   .start = (uint32_t)at,
			   .end = (uint32_t)(at + len),
			   .bits = BITS_CHARACTERS});
}

void
words_split(struct words *words, const struct lexicon *lexicon, struct slice text)
{
	words->count = 0;
	for (size_t at = 0, len; at < text.len;) {
		int32_t character = utf8_decode(text, at, &len);
		if (character < 0x80 && is_digit((char)character)) {
			at = split_number(words, text, at);
		} else if (is_unspaced(character)) {
			if (utf8_is_letter(character) || utf8_is_digit(character))
				add_characters(words, text, at, len);
			at += len;
		} else if (utf8_is_letter(character)) {
			at = split_letters(words, lexicon, text, at);
		} else {
			at += len;
		}
	}
}

void
words_free(struct words *words)
{
	free(words->items);
	buffer_free(&words->scratch);
	*words = (struct words){0};
}
