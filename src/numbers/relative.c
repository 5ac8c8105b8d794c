#include "relative.h"

#include "amount.h"
#include "numeral.h"
#include "nounphrase.h"
#include "phrase.h"
#include "tense.h"

/* A date that nothing is known of but that it is relative: the document has none. */
struct period
relative_unknown(void)
{
	struct date any = {2000, 1, 1};
	struct period period = period_days(any, any);
	period.unknown = true;
	return period;
}

struct period
relative_around(const struct scan *scan, enum grain grain, long offset)
{
	return scan->today ? period_around(*scan->today, grain, offset) : relative_unknown();
}

size_t
date_grain(const struct lexemes *lexemes, size_t at, enum grain *grain)
{
	size_t tokens = operator_phrase(lexemes, at, OP(WEEKEND) | OP(QUARTER));
	if (tokens > 0) {
		*grain = is_operator(lexemes, at, OP(QUARTER)) ? GRAIN_QUARTER : GRAIN_WEEKEND;
		return tokens;
	}
	const struct entry *entry = phrase_at(lexemes, at, ROLE_UNIT, &tokens);
	*grain = entry ? (enum grain)entry->sense->grain : GRAIN_NONE;
	return *grain != GRAIN_NONE ? tokens : 0;
}

/* am MORGEN, por la MAÑANA: the word for tomorrow, where it is a part of the day */
static bool
is_name_of_part(const struct lexemes *lexemes, size_t at)
{
	enum {
		BEFORE = 2 /* words of its phrase */
	};
	size_t tokens;
	if (lexemes->lexicon->noun_capitals && lexeme_at(lexemes, at)->capital && at > 0)
		return true;
	for (size_t i = 1; i <= BEFORE && i <= at; i++)
		if (phrase_at(lexemes, at - i, ROLE_DAYPART, &tokens) && tokens > i)
			return true;
	return false;
}

/* today, the day before yesterday */
size_t
relative_read_day(const struct scan *scan, size_t at, struct period *period)
{
	size_t tokens;
	const struct entry *entry = phrase_at(scan->lexemes, at, ROLE_DAY, &tokens);
	if (!entry || is_name_of_part(scan->lexemes, at))
		return 0;
	*period = relative_around(scan, GRAIN_DAY, entry->sense->day_offset);
	return at + tokens;
}

/* Which way "last", "this" or "next" points: -1, 0, 1; the token behind it, 0 where none is
 * there. "this past week" is a last one. */
size_t
relative_pointer(const struct lexemes *lexemes, size_t at, int *direction)
{
	if (is_operator(lexemes, at, OP(THIS)) &&
		is_operator(lexemes, at + 1, OP(LAST) | OP(NEXT)))
		at++;
	/* "is to last three weeks" */
	if (is_operator(lexemes, at, OP(LAST)) && !lexemes->lexicon->pointers_behind &&
		is_operator(lexemes, at - 1, OP(TO) | OP(WILL) | OP(MODAL)))
		return 0;
	if (is_operator(lexemes, at, OP(LAST)))
		*direction = -1;
	else if (is_operator(lexemes, at, OP(NEXT)))
		*direction = 1;
	else if (is_operator(lexemes, at, OP(THIS)))
		*direction = 0;
	else
		return 0;
	/* quest'anno */
	bool elision = is_operator(lexemes, at + 1, OP(QUOTE)) && !is_spaced(lexemes, at + 1) &&
		       !is_spaced(lexemes, at + 2);
	return at + 1 + elision;
}

/* How many calendar units "last three months" and the like speak of. */
static size_t
read_count(const struct lexemes *lexemes, size_t at, long *count)
{
	struct amount amount;
	uint64_t value;
	size_t tokens;
	if (is_operator(lexemes, at, OP(FEW))) {
		*count = 3;
		return at + 1;
	}
	/* "2 quarters" is no fraction here */
	if (is_operator(lexemes, at + 1, OP(QUARTER))) {
		const struct entry *word = phrase_at(lexemes, at, ROLE_CARDINAL, &tokens);
		*count = word ? (long)word->sense->cardinal : numeral_digits(lexemes, at, 1, 2);
		return *count > 0 ? at + 1 : 0;
	}
	if (!amount_read(lexemes, at, AMOUNT_NO_AND, &amount) ||
		amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &value) ||
		value < 1 || value > 1000)
		return 0;
	*count = (long)value;
	return amount.next;
}

struct date
relative_move(struct date date, enum grain grain, long count)
{
	switch (grain) {
	case GRAIN_WEEK:
		return calendar_add_days(date, 7 * count);
	case GRAIN_MONTH:
		return calendar_add_months(date, count);
	case GRAIN_QUARTER:
		return calendar_add_months(date, 3 * count);
	case GRAIN_YEAR:
		return calendar_add_months(date, 12 * count);
	case GRAIN_DECADE:
		return calendar_add_months(date, 120 * count);
	case GRAIN_CENTURY:
		return calendar_add_months(date, 1200 * count);
	default:
		return calendar_add_days(date, count);
	}
}

/* The days of the last or next few weeks or years, up to yesterday or from tomorrow on; whole
 * quarters. */
static struct period
several(const struct scan *scan, enum grain grain, long count, int direction)
{
	if (!scan->today)
		return relative_unknown();
	if (grain == GRAIN_QUARTER || grain == GRAIN_WEEKEND) {
		long first = direction < 0 ? -count : 1, last = direction < 0 ? -1 : count;
		struct period period = period_around(*scan->today, grain, first);
		period.to = period_around(*scan->today, grain, last).to;
		return period;
	}
	struct date other = relative_move(*scan->today, grain, direction * count);
	if (direction < 0)
		return period_days(other, calendar_add_days(*scan->today, -1));
	return period_days(calendar_add_days(*scan->today, 1), other);
}

/* TWO YEARS AGO, in THREE YEARS: how many of them, the token behind; 0: none are there */
static size_t
read_distant_year(const struct lexemes *lexemes, size_t at, bool in, long *count)
{
	enum grain grain;
	size_t next = read_count(lexemes, at, count);
	size_t tokens = next ? date_grain(lexemes, next, &grain) : 0;
	if (tokens == 0 || grain != GRAIN_YEAR)
		return 0;
	next += tokens;
	bool ago = is_operator(lexemes, next, OP(AGO));
	if (!ago && (!in || tense_of(lexemes, at) != TENSE_FUTURE))
		return 0;
	*count = ago ? -*count : *count;
	return next + ago;
}

size_t
relative_year(const struct scan *scan, size_t at, bool in, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction;
	long count;
	enum grain grain;
	if (!scan->today)
		return 0;
	size_t next = relative_pointer(lexemes, at, &direction);
	if (next == 0) {
		next = read_distant_year(lexemes, at, in, &count);
		*year = scan->today->year + (int)(next ? count : 0);
		return next;
	}
	size_t tokens = date_grain(lexemes, next, &grain);
	if (tokens == 0 || grain != GRAIN_YEAR)
		return 0;
	*year = scan->today->year + direction;
	return next + tokens;
}

static bool
is_fortnight(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = entry_at(lexemes, at);
	return entry->roles & ROLE_UNIT && slice_is(entry->sense->unit->symbol, "wk") &&
	       decimal_compare(entry->sense->unit_factor, decimal_of(2)) == 0;
}

/* last week, this year, the next three months, two upcoming weeks */
size_t
relative_read_pointed(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction;
	long count = 0;
	enum grain grain;
	size_t start =
		at + (is_operator(lexemes, at, OP(THE)) && !is_operator(lexemes, at, OP(THIS)));
	size_t next = relative_pointer(lexemes, start, &direction), counted;
	if (next > 0) {
		counted = read_count(lexemes, next, &count);
		next = counted ? counted : next;
	} else {
		counted = read_count(lexemes, start, &count);
		next = counted ? relative_pointer(lexemes, counted, &direction) : 0;
	}
	if (next == 0)
		return 0;
	/* next few DAYS; last month's */
	size_t tokens = date_grain(lexemes, next, &grain);
	if (tokens == 0 && is_fortnight(lexemes, next)) {
		grain = GRAIN_WEEK;
		count = count ? 2 * count : 2;
		tokens = 1;
	}
	if (tokens == 0 || (grain == GRAIN_DAY && count == 0))
		return 0;
	if (count > 0 && direction == 0)
		return 0;
	/* "turns 50 next MONTH" */
	if (count > 1 && next > counted && lexemes->lexicon->noun_compounds &&
		!nounphrase_is_plural(lexemes, next + tokens - 1))
		return 0;
	*period = count > 0 ? several(scan, grain, count, direction)
			    : relative_around(scan, grain, direction);
	return next + tokens;
}

/* IN THE WEEK: this one */
static size_t
read_in_the(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	enum grain grain;
	if (!is_operator(lexemes, at, OP(IN)) || !is_operator(lexemes, at + 1, OP(THE)))
		return 0;
	size_t tokens = date_grain(lexemes, at + 2, &grain);
	if (tokens == 0 || grain == GRAIN_DAY)
		return 0;
	*period = relative_around(scan, grain, 0);
	return at + 2 + tokens;
}

/* earlier this month, later in the week: up to the document's date, or from it on */
static size_t
read_within(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool later = is_operator(lexemes, at, OP(LATER));
	if (!later && !is_operator(lexemes, at, OP(EARLIER)))
		return 0;
	size_t next = is_operator(lexemes, at + 1, OP(THIS))
			      ? relative_read_pointed(scan, at + 1, period)
			      : read_in_the(scan, at + 1, period);
	if (next == 0 || !scan->today)
		return next;
	if (later)
		period->from = *scan->today;
	else
		period->to = *scan->today;
	period->grain = GRAIN_NONE;
	return next;
}

/* the weekend, am Wochenende: the last one that has begun, or the next */
static size_t
read_weekend(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + (is_operator(lexemes, at, OP(THE)) &&
				    !operator_phrase(lexemes, at, OP(WEEKEND)));
	size_t tokens = operator_phrase(lexemes, start, OP(WEEKEND));
	if (tokens == 0 || is_operator(lexemes, start + tokens, OP(OF)) ||
		(start == at && !is_operator(lexemes, at - 1, OP(ON) | OP(IN) | OP(AT))))
		return 0;
	bool now = tense_of(lexemes, at) == TENSE_FUTURE ||
		   (scan->today && calendar_weekday(*scan->today) > 5);
	*period = relative_around(scan, GRAIN_WEEKEND, now ? 0 : -1);
	return start + tokens;
}

#define POINTERS (OP(LAST) | OP(NEXT) | OP(THIS))

enum {
	AMOUNTS = ROLE_CARDINAL | ROLE_SCALE | ROLE_DENOMINATOR | ROLE_GLYPH,
	LONG_GRAINS = (1 << GRAINS) - (1 << GRAIN_WEEKEND), /* all above a day */
	LENGTHS = ROLE_UNIT | ROLE_QUALIFIER, /* behind an amount: 3 YEARS, 3 ± 1 years */
};

#define LENGTHENED (OP(DASH) | OP(OF) | OP(A) | OP(MORE) | OP(TO) | OP(OR) | OP(AND))
#define JOINED                                                                                 \
	(OP(ORDINAL) | OP(TO) | OP(DASH) | OP(OF) | OP(IN) | OP(THE) | OP(A) | OP(FEW) |       \
		POINTERS)

static const struct rule rules[] = {
	{false, ROLE_DAY, 0, relative_read_day},
	{true, AMOUNTS, POINTERS | OP(THE) | OP(A) | OP(FEW), relative_read_pointed, 0,
		POINTERS, 0, 0, POINTERS},
	{false, ROLE_WEEKDAY, POINTERS, weekday_read, ROLE_WEEKDAY, 0},
	{false, 0, POINTERS | OP(THE), weekday_read_of_week, ROLE_WEEKDAY, 0, 0, 0, POINTERS},
	{false, ROLE_WEEKDAY, 0, weekday_read_at_distance, 0, OP(AGO) | OP(NOW)},
	{true, AMOUNTS, 0, weekday_read_counted, 0, OP(AGO) | OP(NOW), FORM_DISTANT},
	{false, 0, POINTERS, season_read_month, ROLE_MONTH, 0},
	{false, ROLE_UNIT | ROLE_MONTH | ROLE_SEASON, OP(THE) | OP(QUARTER) | OP(WEEKEND),
		season_read_pointed_behind, 0, POINTERS, FORM_NONE, .grains = LONG_GRAINS,
		.led = true},
	{false, 0, OP(EARLIER) | OP(LATER), read_within},
	{false, 0, OP(THE) | OP(WEEKEND), read_weekend, 0, OP(WEEKEND), FORM_NONE, .led = true},
	{false, 0, OP(THE), monthday_read, 0, 0, FORM_ORDINAL, .led = true},
	{true, ROLE_CARDINAL | ROLE_ORDINAL, OP(THE), monthday_read_pointed, 0, POINTERS, 0,
		AMOUNTS | ROLE_ORDINAL, JOINED, .led = true},
	{false, ROLE_SEASON, POINTERS, season_read, ROLE_SEASON, 0},
	{true, AMOUNTS, OP(A) | OP(FEW), distance_read, 0,
		OP(AGO) | OP(BEFORE) | OP(AFTER) | OP(FROM), FORM_SYMBOL, LENGTHS, LENGTHENED},
	{false, 0, OP(IN), distance_read_in, 0, 0, FORM_SYMBOL, LENGTHS, LENGTHENED,
		.led = true},
	{false, ROLE_AGO, 0, distance_read_ago},
	{true, AMOUNTS, OP(A) | OP(FEW) | OP(IN), weekday_read_of_distance, ROLE_WEEKDAY, 0,
		FORM_SYMBOL, LENGTHS, LENGTHENED, .led = true},
};

const struct rules_of_set relative_rules = RULES_OF_SET(rules);

size_t
relative_read(const struct scan *scan, size_t at, struct period *period)
{
	return rules_longest(RULES_RELATIVE, scan, at, period);
}
