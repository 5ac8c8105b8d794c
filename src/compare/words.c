#include "words.h"

#include <stdlib.h>

#include "memory.h"
#include "octets.h"
#include "utf8.h"

enum {
	BITS_NUMBER = 13,
	BITS_CHARACTERS = 11, /* of two characters of a script without spaces */
	WORD_MAX = 64,        /* bytes of a word that are looked at */
	POSSESSIVE = 0x5bd1e995,
	OCTETS = 8,
};

static const uint64_t SMALL = 0x2020202020202020u; /* what makes ASCII letters small */

#define NO_LETTERS 0x8000000000000000u /* a bit that eight ASCII letters do not have */

/* Han, kana, and the like: scripts that put no spaces between words. */
static bool
is_unspaced(int32_t character)
{
	return (character >= 0x2e80 && character < 0xa4d0) ||
	       (character >= 0xf900 && character < 0xfb00) ||
	       (character >= 0x20000 && character < 0x40000) ||
	       (character >= 0xe00 && character < 0xe80);
}

static inline void
add(struct words *words, struct word word)
{
	if (words->count == words->capacity)
		words->items = memory_reserve(
			words->items, &words->capacity, words->count + 1, sizeof word);
	words->items[words->count++] = word;
}

/*
 * A word in lower case, `low`, at text[start..end). It is known again by `key`: its letters
 * where they are eight of ASCII at most, else their hash and a bit more.
 */
static inline void
add_word(struct words *words, const struct lexicon *lexicon, uint64_t key, struct slice low,
	size_t start, size_t end, bool capital)
{
	struct known_word *known =
		&lexicon->known[(key * 0x9e3779b97f4a7c15u) >> (64 - LEXICON_KNOWN_BITS)];
	if (known->key != key)
		*known = (struct known_word){
			key, lexicon_read(lexicon, low, map_hash(low), &words->scratch)};
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
is_plain_letter(int32_t character)
{
	return (uint32_t)(character | 0x20) - 'a' < 26;
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

/* A word of ASCII letters at text[start..end), WORD_MAX at most. */
static inline void
add_plain(struct words *words, const struct lexicon *lexicon, struct slice text, size_t start,
	size_t end)
{
	char low[WORD_MAX];
	size_t len = end - start;
	uint64_t key = octets_first(SMALL, len) | octets_read_few(text.data + start, len);
	bool capital = !(text.data[start] & 0x20);
	if (len <= OCTETS) {
		octets_write(low, key);
	} else {
		for (size_t i = 0; i < len; i++)
			low[i] = (char)(text.data[start + i] | 0x20);
		key = map_hash((struct slice){low, len}) | NO_LETTERS;
	}
	add_word(words, lexicon, key, (struct slice){low, len}, start, end, capital);
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
	struct slice word = {low, count};
	if (is_possessive(words, text, start, word))
		words->items[words->count - 1].form ^= POSSESSIVE;
	else
		add_word(words, lexicon, map_hash(word) | NO_LETTERS, word, start, at, capital);
	return at;
}

/* The same from a letter of ASCII: mostly all are. */
static inline size_t
split_plain(struct words *words, const struct lexicon *lexicon, struct slice text, size_t at)
{
	size_t end = octets_end_of_letters(text, at), len = end - at;
	bool plain = len <= WORD_MAX && (end == text.len || !(text.data[end] & 0x80));
	if (!plain || (len == 1 && (text.data[at] | 0x20) == 's'))
		return split_letters(words, lexicon, text, at);
	add_plain(words, lexicon, text, at, end);
	return end;
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
		if (is_plain_letter(character)) {
			at = split_plain(words, lexicon, text, at);
		} else if (character < 0x80) {
			at = is_digit((char)character) ? split_number(words, text, at) : at + 1;
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
