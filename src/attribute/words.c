#include "words.h"

#include <stdlib.h>

#include "memory.h"
#include "utf8.h"

enum letter_class {
	CLASS_SPACE,
	CLASS_LOWER,
	CLASS_UPPER,
	CLASS_DIGIT,
	CLASS_HAN, /* written without spaces: each character is a word */
	CLASS_MARK,
};

/* One character of the text. */
struct character {
	int32_t code;
	size_t len;
	enum letter_class class;
};

static bool
is_unspaced(int32_t code)
{
	return (code >= 0x2e80 && code <= 0x9fff && code >= 0x3040) ||
	       (code >= 0x20000 && code <= 0x3ffff) || (code >= 0xf900 && code <= 0xfaff) ||
	       (code >= 0x0e00 && code <= 0x0eff);
}

static enum letter_class
class_beyond_ascii(int32_t code)
{
	if (utf8_is_letter(code))
		return is_unspaced(code)     ? CLASS_HAN
		       : utf8_is_upper(code) ? CLASS_UPPER
					     : CLASS_LOWER;
	if (utf8_is_digit(code))
		return CLASS_DIGIT;
	return utf8_is_space(code) ? CLASS_SPACE : CLASS_MARK;
}

static enum letter_class
class_of_ascii(unsigned char byte)
{
	if (byte >= 'a' && byte <= 'z')
		return CLASS_LOWER;
	if (byte >= 'A' && byte <= 'Z')
		return CLASS_UPPER;
	if (byte >= '0' && byte <= '9')
		return CLASS_DIGIT;
	return byte == ' ' || (byte >= '\t' && byte <= '\r') ? CLASS_SPACE : CLASS_MARK;
}

static struct character
character_beyond_ascii(struct slice text, size_t at)
{
	struct character c;
	c.code = utf8_decode(text, at, &c.len);
	c.class = class_beyond_ascii(c.code);
	return c;
}

/* The character at text[at]; a mark of no bytes at the end. */
static inline struct character
character_at(struct slice text, size_t at)
{
	if (at >= text.len)
		return (struct character){0, 0, CLASS_SPACE};
	unsigned char byte = (unsigned char)text.data[at];
	if (byte < 0x80)
		return (struct character){byte, 1, class_of_ascii(byte)};
	return character_beyond_ascii(text, at);
}

static bool is_inside_word(enum letter_class class)
{
	return class == CLASS_LOWER || class == CLASS_UPPER || class == CLASS_DIGIT;
}

static bool
is_apostrophe(int32_t code)
{
	return code == '\'' || code == 0x2019;
}

#define HASH_EMPTY 0xcbf29ce484222325u /* of no letters (FNV-1a) */

static inline uint64_t
hash_lower(uint64_t hash, uint32_t lower)
{
	return (hash ^ lower) * 0x100000001b3u;
}

static uint64_t
hash_character(uint64_t hash, int32_t code)
{
	uint32_t lower = code >= 'A' && code <= 'Z' ? (uint32_t)code + 32
			 : code < 0x80              ? (uint32_t)code
			 : is_apostrophe(code)      ? '\''
						    : (uint32_t)utf8_lower(code);
	return hash_lower(hash, lower);
}

enum {
	ELIDED_LETTERS = 6, /* the longest word that an apostrophe may end: puisqu' */
};

/* What a word is made of, as it grows. */
struct growth {
	uint64_t hash;
	size_t letters, uppers, digits, marks; /* marks: apostrophes, hyphens, points inside */
	bool upper_first;
};

static void
grow(struct growth *growth, struct character c)
{
	growth->hash = hash_character(growth->hash, c.code);
	if (c.class == CLASS_UPPER && growth->letters == 0 && growth->digits == 0)
		growth->upper_first = true;
	growth->letters +=
		c.class == CLASS_LOWER || c.class == CLASS_UPPER || c.class == CLASS_HAN;
	growth->uppers += c.class == CLASS_UPPER;
	growth->digits += c.class == CLASS_DIGIT;
	growth->marks += c.class == CLASS_MARK;
}

/* Grows by the letters a to z that stand at `at`, most of all text; returns their end. */
static size_t
grow_lower(struct growth *growth, struct slice text, size_t at)
{
	size_t start = at;
	uint64_t hash = growth->hash;
	while (at < text.len && text.data[at] >= 'a' && text.data[at] <= 'z')
		hash = hash_lower(hash, (unsigned char)text.data[at++]);
	growth->hash = hash;
	growth->letters += at - start;
	return at;
}

static enum word_shape
shape_of(const struct growth *growth)
{
	if (growth->letters == 0)
		return SHAPE_NUMBER;
	if (growth->uppers == 0)
		return SHAPE_LOWER;
	if (growth->uppers == growth->letters && growth->letters > 1)
		return SHAPE_UPPER;
	return growth->upper_first ? SHAPE_CAPITAL : SHAPE_MIXED;
}

/* Whether the apostrophe at `at` begins a genitive: Syrsky's, the officials' not. */
static bool
is_genitive(struct slice text, size_t after)
{
	struct character letter = character_at(text, after);
	if (letter.code != 's' && letter.code != 'S')
		return false;
	return !is_inside_word(character_at(text, after + letter.len).class);
}

/* Whether the mark `c` at `at` joins what stands around it to one word. */
static bool
joins(struct slice text, size_t at, struct character c, const struct growth *growth)
{
	struct character next = character_at(text, at + c.len);
	if (!is_inside_word(next.class))
		return c.code == '.' && growth->marks > 0 &&
		       growth->letters == growth->marks + 1;
	if (is_apostrophe(c.code))
		return growth->letters > 0 && !is_genitive(text, at + c.len);
	if (c.code == '-')
		return next.class != CLASS_DIGIT || growth->letters > 0;
	if (c.code == '.' && growth->digits == 0)
		return growth->letters == growth->marks + 1 && next.class != CLASS_DIGIT;
	return (c.code == '.' || c.code == ',') && growth->letters == 0 &&
	       next.class == CLASS_DIGIT;
}

static struct word *
add(struct words *words, size_t start, size_t end, uint64_t hash)
{
	words->items = memory_reserve(
		words->items, &words->capacity, words->count + 1, sizeof *words->items);
	struct word *word = &words->items[words->count++];
	*word = (struct word){.hash = hash, .start = (uint32_t)start, .end = (uint32_t)end};
	return word;
}

/* Whether the apostrophe `c` at `at` ends a word: l'agence, dell'Interno. */
static bool
elides(const struct words *words, struct slice text, size_t at, struct character c,
	const struct growth *growth)
{
	bool first = words->count == 0 || words->items[words->count - 1].kind == WORD_MARK;
	if (!is_apostrophe(c.code) || growth->marks > 0 || growth->letters > ELIDED_LETTERS ||
		(growth->uppers > 0 && !first))
		return false;
	struct character next = character_at(text, at + c.len);
	return next.class == CLASS_LOWER || next.class == CLASS_UPPER;
}

static size_t
add_letters(struct words *words, struct slice text, size_t at, struct character c, bool eliding)
{
	struct growth growth = {.hash = HASH_EMPTY};
	size_t end = at;
	if (c.class == CLASS_MARK) { /* the apostrophe of 's */
		grow(&growth, c);
		end += c.len;
		c = character_at(text, end);
	}
	do {
		grow(&growth, c);
		end = grow_lower(&growth, text, end + c.len);
		c = character_at(text, end);
		if (eliding && elides(words, text, end, c, &growth)) {
			end += c.len;
			break;
		}
	} while (is_inside_word(c.class) ||
		 (c.class == CLASS_MARK && joins(text, end, c, &growth)));
	struct word *word = add(words, at, end, growth.hash);
	word->shape = shape_of(&growth);
	word->kind = growth.letters ? WORD_LETTERS : WORD_NUMBER;
	return end;
}

/* All double quotation marks are one to the rules; quotes.c looks at the character itself. */
static char
mark_of(struct slice text, size_t at, struct character c, size_t *len)
{
	struct character next = character_at(text, at + c.len);
	*len = c.len;
	if ((c.code == '\'' || c.code == '`') && next.code == c.code && next.len) {
		*len = 2;
		return '"';
	}
	if (c.code == '-' && next.code == '-') {
		*len = 2;
		return '-';
	}
	switch (c.code) {
	case 0x201c:
	case 0x201d:
	case 0x201e:
	case 0x201f:
	case 0xab:
	case 0xbb:
	case 0x300c:
	case 0x300d:
	case 0x300e:
	case 0x300f:
	case 0xff02:
		return '"';
	case 0x2018:
	case 0x2019:
	case 0x201a:
	case 0x2039:
	case 0x203a:
		return '\'';
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return '-';
	case 0xff0c:
	case 0x3001:
	case 0x60c:
		return ',';
	case 0xff1a:
		return ':';
	case 0x3002:
	case 0x964:
		return '.';
	case 0xff01:
		return '!';
	case 0xff1f:
	case 0x61f:
		return '?';
	}
	return c.code > 0 && c.code < 0x80 ? (char)c.code : '\0';
}

static size_t
add_mark(struct words *words, struct slice text, size_t at, struct character c)
{
	size_t len;
	char mark = mark_of(text, at, c, &len);
	uint64_t hash = hash_character(HASH_EMPTY, mark ? mark : c.code);
	struct word *word = add(words, at, at + len, hash);
	word->kind = WORD_MARK;
	word->shape = SHAPE_MARK;
	word->mark = mark;
	return at + len;
}

static size_t
add_han(struct words *words, size_t at, struct character c)
{
	struct word *word = add(words, at, at + c.len, hash_character(HASH_EMPTY, c.code));
	word->shape = SHAPE_LOWER;
	return at + c.len;
}

static size_t
add_word(struct words *words, struct slice text, size_t at, struct character c, bool eliding)
{
	if (c.class == CLASS_HAN)
		return add_han(words, at, c);
	if (is_inside_word(c.class) || (is_apostrophe(c.code) && words->count > 0 &&
					       words->items[words->count - 1].end == at &&
					       is_genitive(text, at + c.len)))
		return add_letters(words, text, at, c, eliding);
	return add_mark(words, text, at, c);
}

void
words_split(struct words *words, struct slice text, size_t start, size_t end, uint32_t sentence,
	bool eliding)
{
	struct slice upto = slice_cut(text, 0, end);
	bool spaced = true;
	for (size_t at = start; at < end;) {
		struct character c = character_at(upto, at);
		if (c.class == CLASS_SPACE) {
			spaced = true;
			at += c.len;
			continue;
		}
		at = add_word(words, upto, at, c, eliding);
		words->items[words->count - 1].spaced = spaced;
		words->items[words->count - 1].sentence = sentence;
		spaced = false;
	}
}

uint64_t
words_hash_on(uint64_t start, struct slice more)
{
	uint64_t hash = start;
	for (size_t at = 0; at < more.len;) {
		struct character c = character_at(more, at);
		hash = hash_character(hash, c.code);
		at += c.len;
	}
	return hash;
}

uint64_t
words_hash(struct slice word)
{
	return words_hash_on(HASH_EMPTY, word);
}

void
words_free(struct words *words)
{
	free(words->items);
	*words = (struct words){0};
}

uint32_t
words_count_letters(const struct word *words, struct range range)
{
	uint32_t count = 0;
	for (uint32_t i = range.start; i < range.end; i++)
		count += words[i].kind == WORD_LETTERS;
	return count;
}
