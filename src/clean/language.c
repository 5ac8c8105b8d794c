#include "language.h"

#include <stdint.h>
#include <string.h>

#include "map.h"
#include "memory.h"
#include "octets.h"
#include "tables.h"
#include "utf8.h"

enum {
	SAMPLE = 32 * 1024, /* bytes looked at */
	PART = 256,         /* of them, after which a guess may be settled */
	TOLD = 2,           /* words or letters: one alone tells no language */
	CLEAR = 12,         /* words of a language seen, from which on a guess is clear */
	SCRIPT = 400, /* letters of a script that stands for a language, from which on it is
			 settled */
	LEAD = 16,    /* words more than of any other, from which on it is settled */
	WORD = 64,
	SHORT_BITS = 14,
	TELLING = 0x700, /* the code below which are all letters that tell a language */
};

/* The languages with a table of common words, and each word's languages as a set. */
struct lexicon {
	struct slice codes[LANGUAGES];
	size_t count;
	struct map words; /* to places in `sets` */
	uint64_t *sets;
	size_t set_count, set_capacity;
	/* words of eight bytes at most, most of all; as numbers, 0: none */
	struct short_word {
		uint64_t word, set;
	} short_words[1 << SHORT_BITS];
	uint64_t letters[TELLING]; /* the languages that a letter tells */
	struct neighbour {
		uint8_t larger; /* a language's larger neighbour, from 1; 0: none */
		uint8_t lead;   /* by so many words it must lead, 0: no tie */
	} neighbours[LANGUAGES];
};

static struct lexicon lexicon;

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	const size_t *language = context;
	bool added;
	uint32_t *place =
		map_add(&lexicon.words, field[0], (uint32_t)lexicon.set_count, &added);
	if (added) {
		lexicon.sets = memory_reserve(lexicon.sets, &lexicon.set_capacity,
			lexicon.set_count + 1, sizeof *lexicon.sets);
		lexicon.sets[lexicon.set_count++] = 0;
	}
	lexicon.sets[*place] |= UINT64_C(1) << *language;
}

/* The place of a short word, or the empty one where it belongs. */
static struct short_word *
short_word(uint64_t word)
{
	size_t at = word * 0x9e3779b97f4a7c15u >> (64 - SHORT_BITS);
	while (lexicon.short_words[at].word && lexicon.short_words[at].word != word)
		at = (at + 1) % (1 << SHORT_BITS);
	return &lexicon.short_words[at];
}

static uint64_t
octets_of(const char *word, size_t len)
{
	char padded[8] = {0};
	memcpy(padded, word, len);
	return octets_read(padded);
}

static void
learn_short_words(void)
{
	for (size_t i = 0; i < lexicon.words.capacity; i++) {
		const struct map_slot *slot = &lexicon.words.slots[i];
		if (slot->hash == 0 || slot->key.len > 8)
			continue;
		uint64_t word = octets_of(slot->key.data, slot->key.len);
		*short_word(word) = (struct short_word){word, lexicon.sets[slot->value]};
	}
}

/* The language's place, or LANGUAGES where it is none of ours. */
static size_t
place_of(struct slice code)
{
	for (size_t i = 0; i < lexicon.count; i++)
		if (slice_equal(lexicon.codes[i], code))
			return i;
	return LANGUAGES;
}

static void
take_letter(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	size_t len;
	int32_t letter = utf8_decode(field[0], 0, &len);
	for (size_t i = 1; letter < TELLING && i < TABLE_FIELDS; i++) {
		size_t language = place_of(field[i]);
		if (language < LANGUAGES)
			lexicon.letters[letter] |= UINT64_C(1) << language;
	}
}

static void
take_neighbour(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	size_t language = place_of(field[0]), larger = place_of(field[1]);
	if (language < LANGUAGES && larger < LANGUAGES && field[2].len == 1)
		lexicon.neighbours[language] = (struct neighbour){
			(uint8_t)(larger + 1), (uint8_t)(field[2].data[0] - '0')};
}

static void
learn(void)
{
	for (const struct table *table = built_in_tables; table->name; table++) {
		if (strcmp(table->name, "common") != 0 || lexicon.count == LANGUAGES)
			continue;
		lexicon.codes[lexicon.count] = slice_of(table->language);
		table_each(table, take_word, &lexicon.count);
		lexicon.count++;
	}
	learn_short_words();
	tables_each(NULL, "root", "letters", take_letter, NULL);
	tables_each(NULL, "root", "neighbours", take_neighbour, NULL);
}

/* Scripts that stand for one language each; `counts` are of their letters. */
static const struct {
	int32_t first, last;
	const char *language;
} scripts[] = {
	{0x370, 0x3ff, "el"},
	{0x530, 0x58f, "hy"},
	{0x590, 0x5ff, "he"},
	{0x980, 0x9ff, "bn"},
	{0xa00, 0xa7f, "pa"},
	{0xa80, 0xaff, "gu"},
	{0xb80, 0xbff, "ta"},
	{0xc00, 0xc7f, "te"},
	{0xc80, 0xcff, "kn"},
	{0xd00, 0xd7f, "ml"},
	{0xd80, 0xdff, "si"},
	{0xe00, 0xe7f, "th"},
	{0xe80, 0xeff, "lo"},
	{0x1000, 0x109f, "my"},
	{0x10a0, 0x10ff, "ka"},
	{0x1200, 0x137f, "am"},
	{0x1780, 0x17ff, "km"},
	{0x3040, 0x30ff, "ja"},
	{0x4e00, 0x9fff, "zh"},
	{0xac00, 0xd7af, "ko"},
};

enum {
	SCRIPTS = sizeof scripts / sizeof *scripts,
	KANA = SCRIPTS - 3,
	HAN = SCRIPTS - 2
};

struct tally {
	size_t script[SCRIPTS];
	size_t word[LANGUAGES];
	size_t telling[LANGUAGES]; /* letters */
	size_t letters, words;
	char text[WORD]; /* the word being read */
	size_t len;
};

static void
count_set(size_t counts[LANGUAGES], uint64_t set)
{
	for (; set; set &= set - 1)
		counts[__builtin_ctzll(set)]++;
}

static void
count_word(struct tally *tally, uint64_t set)
{
	count_set(tally->word, set);
	tally->words++;
}

static void
end_word(struct tally *tally)
{
	if (tally->len > 8 && tally->len <= WORD) {
		const uint32_t *place =
			map_find(&lexicon.words, (struct slice){tally->text, tally->len});
		count_word(tally, place ? lexicon.sets[*place] : 0);
	} else if (tally->len > 0 && tally->len <= 8) {
		count_word(tally, short_word(octets_of(tally->text, tally->len))->set);
	}
	tally->len = 0;
}

static void
add_letter(struct tally *tally, int32_t c)
{
	if (c < 0x80) {
		if (tally->len < WORD)
			tally->text[tally->len] = (char)(c | 0x20);
		tally->len++;
		tally->letters++;
		return;
	}
	char bytes[4];
	struct buffer one = {.data = bytes, .capacity = sizeof bytes};
	int32_t lower = utf8_lower(c);
	utf8_add(&one, lower);
	if (lower < TELLING)
		count_set(tally->telling, lexicon.letters[lower]);
	if (tally->len + one.len <= WORD)
		memcpy(tally->text + tally->len, one.data, one.len);
	tally->len += one.len;
	tally->letters++;
	if (c < 0x370)
		return;
	bool shared = (c >= 0x400 && c < 0x530) || (c >= 0x600 && c < 0x700);
	for (size_t i = 0; !shared && i < SCRIPTS; i++)
		tally->script[i] += c >= scripts[i].first && c <= scripts[i].last;
}

/* The word of ASCII letters alone at text[at]: counted, and its length; 0 where there is none,
 * or a longer one. */
static size_t
short_word_at(struct tally *tally, struct slice text, size_t at)
{
	if (tally->len > 0 || at + 9 > text.len)
		return 0;
	uint64_t octets = octets_read(text.data + at);
	size_t len = octets_letters(octets);
	char next = text.data[at + len];
	if (len == 0 || (next & 0x80) || (len == 8 && octets_letters((unsigned char)next)))
		return 0;
	count_word(tally, short_word(octets_first(octets_lower(octets), len))->set);
	tally->letters += len;
	return len;
}

static void
tally_text(struct tally *tally, struct slice text)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		len = short_word_at(tally, text, at);
		if (len > 0)
			continue;
		int32_t c = utf8_decode(text, at, &len);
		if (utf8_is_letter(c))
			add_letter(tally, c);
		else
			end_word(tally);
	}
	end_word(tally);
}

static struct slice
by_script(const struct tally *tally)
{
	if (tally->script[KANA] * 10 > tally->script[HAN] &&
		tally->script[KANA] * 5 > tally->letters)
		return SLICE("ja");
	for (size_t i = 0; i < SCRIPTS; i++)
		if (tally->script[i] * 2 > tally->letters)
			return slice_of(scripts[i].language);
	if ((tally->script[KANA] + tally->script[HAN]) * 2 > tally->letters)
		return SLICE("ja");
	return SLICE("");
}

/* How often words, and letters that tell, of the language that has most were met, and of the
 * next one. */
struct most {
	size_t language, first, second;
};

static struct most
most_met(const struct tally *tally)
{
	struct most most = {0};
	for (size_t i = 0; i < lexicon.count; i++) {
		size_t met = tally->word[i] + tally->telling[i];
		bool smaller = lexicon.neighbours[i].larger;
		bool tie = met == most.first && lexicon.neighbours[most.language].larger;
		if (met > most.first || (tie && !smaller)) {
			most = (struct most){i, met, most.first};
		} else if (met > most.second) {
			most.second = met;
		}
	}
	return most;
}

/* The language whose common words are met most often. `*clear`: no other comes near. */
static struct slice
by_words(const struct tally *tally, bool *clear)
{
	struct most most = most_met(tally);
	*clear = most.first >= CLEAR && most.first > most.second + most.second / 10 &&
		 most.first * 8 > tally->words;
	struct neighbour near = lexicon.neighbours[most.language];
	size_t lead = near.lead ? near.lead + most.first / 8 : 0;
	size_t larger = near.larger - 1u;
	if (near.larger && tally->word[larger] + tally->telling[larger] + lead >= most.first)
		most.language = larger;
	return most.first >= TOLD ? lexicon.codes[most.language] : SLICE("");
}

/* Whether further text would hardly change the guess. */
static bool
is_settled(const struct tally *tally)
{
	if (tally->letters > SCRIPT && by_script(tally).len > 0)
		return true;
	struct most most = most_met(tally);
	return most.first > most.second + most.second / 2 + LEAD &&
	       most.first * 6 > tally->words;
}

static void
tally_document(struct tally *tally, const struct document *document)
{
	size_t left = SAMPLE, part = 0;
	for (size_t i = 0; i < document->count; i++) {
		struct slice text = document->blocks[i].text;
		if (document->blocks[i].role == ROLE_JUNK)
			continue;
		for (size_t at = 0, end; at < text.len; at = end) {
			end = text.len - at < PART ? text.len : at + PART;
			while (end < text.len && text.data[end] != ' ' && end < at + 2 * PART)
				end++;
			tally_text(tally, slice_cut(text, at, end));
			part += end - at;
			if (part < PART)
				continue;
			if (part >= left || is_settled(tally))
				return;
			left -= part;
			part = 0;
		}
	}
}

static struct slice
guess(const struct document *document, bool *clear)
{
	if (lexicon.count == 0)
		learn();
	struct tally tally = {0};
	tally_document(&tally, document);
	struct slice language = by_script(&tally);
	*clear = language.len > 0 && tally.letters > 40;
	return language.len ? language : by_words(&tally, clear);
}

static bool
same_language(struct slice tag, struct slice code)
{
	return slice_starts(tag, code) &&
	       (tag.len == code.len || tag.data[code.len] == '-' || tag.data[code.len] == '_');
}

struct slice
language_choose(const struct document *document, struct slice told)
{
	bool clear;
	struct slice said = document->language.len ? document->language : told;
	struct slice guessed = guess(document, &clear);
	if (said.len == 0)
		return guessed;
	/* the names that pages give their languages differ: Norwegian is "nb" or "nn" as well
	 */
	bool norwegian = slice_is(guessed, "no") &&
			 (slice_starts(said, SLICE("nb")) || slice_starts(said, SLICE("nn")));
	return clear && !norwegian && !same_language(said, guessed) ? guessed : said;
}

void
language_count(struct language_words *words, struct slice text)
{
	if (lexicon.count == 0)
		learn();
	struct tally tally = {0};
	tally_text(&tally, text);
	memcpy(words->of, tally.word, sizeof words->of);
}

size_t
language_words_of(const struct language_words *words, struct slice language)
{
	size_t place = place_of(language);
	return place < LANGUAGES ? words->of[place] : 0;
}
