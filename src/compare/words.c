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

/* Where a word is kept that is known again by this key. */
static inline struct known_word *
known_of(const struct lexicon *lexicon, uint64_t key)
{
	return &lexicon->known[(key * 0x9e3779b97f4a7c15u) >> (64 - LEXICON_KNOWN_BITS)];
}

/* Keeps a word in lower case that was not known by its key. */
static void
learn(struct known_word *known, uint64_t key, const struct lexicon *lexicon, struct slice low,
	struct buffer *scratch)
{
	*known = (struct known_word){key, lexicon_read(lexicon, low, map_hash(low), scratch)};
}

/* Adds the word that stands at text[start..end). */
static inline void
add_word(struct words *words, struct word word, size_t start, size_t end, bool capital)
{
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

/* A word in lower case that is known again by its hash. */
static const struct word *
read_long(struct words *words, const struct lexicon *lexicon, struct slice low)
{
	uint64_t key = map_hash(low) | NO_LETTERS;
	struct known_word *known = known_of(lexicon, key);
	if (known->key != key)
		learn(known, key, lexicon, low, &words->scratch);
	return &known->word;
}

/* The same of one of ASCII letters, WORD_MAX at most. */
static const struct word *
read_plain(struct words *words, const struct lexicon *lexicon, struct slice word)
{
	char low[WORD_MAX];
	for (size_t i = 0; i < word.len; i++)
		low[i] = (char)(word.data[i] | 0x20);
	return read_long(words, lexicon, (struct slice){low, word.len});
}

/* A word of eight ASCII letters at most, which is known again by them. */
static inline const struct word *
read_short(struct words *words, const struct lexicon *lexicon, struct slice word)
{
	uint64_t key = octets_first(SMALL, word.len) | octets_read_few(word.data, word.len);
	struct known_word *known = known_of(lexicon, key);
	if (known->key != key) {
		char low[OCTETS];
		for (size_t i = 0; i < word.len; i++)
			low[i] = (char)(word.data[i] | 0x20);
		learn(known, key, lexicon, (struct slice){low, word.len}, &words->scratch);
	}
	return &known->word;
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
		add_word(words, *read_long(words, lexicon, word), start, at, capital);
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
	struct slice letters = slice_cut(text, at, end);
	const struct word *word = len <= OCTETS ? read_short(words, lexicon, letters)
						: read_plain(words, lexicon, letters);
	add_word(words, *word, at, end, !(text.data[at] & 0x20));
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
