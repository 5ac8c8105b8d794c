#include "language.h"

#include <stdint.h>
#include <string.h>

#include "lexicon.h"
#include "masks.h"
#include "utf8.h"

enum {
	SAMPLE = 32 * 1024, /* bytes looked at */
	PART = 256,         /* of them, after which a guess may be settled */
	TOLD = 2,           /* words or letters: one alone tells no language */
	CLEAR = 12,         /* words of a language seen, from which on a guess is clear */
	SCRIPT = 400, /* letters of a script that stands for a language, from which on it is
			 settled */
	LEAD = 16,    /* words more than of any other, from which on it is settled */
	WORD = 64     /* bytes of the longest word of the lexicon */
};

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

/* What was met in a text. */
struct tally {
	size_t script[SCRIPTS]; /* letters */
	struct votes words;     /* for the languages that have them among their commonest */
	struct votes telling;   /* for the languages that letters tell */
	size_t letters, word_count;
	char text[WORD + UTF8_LONGEST]; /* the word being read */
	size_t len;
};

static void
count_word(struct tally *tally, uint64_t key)
{
	uint64_t languages = lexicon_languages(key);
	if (languages)
		votes_add(&tally->words, languages);
	tally->word_count++;
}

static void
end_word(struct tally *tally)
{
	if (tally->len > 0 && tally->len <= WORD)
		count_word(tally, wordkey((struct slice){tally->text, tally->len}));
	tally->len = 0;
}

/* Counts a letter beyond ASCII for the languages, and the script, that it tells. */
static void
count_letter(struct tally *tally, int32_t c, int32_t lower)
{
	if (lower < LEXICON_LETTERS)
		votes_add(&tally->telling, lexicon.letters[lower]);
	bool shared = c < 0x370 || (c >= 0x400 && c < 0x530) || (c >= 0x600 && c < 0x700);
	for (size_t i = 0; !shared && i < SCRIPTS; i++)
		tally->script[i] += c >= scripts[i].first && c <= scripts[i].last;
}

static void
add_letter(struct tally *tally, int32_t c)
{
	char *end = tally->text + (tally->len < WORD ? tally->len : WORD);
	struct buffer rest = {.data = end, .capacity = UTF8_LONGEST};
	int32_t lower = utf8_lower(c);
	utf8_add(&rest, lower);
	tally->len += rest.len;
	tally->letters++;
	if (c >= 0x80)
		count_letter(tally, c, lower);
}

/* Reads letter by letter from text[at] to the end of a word at `end` or behind it. Returns
 * where that is. */
static size_t
tally_letters(struct tally *tally, struct slice text, size_t at, size_t end)
{
	for (size_t len; at < text.len && (at < end || tally->len > 0); at += len) {
		int32_t c = utf8_decode(text, at, &len);
		if (utf8_is_letter(c))
			add_letter(tally, c);
		else
			end_word(tally);
	}
	if (at == text.len)
		end_word(tally);
	return at;
}

/* A part of a text: 64 bytes as masks, and in small letters. */
struct stretch {
	size_t at;
	char folded[MASKS_BYTES + 8]; /* eight bytes more can be read */
	uint64_t letters, runs;       /* of ASCII; and with all that is beyond it */
	bool inside;                  /* what stands in front of it is of a run */
	size_t passed;                /* up to where the text was read */
};

/* The bits at which runs begin that were not yet read. */
static uint64_t
starts_of(const struct stretch *stretch)
{
	uint64_t starts = stretch->runs & ~(stretch->runs << 1 | stretch->inside);
	if (stretch->passed < stretch->at)
		return starts;
	size_t passed = stretch->passed - stretch->at;
	if (passed >= MASKS_BYTES)
		return 0;
	uint64_t next = UINT64_C(1) << passed;
	return (starts & -next) | (stretch->runs & next);
}

/* Counts the words that begin in a stretch. Most are of letters of ASCII alone, and end there.
 */
static void
tally_stretch(struct tally *tally, struct slice text, struct stretch *stretch)
{
	for (uint64_t starts = starts_of(stretch); starts; starts &= starts - 1) {
		size_t bit = (size_t)__builtin_ctzll(starts);
		uint64_t behind = ~stretch->runs >> bit;
		size_t len = behind ? (size_t)__builtin_ctzll(behind) : MASKS_BYTES - bit;
		uint64_t run = ((UINT64_C(2) << (len - 1)) - 1) << bit;
		if (bit + len < MASKS_BYTES && (run & ~stretch->letters) == 0) {
			const char *word = stretch->folded + bit;
			uint64_t key = len > 8 ? map_hash((struct slice){word, len})
					       : octets_first(octets_read(word), len);
			count_word(tally, key);
			tally->letters += len;
		} else if (stretch->at + bit >= stretch->passed) {
			stretch->passed = tally_letters(
				tally, text, stretch->at + bit, stretch->at + bit + len);
		}
	}
	stretch->inside = stretch->runs >> (MASKS_BYTES - 1);
}

static void
tally_text(struct tally *tally, struct slice text)
{
	const struct masks_way *way = masks_best_way();
	struct stretch stretch = {0};
	for (; stretch.at < text.len; stretch.at += MASKS_BYTES) {
		struct masks masks;
		size_t left = text.len - stretch.at;
		way->fold(&masks, stretch.folded, text.data + stretch.at,
			left < MASKS_BYTES ? left : MASKS_BYTES);
		stretch.letters = masks.letters;
		stretch.runs = masks.letters | masks.beyond;
		tally_stretch(tally, text, &stretch);
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

/* The language whose common words, and letters that tell it, are met most often; of several
 * that are neighbours the larger one. `*clear`: no other comes near. */
static struct slice
by_words(const struct tally *tally, bool *clear)
{
	struct votes met = votes_sum(&tally->words, &tally->telling);
	struct votes_most most = votes_most(&met);
	*clear = most.first >= CLEAR && most.first > most.second + most.second / 10 &&
		 most.first * 8 > tally->word_count;
	if (most.first < TOLD)
		return SLICE("");
	uint64_t larger = most.candidates & ~lexicon.smaller;
	size_t language = (size_t)__builtin_ctzll(larger ? larger : most.candidates);
	struct neighbour near = lexicon.neighbours[language];
	size_t lead = near.lead ? near.lead + most.first / 8 : 0;
	if (near.larger && votes_of(&met, near.larger - 1u) + lead >= most.first)
		language = near.larger - 1u;
	return slice_of(lexicon.codes[language]);
}

/* Whether further text would hardly change the guess. */
static bool
is_settled(const struct tally *tally)
{
	if (tally->letters > SCRIPT && by_script(tally).len > 0)
		return true;
	struct votes met = votes_sum(&tally->words, &tally->telling);
	struct votes_most most = votes_most(&met);
	return most.first > most.second + most.second / 2 + LEAD &&
	       most.first * 6 > tally->word_count;
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
language_count(struct votes *words, struct slice text)
{
	struct tally tally = {0};
	tally_text(&tally, text);
	*words = tally.words;
}

size_t
language_words_of(const struct votes *words, struct slice language)
{
	for (size_t i = 0; i < lexicon.count; i++)
		if (slice_is(language, lexicon.codes[i]))
			return votes_of(words, i);
	return 0;
}
