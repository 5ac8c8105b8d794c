#include "lexicon.h"

#include <stdlib.h>

#include "error.h"
#include "memory.h"
#include "token.h"
#include "utf8.h"

/* What the loading of one table needs. */
struct loading {
	struct lexicon *lexicon;
	const struct table_kind *table;
	struct tokens tokens;
	struct buffer key;
};

struct table_kind {
	const char *name;
	enum role role;
	bool exact; /* the key is matched as it is spelled */
	void (*fill)(struct lexicon *lexicon, struct entry *entry,
		const struct slice field[TABLE_FIELDS]);
};

static void
wrong(const struct slice field[TABLE_FIELDS])
{
	die("rules: %.*s: %.*s: not a value of its table", (int)field[0].len, field[0].data,
		(int)field[1].len, field[1].data);
}

static struct decimal
read_decimal(const struct slice field[TABLE_FIELDS], size_t which)
{
	struct decimal decimal;
	if (!decimal_read(field[which], &decimal))
		wrong(field);
	return decimal;
}

static uint64_t
read_whole(const struct slice field[TABLE_FIELDS], size_t which)
{
	uint64_t number;
	if (!decimal_whole(read_decimal(field, which), &number))
		wrong(field);
	return number;
}

/* Where the word of a field stands in a list closed by NULL. */
static int
read_choice(const struct slice field[TABLE_FIELDS], size_t which, const char *const *choices)
{
	for (int i = 0; choices[i]; i++)
		if (slice_is(field[which], choices[i]))
			return i;
	wrong(field);
	return 0;
}

static void
fill_cardinal(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->cardinal = read_whole(field, 1);
}

static void
fill_scale(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	static const char *const forms[] = {"word", "suffix", "money", "plural", "noun", NULL};
	(void)lexicon;
	entry->scale = read_decimal(field, 1);
	entry->scale_form = (uint8_t)read_choice(field, 2, forms);
}

static void
fill_ordinal(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->ordinal = read_whole(field, 1);
}

static void
fill_denominator(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->denominator = read_whole(field, 1);
}

static void
fill_glyph(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->numerator = read_whole(field, 1);
	entry->denominator = read_whole(field, 2);
}

static void
fill_multiple(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	static const char *const kinds[] = {"change", "ratio", NULL};
	(void)lexicon;
	entry->multiple = read_decimal(field, 1);
	entry->ratio = read_choice(field, 2, kinds) == 1;
}

static void
fill_qualifier(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	static const char *const names[] = {"exact", "about", "atleast", "atmost", NULL};
	static const char *const sides[] = {"before", "after", "both", NULL};
	(void)lexicon;
	entry->qualifier = (uint8_t)read_choice(field, 1, names);
	entry->side = (uint8_t)(read_choice(field, 2, sides) + SIDE_BEFORE);
}

static void
fill_unit(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	entry->unit = units_find(&lexicon->units, field[1]);
	if (!entry->unit)
		wrong(field);
	entry->unit_factor = field[2].len ? read_decimal(field, 2) : decimal_of(1);
}

static void
fill_currency(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->currency = field[1];
	entry->currency_factor = field[2].len ? read_decimal(field, 2) : decimal_of(1);
}

/* A month or weekday whose name is a common word too is marked so. */
static void
note_word(struct entry *entry, struct slice mark)
{
	if (slice_is(mark, "word"))
		entry->roles |= ROLE_WORD;
}

static void
fill_month(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->month = (uint8_t)read_whole(field, 1);
	note_word(entry, field[2]);
}

static void
fill_weekday(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->weekday = (uint8_t)read_whole(field, 1);
	note_word(entry, field[2]);
}

static void
fill_season(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->season = (uint8_t)read_whole(field, 1);
}

static int
read_minutes(const struct slice field[TABLE_FIELDS], size_t which)
{
	struct slice text = field[which];
	if (text.len != 5 || text.data[2] != ':')
		wrong(field);
	return ((text.data[0] - '0') * 10 + text.data[1] - '0') * 60 +
	       (text.data[3] - '0') * 10 + text.data[4] - '0';
}

static void
fill_daypart(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->daypart_start = read_minutes(field, 1);
	entry->daypart_end = read_minutes(field, 2);
}

static void
fill_day(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	struct decimal offset = read_decimal(field, 1);
	entry->day_offset = (int)offset.coefficient * (offset.negative ? -1 : 1);
}

static void
fill_festival(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->festival = field[1];
}

static void
fill_casualty(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	entry->state = field[1];
}

static void
fill_nothing(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	(void)entry;
	(void)field;
}

static void
add_operator(struct entry *entry, struct slice name, const struct slice *field)
{
	static const char *const names[] = {
#define OPERATOR_NAME(name, word) word,
		OPERATORS(OPERATOR_NAME)
#undef OPERATOR_NAME
	};
	for (size_t i = 0; i < OPERATOR_COUNT; i++)
		if (slice_is(name, names[i])) {
			entry->operators |= UINT64_C(1) << i;
			return;
		}
	wrong(field);
}

static void
fill_operators(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	size_t start = 0;
	for (size_t at = 0; at <= field[1].len; at++) {
		if (at < field[1].len && field[1].data[at] != ' ')
			continue;
		add_operator(entry, slice_cut(field[1], start, at), field);
		start = at + 1;
	}
}

/*
 * Properties of the language: `decimal` is its decimal mark, `date` what a date in digits
 * begins with, `compounds` what may join the parts of a numeral that is one word, `nouns` how
 * nouns begin, `plural` what plurals end in, `scales` whether a scale word alone is a number.
 */
static void
take_property(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	if (slice_is(field[0], "decimal"))
		lexicon->decimal_comma = slice_is(field[1], ",");
	if (slice_is(field[0], "date"))
		lexicon->month_first = slice_is(field[1], "month");
	if (slice_is(field[0], "compounds")) {
		lexicon->compounds = true;
		lexicon->joint = field[1];
	}
	if (slice_is(field[0], "nouns"))
		lexicon->noun_capitals = slice_is(field[1], "capital");
	if (slice_is(field[0], "plural"))
		lexicon->plural = field[1];
	if (slice_is(field[0], "scales"))
		lexicon->bare_scales = slice_is(field[1], "bare");
}

static const struct table_kind kinds[] = {
	{"cardinals", ROLE_CARDINAL, false, fill_cardinal},
	{"scales", ROLE_SCALE, false, fill_scale},
	{"suffixes", ROLE_SUFFIX, true, fill_scale},
	{"ordinals", ROLE_ORDINAL, false, fill_ordinal},
	{"denominators", ROLE_DENOMINATOR, false, fill_denominator},
	{"glyphs", ROLE_GLYPH, false, fill_glyph},
	{"multiples", ROLE_MULTIPLE, false, fill_multiple},
	{"qualifiers", ROLE_QUALIFIER, false, fill_qualifier},
	{"measures", ROLE_UNIT, false, fill_unit},
	{"symbols", ROLE_UNIT, true, fill_unit},
	{"currencies", ROLE_CURRENCY, false, fill_currency},
	{"codes", ROLE_CURRENCY, true, fill_currency},
	{"months", ROLE_MONTH, false, fill_month},
	{"weekdays", ROLE_WEEKDAY, false, fill_weekday},
	{"seasons", ROLE_SEASON, false, fill_season},
	{"dayparts", ROLE_DAYPART, false, fill_daypart},
	{"days", ROLE_DAY, false, fill_day},
	{"zones", ROLE_ZONE, true, fill_nothing},
	{"festivals", ROLE_FESTIVAL, false, fill_festival},
	{"designations", ROLE_DESIGNATION, false, fill_nothing},
	{"casualties", ROLE_CASUALTY, false, fill_casualty},
	{"stops", ROLE_STOP, false, fill_nothing},
	{"singulars", ROLE_SINGULAR, false, fill_nothing},
	{"plurals", ROLE_PLURAL, false, fill_nothing},
	{"idioms", ROLE_IDIOM, false, fill_nothing},
	{"operators", ROLE_OPERATOR, false, fill_operators},
};

/*
 * The key of a row as lexemes have it: as it is where the table says so, else in lower case
 * with one space between tokens.
 */
static struct slice
make_key(struct loading *loading, struct slice text, size_t *tokens)
{
	tokens_split(&loading->tokens, text);
	*tokens = loading->tokens.count;
	if (loading->table->exact)
		return text;
	buffer_clear(&loading->key);
	for (size_t i = 0; i < *tokens; i++) {
		struct slice token = token_text(text, loading->tokens.items[i]);
		if (i > 0)
			buffer_add_byte(&loading->key, ' ');
		utf8_add_lower(&loading->key, token);
	}
	return buffer_slice(&loading->key);
}

static struct entry *
entry_of(struct lexicon *lexicon, struct map *map, struct slice key)
{
	uint32_t *known = map_find(map, key);
	if (known)
		return &lexicon->entries[*known];
	lexicon->entries = memory_reserve(lexicon->entries, &lexicon->capacity,
		lexicon->count + 1, sizeof *lexicon->entries);
	lexicon->entries[lexicon->count] = (struct entry){0};
	map_add(map, arena_copy(&lexicon->keys, key), (uint32_t)lexicon->count, NULL);
	return &lexicon->entries[lexicon->count++];
}

/* So that phrases are looked for only where one may begin. */
static void
note_first(struct loading *loading, struct map *map, struct slice key)
{
	struct lexicon *lexicon = loading->lexicon;
	tokens_split(&loading->tokens, key);
	struct slice first = token_text(key, loading->tokens.items[0]);
	struct entry *entry = entry_of(lexicon, map, first);
	entry->begins |= loading->table->role;
	if (entry->longest < loading->tokens.count)
		entry->longest = (uint8_t)loading->tokens.count;
	if (loading->tokens.count > 1) {
		struct slice second = token_text(key, loading->tokens.items[1]);
		entry->followers |= UINT64_C(1) << lexicon_follower(second);
	}
}

static void
take_row(void *context, const struct slice field[TABLE_FIELDS])
{
	struct loading *loading = context;
	struct lexicon *lexicon = loading->lexicon;
	size_t tokens;
	struct slice key = make_key(loading, field[0], &tokens);
	if (tokens == 0)
		return;
	struct map *map = loading->table->exact ? &lexicon->exact : &lexicon->words;
	struct entry *entry = entry_of(lexicon, map, key);
	entry->roles |= loading->table->role;
	loading->table->fill(lexicon, entry, field);
	note_first(loading, map, key);
}

void
lexicon_read(struct lexicon *lexicon, const struct rules *rules, const char *language)
{
	*lexicon = (struct lexicon){.language = language};
	units_read(&lexicon->units, rules);
	tables_each(rules, language, "numerals", take_property, lexicon);
	struct loading loading = {.lexicon = lexicon};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		loading.table = &kinds[i];
		tables_each(rules, language, kinds[i].name, take_row, &loading);
	}
	for (size_t i = 0; i < lexicon->words.capacity; i++) {
		const struct map_slot *slot = &lexicon->words.slots[i];
		if (!slot->hash)
			continue;
		unsigned filter = lexicon_filter(slot->key.data, slot->key.len);
		lexicon->filter[filter / 64] |= UINT64_C(1) << filter % 64;
	}
	tokens_free(&loading.tokens);
	buffer_free(&loading.key);
}

static const struct entry *
find(const struct lexicon *lexicon, const struct map *map, struct slice key)
{
	const uint32_t *known = map_find(map, key);
	return known ? &lexicon->entries[*known] : NULL;
}

const struct entry *
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	unsigned filter = lexicon_filter(key.data, key.len);
	if (!(lexicon->filter[filter / 64] >> filter % 64 & 1))
		return NULL;
	return find(lexicon, &lexicon->words, key);
}

const struct entry *
lexicon_find_exact(const struct lexicon *lexicon, struct slice key)
{
	return find(lexicon, &lexicon->exact, key);
}

/* The longest cardinal or scale that the word begins with; how many bytes, 0: none. */
static size_t
longest_part(const struct lexicon *lexicon, struct slice word, const struct entry **entry)
{
	for (size_t len = word.len < 24 ? word.len : 24; len > 1; len--) {
		*entry = lexicon_find(lexicon, slice_cut(word, 0, len));
		if (*entry && ((*entry)->roles & ROLE_CARDINAL ||
				      ((*entry)->roles & ROLE_SCALE &&
					      (*entry)->scale_form == SCALE_WORD)))
			return len;
	}
	return 0;
}

bool
lexicon_compound(const struct lexicon *lexicon, struct slice word, uint64_t *value)
{
	enum {
		LONGEST = 80 /* bytes */
	};
	uint64_t total = 0, part = 0, scale;
	size_t parts = 0;
	if (!lexicon->compounds || word.len > LONGEST)
		return false;
	while (word.len > 0) {
		const struct entry *entry;
		size_t len = longest_part(lexicon, word, &entry);
		if (len == 0 && parts > 0 && slice_starts(word, lexicon->joint)) {
			word = slice_cut(word, lexicon->joint.len, word.len);
			len = longest_part(lexicon, word, &entry);
		}
		if (len == 0)
			return false;
		if (entry->roles & ROLE_CARDINAL) {
			part += entry->cardinal;
		} else if (decimal_whole(entry->scale, &scale) && scale < 1000) {
			part = (part ? part : 1) * scale;
		} else {
			total += (part ? part : 1) * scale;
			part = 0;
		}
		parts++;
		word = slice_cut(word, len, word.len);
	}
	*value = total + part;
	return parts > 1;
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->entries);
	map_free(&lexicon->words);
	map_free(&lexicon->exact);
	units_free(&lexicon->units);
	arena_free(&lexicon->keys);
	*lexicon = (struct lexicon){0};
}
