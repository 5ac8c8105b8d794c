#include "rows.h"

#include <stddef.h>
#include <string.h>

#include "absolute.h"
#include "error.h"
#include "period.h"

enum {
	MONTHS = 12,
	WEEKDAYS = 7
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

/* A whole number from 1 to `most`, which places in arrays are reckoned from. */
static uint8_t
read_place(const struct slice field[TABLE_FIELDS], size_t which, uint8_t most)
{
	uint64_t number = read_whole(field, which);
	if (number < 1 || number > most)
		wrong(field);
	return (uint8_t)number;
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
	lexicon_sense(lexicon, entry)->cardinal = read_whole(field, 1);
}

static void
fill_scale(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	static const char *const forms[] = {
		"word", "rough", "suffix", "money", "plural", "noun", "either", NULL};
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->scale = read_decimal(field, 1);
	sense->scale_form = (uint8_t)read_choice(field, 2, forms);
}

static void
fill_ordinal(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->ordinal = read_whole(field, 1);
}

static void
fill_denominator(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->denominator = read_whole(field, 1);
}

static void
fill_decade(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->decade = read_whole(field, 1);
}

static void
fill_glyph(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->numerator = read_whole(field, 1);
	sense->denominator = read_whole(field, 2);
}

static void
fill_multiple(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	static const char *const kinds[] = {"change", "ratio", NULL};
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->multiple = read_decimal(field, 1);
	sense->ratio = read_choice(field, 2, kinds) == 1;
}

static void
fill_qualifier(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	static const char *const names[] = {"exact", "about", "atleast", "atmost", NULL};
	static const char *const sides[] = {"before", "after", "both", NULL};
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->qualifier = (uint8_t)read_choice(field, 1, names);
	sense->side = (uint8_t)(read_choice(field, 2, sides) + SIDE_BEFORE);
}

/* What calendar unit a unit is. */
static enum grain
grain_of(const struct unit *unit, struct decimal factor)
{
	static const struct {
		const char *symbol;
		unsigned units;
		enum grain grain;
	} grains[] = {{"d", 1, GRAIN_DAY}, {"wk", 1, GRAIN_WEEK}, {"mo", 1, GRAIN_MONTH},
		{"a", 1, GRAIN_YEAR}, {"a", 10, GRAIN_DECADE}, {"a", 100, GRAIN_CENTURY}};
	for (size_t i = 0; i < sizeof grains / sizeof *grains; i++)
		if (slice_is(unit->symbol, grains[i].symbol) &&
			decimal_compare(factor, decimal_of(grains[i].units)) == 0)
			return grains[i].grain;
	return GRAIN_NONE;
}

static void
fill_unit(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->unit = units_find(&lexicon->units, field[1]);
	if (!sense->unit)
		wrong(field);
	sense->unit_factor = field[2].len ? read_decimal(field, 2) : decimal_of(1);
	sense->grain = (uint8_t)grain_of(sense->unit, sense->unit_factor);
}

static void
fill_currency(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->currency = field[1];
	sense->currency_factor = field[2].len ? read_decimal(field, 2) : decimal_of(1);
}

/* A month or weekday whose name is a common word too is marked so, and an auxiliary. */
static void
note_word(struct entry *entry, struct slice mark)
{
	if (slice_is(mark, "word"))
		entry->roles |= ROLE_WORD;
}

static void
fill_month(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->month = read_place(field, 1, MONTHS);
	note_word(entry, field[2]);
}

static void
fill_weekday(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->weekday = read_place(field, 1, WEEKDAYS);
	note_word(entry, field[2]);
}

static void
fill_season(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->season = read_place(field, 1, MONTHS);
}

static int
read_two_digits(const struct slice field[TABLE_FIELDS], struct slice text, size_t at)
{
	unsigned tens = (unsigned)(text.data[at] - '0'),
		 ones = (unsigned)(text.data[at + 1] - '0');
	if (tens > 9 || ones > 9)
		wrong(field);
	return (int)(tens * 10 + ones);
}

static int
read_minutes(const struct slice field[TABLE_FIELDS], size_t which)
{
	struct slice text = field[which];
	if (text.len != 5 || text.data[2] != ':')
		wrong(field);
	int hour = read_two_digits(field, text, 0), minute = read_two_digits(field, text, 3);
	if (minute > 59 || hour * 60 + minute > MINUTES_OF_DAY)
		wrong(field);
	return hour * 60 + minute;
}

static void
fill_daypart(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	struct sense *sense = lexicon_sense(lexicon, entry);
	sense->daypart_start = read_minutes(field, 1);
	sense->daypart_end = read_minutes(field, 2);
	note_word(entry, field[3]);
}

static void
fill_day(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	struct decimal offset = read_decimal(field, 1);
	lexicon_sense(lexicon, entry)->day_offset =
		(int)offset.coefficient * (offset.negative ? -1 : 1);
}

static void
fill_festival(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	if (!festival_is_date(field[1]))
		wrong(field);
	lexicon_sense(lexicon, entry)->festival = field[1];
}

static void
fill_casualty(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon_sense(lexicon, entry)->state = field[1];
}

static void
fill_past(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	lexicon->tenses = true;
	note_word(entry, field[1]);
}

static void
fill_nothing(struct lexicon *lexicon, struct entry *entry, const struct slice *field)
{
	(void)lexicon;
	(void)entry;
	(void)field;
}

static const struct slice operator_names[] = {
#define OPERATOR_NAME(name, word) {word, sizeof word - 1},
	OPERATORS(OPERATOR_NAME)
#undef OPERATOR_NAME
};

static const struct slice trait_names[] = {
#define TRAIT_NAME(name, word) {word, sizeof word - 1},
	TRAITS(TRAIT_NAME)
#undef TRAIT_NAME
};

static void
add_operator(struct entry *entry, struct slice name, const struct slice *field)
{
	for (size_t i = 0; i < OPERATOR_COUNT; i++)
		if (slice_equal(name, operator_names[i])) {
			entry->operators |= UINT64_C(1) << i;
			return;
		}
	for (size_t i = 0; i < TRAIT_COUNT; i++)
		if (slice_equal(name, trait_names[i])) {
			entry->traits |= (uint16_t)(1u << i);
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

/* A property of a language: its value as it is, or whether it is the one word told here. */
static const struct property {
	const char *name, *word;
	size_t place; /* in the lexicon, of a slice; of a bool where there is a word */
} properties[] = {
	{"decimal", ",", offsetof(struct lexicon, decimal_comma)},
	{"date", "month", offsetof(struct lexicon, month_first)},
	{"compounds", NULL, offsetof(struct lexicon, joint)},
	{"nouns", "capital", offsetof(struct lexicon, noun_capitals)},
	{"nouns", "compound", offsetof(struct lexicon, noun_compounds)},
	{"ordinals", "point", offsetof(struct lexicon, ordinal_points)},
	{"scales", "bare", offsetof(struct lexicon, bare_scales)},
	{"half", "before", offsetof(struct lexicon, half_before)},
	{"parts", "bare", offsetof(struct lexicon, bare_parts)},
	{"parts", "measures", offsetof(struct lexicon, bare_measures)},
	{"verbs", "final", offsetof(struct lexicon, verbs_final)},
	{"units", "of", offsetof(struct lexicon, of_units)},
	{"pointers", "behind", offsetof(struct lexicon, pointers_behind)},
	{"plural", NULL, offsetof(struct lexicon, plural.list)},
	{"singular", NULL, offsetof(struct lexicon, singular.list)},
	{"past", NULL, offsetof(struct lexicon, past.list)},
	{"present", NULL, offsetof(struct lexicon, present.list)},
	{"future", NULL, offsetof(struct lexicon, future.list)},
	{"participle", NULL, offsetof(struct lexicon, participle.list)},
	{"persons", NULL, offsetof(struct lexicon, persons.list)},
	{"adverb", NULL, offsetof(struct lexicon, adverb.list)},
	{"decade endings", NULL, offsetof(struct lexicon, decade_endings)},
	{"decade leads", NULL, offsetof(struct lexicon, decade_leads)},
	{"decade tails", NULL, offsetof(struct lexicon, decade_tails)},
	{0},
};

static void
set_property(struct lexicon *lexicon, const struct property *property, struct slice value)
{
	char *place = (char *)lexicon + property->place;
	if (property->word) {
		bool is = slice_is(value, property->word);
		memcpy(place, &is, sizeof is);
	} else {
		memcpy(place, &value, sizeof value);
	}
}

void
rows_take_property(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	bool known = false;
	for (const struct property *property = properties; property->name; property++)
		if (slice_is(field[0], property->name)) {
			set_property(lexicon, property, field[1]);
			known = true;
		}
	if (!known)
		wrong(field);
	lexicon->compounds = lexicon->compounds || slice_is(field[0], "compounds");
	lexicon->tenses = lexicon->past.list.len > 0 || lexicon->future.list.len > 0;
}

const struct row_kind row_kinds[] = {
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
	{"persons", ROLE_PERSON, false, fill_nothing},
	{"decades", ROLE_DECADE, false, fill_decade},
	{"agos", ROLE_AGO, false, fill_nothing},
	{"tallies", ROLE_TALLY, false, fill_nothing},
	{"pasts", ROLE_PAST, false, fill_past},
	{"idioms", ROLE_IDIOM, false, fill_nothing},
	{"operators", ROLE_OPERATOR, false, fill_operators},
	{0},
};
