#include "words.h"

#include <stdlib.h>

#include "memory.h"
#include "record.h"
#include "utf8.h"

enum {
	BITS_MAX = 30,
	BITS_UNKNOWN = 16, /* of a word that the table does not know */
	BITS_NUMBER = 13,
	BITS_CHARACTERS = 11, /* of two characters of a script without spaces */
	STEM_MIN = 3,         /* letters that an ending must leave */
	WORD_MAX = 64,        /* bytes of a word that are looked at */
	POSSESSIVE = 0x5bd1e995,
	CUT = 7, /* letters kept in a language whose endings are not known */
};

/* The high half: only that depends on every byte. */
static uint32_t
fold(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

static uint32_t
hash_of(struct slice text)
{
	return fold(map_hash(text));
}

/* "stopp" is "stop", "make" and "mak" are "mak". */
static struct slice
even(struct slice stem)
{
	if (stem.len <= STEM_MIN)
		return stem;
	char last = stem.data[stem.len - 1];
	if (last == 'e' || (last == stem.data[stem.len - 2] && last != 's' && last != 'l'))
		stem.len--;
	return stem;
}

/* The first letters; an inflected word and its base mostly share them. */
static struct slice
cut(struct slice word)
{
	size_t at = 0, len;
	for (size_t letters = 0; at < word.len && letters < CUT; letters++, at += len)
		utf8_decode(word, at, &len);
	return slice_cut(word, 0, at);
}

static struct slice
without_ending(const struct lexicon *lexicon, struct slice word, struct buffer *scratch)
{
	for (size_t len = 4; len > 0; len--) {
		if (word.len < len + STEM_MIN)
			continue;
		const uint32_t *ending =
			map_find(&lexicon->endings, slice_cut(word, word.len - len, word.len));
		if (!ending)
			continue;
		struct slice instead = lexicon->instead[*ending];
		word.len -= len;
		if (instead.len == 0)
			return even(word);
		buffer_clear(scratch);
		buffer_add(scratch, word);
		buffer_add(scratch, instead);
		return buffer_slice(scratch);
	}
	return even(word);
}

/* What is left of a word in lower case without its ending; it may lie in `scratch`. */
static struct slice
stem_of(const struct lexicon *lexicon, struct slice word, struct buffer *scratch)
{
	return lexicon->ending_count > 0 ? without_ending(lexicon, word, scratch) : cut(word);
}

static struct entry *
entry_of(struct lexicon *lexicon, struct slice word)
{
	bool added;
	uint32_t place =
		*map_add(&lexicon->words, word, (uint32_t)lexicon->entry_count, &added);
	if (added) {
		lexicon->entries = memory_reserve(lexicon->entries, &lexicon->entry_capacity,
			lexicon->entry_count + 1, sizeof *lexicon->entries);
		lexicon->entries[lexicon->entry_count++] = (struct entry){0};
	}
	return &lexicon->entries[place];
}

static void
take_frequency(void *context, const struct slice field[TABLE_FIELDS])
{
	size_t bits;
	if (record_size(field[1], &bits) && bits > 0 && bits <= BITS_MAX)
		entry_of(context, field[0])->bits = (uint8_t)bits;
}

static void
take_ending(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	if (lexicon->ending_count == LEXICON_ENDINGS)
		return;
	lexicon->instead[lexicon->ending_count] = field[1];
	*map_add(&lexicon->endings, field[0], 0, NULL) = (uint32_t)lexicon->ending_count++;
}

/* Forms and synonyms: the word counts as another. */
static void
take_form(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	uint32_t stem = hash_of(stem_of(lexicon, field[1], &lexicon->scratch));
	entry_of(lexicon, field[0])->stem = stem;
}

static void
take_frame(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	size_t frame = 1;
	while (frame < lexicon->frame_count && !slice_equal(lexicon->frames[frame], field[1]))
		frame++;
	if (frame == LEXICON_FRAMES)
		return;
	lexicon->frames[frame] = field[1];
	if (frame >= lexicon->frame_count)
		lexicon->frame_count = frame + 1;
	entry_of(lexicon, field[0])->frame = (uint8_t)frame;
}

static void
take_source(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	lexicon->knows_sources = true;
	entry_of(lexicon, field[0])->source = true;
}

static void
take_spokesperson(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->spokesperson = true;
}

static struct lexicon *
find_lexicon(struct lexicons *lexicons, struct slice tag)
{
	if (tag.len == 0)
		tag = slice_of(lexicons->otherwise ? lexicons->otherwise : "en");
	const char *language = language_of(tag);
	if (!language)
		language = "root";
	for (struct lexicon *known = lexicons->first; known; known = known->next)
		if (strcmp(known->language, language) == 0)
			return known;
	struct lexicon *lexicon = memory_new_zeroed(1, sizeof *lexicon);
	lexicon->language = language;
	tables_each(lexicons->rules, language, "endings", take_ending, lexicon);
	tables_each(lexicons->rules, language, "frequencies", take_frequency, lexicon);
	tables_each(lexicons->rules, language, "forms", take_form, lexicon);
	tables_each(lexicons->rules, language, "synonyms", take_form, lexicon);
	tables_each(lexicons->rules, language, "frames", take_frame, lexicon);
	tables_each(lexicons->rules, language, "source-nouns", take_source, lexicon);
	tables_each(lexicons->rules, language, "roles", take_source, lexicon);
	tables_each(lexicons->rules, language, "spokespersons", take_spokesperson, lexicon);
	lexicon->known = memory_new_zeroed(LEXICON_KNOWN, sizeof *lexicon->known);
	lexicon->next = lexicons->first;
	lexicons->first = lexicon;
	return lexicon;
}

struct lexicon *
lexicon_of(struct lexicons *lexicons, struct slice tag)
{
	if (!lexicons->last || !slice_equal(tag, lexicons->last_tag)) {
		lexicons->last_tag = tag;
		lexicons->last = find_lexicon(lexicons, tag);
	}
	return lexicons->last;
}

void
lexicons_free(struct lexicons *lexicons)
{
	while (lexicons->first) {
		struct lexicon *lexicon = lexicons->first;
		lexicons->first = lexicon->next;
		map_free(&lexicon->words);
		map_free(&lexicon->endings);
		free(lexicon->entries);
		free(lexicon->known);
		buffer_free(&lexicon->scratch);
		free(lexicon);
	}
}

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

static const struct entry *
entry_find(const struct lexicon *lexicon, struct slice word)
{
	const uint32_t *place = map_find(&lexicon->words, word);
	return place ? &lexicon->entries[*place] : NULL;
}

/* What is known of a word in lower case. */
static struct word
read_word(struct words *words, const struct lexicon *lexicon, struct slice low, uint64_t hash)
{
	struct word word = {.form = fold(hash)};
	const struct entry *entry = entry_find(lexicon, low);
	word.bits = entry ? entry->bits : 0;
	word.frame = entry ? entry->frame : 0;
	word.source = entry && entry->source;
	word.stem = entry ? entry->stem : 0;
	if (word.stem == 0 || word.bits == 0) {
		struct slice stem = stem_of(lexicon, low, &words->scratch);
		entry = entry_find(lexicon, stem);
		if (word.bits == 0)
			word.bits = entry && entry->bits ? entry->bits : BITS_UNKNOWN;
		if (word.stem == 0)
			word.stem = hash_of(stem);
	}
	return word;
}

/* A word in lower case, `low`, at text[start..end). */
static void
add_word(struct words *words, const struct lexicon *lexicon, struct slice low, size_t start,
	size_t end, bool capital)
{
	uint64_t hash = map_hash(low);
	struct known_word *known = &lexicon->known[hash % LEXICON_KNOWN];
	if (known->hash != hash)
		*known = (struct known_word){hash, read_word(words, lexicon, low, hash)};
	struct word word = known->word;
	word.start = (uint32_t)start;
	word.end = (uint32_t)end;
	word.capital = capital;
	add(words, word);
}

static void
add_number(struct words *words, struct slice digits, size_t start, size_t end)
{
	uint32_t hash = hash_of(digits);
	add(words, (struct word){hash, hash, (uint32_t)start, (uint32_t)end, BITS_NUMBER, 0,
			   true, false, false});
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
	uint32_t hash = hash_of(slice_cut(text, start, at + len));
	add(words, (struct word){hash, hash, (uint32_t)at, (uint32_t)(at + len),
			   BITS_CHARACTERS, 0, false, false, false});
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
