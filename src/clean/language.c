#include "language.h"

#include <stdint.h>
#include <string.h>

#include "map.h"
#include "tables.h"
#include "utf8.h"

enum {
	SAMPLE = 32 * 1024, /* bytes looked at */
	LANGUAGES = 64,
	CLEAR = 12, /* words of a language seen, from which on a guess is clear */
	WORD = 64
};

/* The languages with a table of common words, and each word's languages as a set. */
struct lexicon {
	struct slice codes[LANGUAGES];
	size_t count;
	struct map words; /* to places in `sets` */
	uint64_t *sets;
	size_t set_count, set_capacity;
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

static void
learn(void)
{
	for (const struct table *table = built_in_tables; table->name; table++) {
		if (strcmp(table->name, "common") != 0 || lexicon.count == LANGUAGES)
			continue;
		lexicon.codes[lexicon.count] = slice_of(table->language);
		tables_each(NULL, table->language, "common", take_word, &lexicon.count);
		lexicon.count++;
	}
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
	size_t letters, words, cyrillic, arabic;
	char text[WORD]; /* the word being read */
	size_t len;
};

static void
end_word(struct tally *tally)
{
	if (tally->len > 0 && tally->len <= WORD) {
		const uint32_t *place =
			map_find(&lexicon.words, (struct slice){tally->text, tally->len});
		for (uint64_t set = place ? lexicon.sets[*place] : 0; set; set &= set - 1)
			tally->word[__builtin_ctzll(set)]++;
		tally->words++;
	}
	tally->len = 0;
}

static void
add_letter(struct tally *tally, int32_t c)
{
	char bytes[4];
	struct buffer one = {.data = bytes, .capacity = sizeof bytes};
	utf8_add(&one, utf8_lower(c));
	if (tally->len + one.len <= WORD)
		memcpy(tally->text + tally->len, one.data, one.len);
	tally->len += one.len;
	tally->letters++;
	if (c < 0x370)
		return;
	tally->cyrillic += c >= 0x400 && c < 0x530;
	tally->arabic += c >= 0x600 && c < 0x700;
	for (size_t i = 0; i < SCRIPTS; i++)
		tally->script[i] += c >= scripts[i].first && c <= scripts[i].last;
}

static void
tally_text(struct tally *tally, struct slice text)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		if (utf8_is_letter(c))
			add_letter(tally, c);
		else
			end_word(tally);
	}
	end_word(tally);
}

static void
tally_document(struct tally *tally, const struct document *document)
{
	size_t left = SAMPLE;
	for (size_t i = 0; i < document->count && left > 0; i++) {
		if (document->blocks[i].role == ROLE_JUNK)
			continue;
		struct slice text = document->blocks[i].text;
		if (text.len > left)
			text.len = left;
		tally_text(tally, text);
		left -= text.len;
	}
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

/* The language whose common words are met most often. `*clear`: no other comes near. */
static struct slice
by_words(const struct tally *tally, bool *clear)
{
	size_t best = 0, second = 0;
	for (size_t i = 1; i < lexicon.count; i++)
		if (tally->word[i] > tally->word[best])
			best = i;
	for (size_t i = 0; i < lexicon.count; i++)
		if (i != best && tally->word[i] > second)
			second = tally->word[i];
	size_t most = tally->word[best];
	*clear = most >= CLEAR && most > second + second / 10 && most * 8 > tally->words;
	return most ? lexicon.codes[best] : SLICE("");
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
