#include "lexicon.h"

#include "error.h"
#include "utf8.h"

enum {
	LOWER_CASE = 2 * LEXICON_WORD /* no word grows by more where it becomes lower case */
};

/* Puts the word into `key` in lower case; returns how long it is, 0 where it can be no word. */
static size_t
lower(char key[LOWER_CASE], struct slice word)
{
	struct buffer to = {key, 0, LOWER_CASE};
	if (word.len > LEXICON_WORD)
		return 0;
	for (size_t at = 0, size; at < word.len; at += size) {
		int32_t character = utf8_decode(word, at, &size);
		if (character == UTF8_BAD)
			return 0;
		if (character < 0x80)
			key[to.len++] = (char)utf8_lower(character);
		else
			utf8_add(&to, utf8_lower(character));
	}
	return to.len;
}

static bool
is_capital(struct slice word)
{
	size_t len;
	return word.len > 0 && utf8_is_upper(utf8_decode(word, 0, &len));
}

static bool
is_letter(struct slice word)
{
	size_t len;
	return word.len > 0 && utf8_decode(word, 0, &len) >= 0 && len == word.len;
}

/* What a glance at an abbreviation would see. */
static void
add_shape(struct lexicon *lexicon, struct slice word)
{
	if (word.len < 2)
		return;
	unsigned shape = lexicon_shape(word.data, word.len);
	lexicon->shapes[shape >> 5] |= 1u << (shape & 31);
	size_t last, before;
	utf8_decode_before(word, word.len, &last);
	if (last == word.len)
		return;
	utf8_decode_before(word, word.len - last, &before);
	unsigned tail = lexicon_tail(slice_cut(word, word.len - last - before, word.len));
	lexicon->tails[tail >> 5] |= 1u << (tail & 31);
}

static void
add(struct lexicon *lexicon, struct slice word, unsigned class)
{
	char key[LOWER_CASE];
	size_t len = lower(key, word);
	if (len == 0)
		die("%.*s: word too long, or not UTF-8", (int)(word.len < 99 ? word.len : 99),
			word.data);
	if (class & WORD_ABBREVIATION)
		add_shape(lexicon, (struct slice){key, len - (key[len - 1] == '!')});
	uint32_t *known = map_find(&lexicon->words, (struct slice){key, len});
	if (known) {
		if (class & WORD_ABBREVIATION)
			*known &= ~(unsigned)(WORD_ABBREVIATION | WORD_CAPITAL);
		*known |= class;
		return;
	}
	map_add(&lexicon->words, arena_copy(&lexicon->arena, (struct slice){key, len}), class,
		NULL);
}

static const struct {
	const char *name;
	unsigned class;
} classes[] = {
	{"title", WORD_TITLE},
	{"never", WORD_NEVER},
	{"number", WORD_NUMBER},
	{"month", WORD_MONTH},
	{"either", WORD_EITHER},
	{"unit", WORD_UNIT},
	{"end", WORD_END},
	{"time", WORD_TIME},
};

static void
take_abbreviation(void *context, const struct slice field[TABLE_FIELDS])
{
	unsigned class = 0;
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (slice_is(field[1], classes[i].name))
			class = classes[i].class;
	if (!class)
		die("abbreviations: %.*s: %.*s: no such class", (int)field[0].len,
			field[0].data, (int)field[1].len, field[1].data);
	struct slice word = field[0];
	if (slice_ends(word, SLICE(".")))
		word.len--;
	add(context, word, class | (is_capital(word) ? WORD_CAPITAL : 0));
}

static void
take_starter(void *context, const struct slice field[TABLE_FIELDS])
{
	add(context, field[0], WORD_STARTER);
}

static void
take_speech(void *context, const struct slice field[TABLE_FIELDS])
{
	add(context, field[0], WORD_SPEECH);
}

static void
take_clock(void *context, const struct slice field[TABLE_FIELDS])
{
	add(context, field[0], WORD_CLOCK);
}

static void
take_trait(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	if (slice_is(field[0], "ordinals"))
		lexicon->ordinals = lexicon->roman_ordinals = true;
	else if (slice_is(field[0], "roman-ordinals"))
		lexicon->roman_ordinals = true;
	else if (slice_is(field[0], "colon-ends"))
		lexicon->colon_ends = true;
	else if (slice_is(field[0], "semicolon-asks"))
		lexicon->semicolon_asks = true;
	else if (slice_is(field[0], "elides"))
		lexicon->elides = true;
	else
		die("traits: %.*s: no such trait", (int)field[0].len, field[0].data);
}

static bool
has_abbreviations(const char *language)
{
	for (const struct table *table = built_in_tables; table->name; table++)
		if (strcmp(table->name, "abbreviations") == 0 &&
			strcmp(table->language, language) == 0)
			return strcmp(language, "root") != 0;
	return false;
}

void
lexicon_read(struct lexicon *lexicon, const char *language, const struct rules *rules)
{
	lexicon->guesses = !has_abbreviations(language);
	tables_each(rules, language, "abbreviations", take_abbreviation, lexicon);
	tables_each(rules, language, "starters", take_starter, lexicon);
	tables_each(rules, language, "speech", take_speech, lexicon);
	tables_each(rules, language, "clock", take_clock, lexicon);
	tables_each(rules, language, "traits", take_trait, lexicon);
}

/*
 * Whether a word that the tables have in small letters is the same where it begins with a
 * capital. P. is a name where p. is a page, and EST the time in New York where est. is an
 * estimate.
 */
static bool
may_be_capital(struct slice word, unsigned class)
{
	size_t len, second;
	if (is_letter(word))
		return false;
	utf8_decode(word, 0, &len);
	return class & (WORD_TITLE | WORD_NEVER | WORD_NUMBER | WORD_TIME) || word.len <= 2 ||
	       !utf8_is_upper(utf8_decode(word, len, &second));
}

unsigned
lexicon_find(const struct lexicon *lexicon, struct slice word)
{
	char key[LOWER_CASE];
	size_t len = lower(key, word);
	const uint32_t *class =
		len ? map_find(&lexicon->words, (struct slice){key, len}) : NULL;
	if (!class)
		return 0;
	bool written_so = is_capital(word)
				  ? *class & WORD_CAPITAL || may_be_capital(word, *class)
				  : !(*class & WORD_CAPITAL);
	if (!written_so)
		return *class & ~(unsigned)(WORD_ABBREVIATION | WORD_CAPITAL);
	return *class;
}

void
lexicon_free(struct lexicon *lexicon)
{
	map_free(&lexicon->words);
	arena_free(&lexicon->arena);
}
