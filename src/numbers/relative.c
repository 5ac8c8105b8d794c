#include "date.h"

#include "numeral.h"
#include "quantity.h"
#include "range.h"
#include "rule.h"

/* A date that nothing is known of but that it is relative: the document has none. */
static struct period
not_known(void)
{
	struct date any = {2000, 1, 1};
	struct period period = period_days(any, any);
	period.unknown = true;
	return period;
}

static struct period
around(const struct scan *scan, enum grain grain, long offset)
{
	return scan->today ? period_around(*scan->today, grain, offset) : not_known();
}

size_t
date_grain(const struct lexemes *lexemes, size_t at, enum grain *grain)
{
	static const struct {
		const char *symbol;
		enum grain grain;
	} grains[] = {
		{"d", GRAIN_DAY}, {"wk", GRAIN_WEEK}, {"mo", GRAIN_MONTH}, {"a", GRAIN_YEAR}};
	if (is_operator(lexemes, at, OP(WEEKEND) | OP(QUARTER) | OP(CENTURY))) {
		*grain = is_operator(lexemes, at, OP(WEEKEND))   ? GRAIN_WEEKEND
			 : is_operator(lexemes, at, OP(QUARTER)) ? GRAIN_QUARTER
								 : GRAIN_CENTURY;
		return 1;
	}
	const struct entry *entry = entry_at(lexemes, at);
	if (!(entry->roles & ROLE_UNIT))
		return 0;
	for (size_t i = 0; i < sizeof grains / sizeof *grains; i++) {
		if (!slice_is(entry->unit->symbol, grains[i].symbol))
			continue;
		*grain = grains[i].grain;
		if (*grain == GRAIN_YEAR &&
			decimal_compare(entry->unit_factor, decimal_of(10)) == 0)
			*grain = GRAIN_DECADE;
		return decimal_compare(entry->unit_factor, decimal_of(1)) == 0 ||
		       *grain == GRAIN_DECADE;
	}
	return 0;
}

/* today, the day before yesterday */
static size_t
read_day(const struct scan *scan, size_t at, struct period *period)
{
	size_t tokens;
	const struct entry *entry = phrase_at(scan->lexemes, at, ROLE_DAY, &tokens);
	if (!entry)
		return 0;
	*period = around(scan, GRAIN_DAY, entry->day_offset);
	return at + tokens;
}

/* Which way "last", "this" or "next" points: -1, 0, 1; the token behind it, 0 where none is
 * there. "this past week" is a last one. */
static size_t
read_pointer(const struct lexemes *lexemes, size_t at, int *direction)
{
	if (is_operator(lexemes, at, OP(THIS)) &&
		is_operator(lexemes, at + 1, OP(LAST) | OP(NEXT)))
		at++;
	/* "is to last three weeks" */
	if (is_operator(lexemes, at, OP(LAST)) &&
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
	return at + 1;
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
		*count = word ? (long)word->cardinal : numeral_digits(lexemes, at, 1, 2);
		return *count > 0 ? at + 1 : 0;
	}
	if (!amount_read(lexemes, at, AMOUNT_NO_AND, &amount) ||
		amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &value) ||
		value < 1 || value > 1000)
		return 0;
	*count = (long)value;
	return amount.next;
}

static struct date
move(struct date date, enum grain grain, long count)
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
		return not_known();
	if (grain == GRAIN_QUARTER || grain == GRAIN_WEEKEND) {
		long first = direction < 0 ? -count : 1, last = direction < 0 ? -1 : count;
		struct period period = period_around(*scan->today, grain, first);
		period.to = period_around(*scan->today, grain, last).to;
		return period;
	}
	struct date other = move(*scan->today, grain, direction * count);
	if (direction < 0)
		return period_days(other, calendar_add_days(*scan->today, -1));
	return period_days(calendar_add_days(*scan->today, 1), other);
}

static bool
is_fortnight(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = entry_at(lexemes, at);
	return entry->roles & ROLE_UNIT && slice_is(entry->unit->symbol, "wk") &&
	       decimal_compare(entry->unit_factor, decimal_of(2)) == 0;
}

/* last week, this year, the next three months, two upcoming weeks */
static size_t
read_pointed(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction;
	long count = 0;
	enum grain grain;
	size_t start =
		at + (is_operator(lexemes, at, OP(THE)) && !is_operator(lexemes, at, OP(THIS)));
	size_t next = read_pointer(lexemes, start, &direction), counted;
	if (next > 0) {
		counted = read_count(lexemes, next, &count);
		next = counted ? counted : next;
	} else {
		counted = read_count(lexemes, start, &count);
		next = counted ? read_pointer(lexemes, counted, &direction) : 0;
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
	*period = count > 0 ? several(scan, grain, count, direction)
			    : around(scan, grain, direction);
	return next + tokens;
}

static struct date
weekday_near(const struct scan *scan, int weekday)
{
	int now = calendar_weekday(*scan->today);
	int back = (now - weekday + 7) % 7;
	if (scan->future && back > 0)
		return calendar_add_days(*scan->today, 7 - back);
	return calendar_add_days(*scan->today, -back);
}

static struct period
weekday_of_week(const struct scan *scan, int weekday, long offset)
{
	if (!scan->today)
		return not_known();
	struct date monday = period_around(*scan->today, GRAIN_WEEK, offset).from;
	return period_around(calendar_add_days(monday, weekday - 1), GRAIN_DAY, 0);
}

static int
weekday_at(const struct lexemes *lexemes, size_t at)
{
	return is_role(lexemes, at, ROLE_WEEKDAY) ? entry_at(lexemes, at)->weekday : 0;
}

/* Sun and Sat are words too: such a name stands alone, or before a day. */
static bool
is_weekday_name(const struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (!is_role(lexemes, at, ROLE_WORD))
		return true;
	return lexemes->count <= 2 || is_mark(lexemes, at + 1, '.') ||
	       (lexeme_at(lexemes, at)->capital &&
		       (is_mark(lexemes, at + 1, ',') ||
			       is_operator(lexemes, at - 1,
				       OP(ON) | OP(THIS) | OP(NEXT) | OP(LAST)) ||
			       is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
			       is_operator(lexemes, at + 1, OP(AT))));
}

/* The day of a month, behind its weekday: Friday 31, Thu 15th: the next such day. */
static size_t
read_day_behind(const struct scan *scan, size_t at, int weekday, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct amount amount;
	uint64_t day;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	if (!scan->today || !is_kind(lexemes, start, TOKEN_DIGITS) ||
		!amount_read(lexemes, start, AMOUNT_NO_AND, &amount) ||
		!decimal_whole(amount.value, &day) || day < 1 || day > 31 ||
		is_kind(lexemes, amount.next, TOKEN_LETTERS) ||
		is_mark(lexemes, amount.next, ':') ||
		is_operator(lexemes, amount.next, OP(DASH)))
		return 0;
	for (int months = 0; months < 48; months++) {
		struct date first = {scan->today->year, scan->today->month, 1};
		struct date date = calendar_add_months(first, months);
		date.day = (int)day;
		if (!calendar_valid(date) || calendar_weekday(date) != weekday ||
			calendar_days(date) < calendar_days(*scan->today))
			continue;
		*period = period_around(date, GRAIN_DAY, 0);
		return amount.next;
	}
	return 0;
}

/* Monday; last Tuesday; Wednesday next week; Monday, Feb 18 */
static size_t
read_weekday(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction = 0;
	size_t next = read_pointer(lexemes, at, &direction);
	bool pointed = next > 0;
	if (!pointed)
		next = at;
	int weekday = weekday_at(lexemes, next);
	if (weekday == 0 || (!pointed && !is_weekday_name(scan, next)))
		return 0;
	next++;
	if (is_mark(lexemes, next, '.') && next < lexemes->count &&
		lexemes->items[next - 1].token.end - lexemes->items[next - 1].token.start < 5)
		next++;
	/* a date behind it says the day */
	size_t behind = next + (is_mark(lexemes, next, ',') || is_mark(lexemes, next, '(') ||
				       is_operator(lexemes, next, OP(DASH)));
	size_t day = absolute_read(scan, behind, period);
	if (day > 0 && period->grain == GRAIN_DAY)
		return day;
	if ((day = read_day_behind(scan, next, weekday, period)) > 0)
		return day;
	/* Wednesday of next week */
	size_t of = next + is_operator(lexemes, next, OP(OF) | OP(FROM));
	size_t week = read_pointed(scan, of, period);
	if (!pointed && week > 0 && period->grain == GRAIN_WEEK) {
		struct date date = calendar_add_days(period->from, weekday - 1);
		bool unknown = period->unknown;
		*period = period_around(date, GRAIN_DAY, 0);
		period->unknown = unknown;
		return week;
	}
	if (pointed)
		*period = weekday_of_week(scan, weekday, direction);
	else if (scan->today)
		*period = period_around(weekday_near(scan, weekday), GRAIN_DAY, 0);
	else
		*period = not_known();
	return next;
}

/* next week Monday */
static size_t
read_week_weekday(const struct scan *scan, size_t at, struct period *period)
{
	size_t next = read_pointed(scan, at, period);
	int weekday = next ? weekday_at(scan->lexemes, next) : 0;
	if (weekday == 0 || period->grain != GRAIN_WEEK)
		return 0;
	bool unknown = period->unknown;
	*period = period_around(calendar_add_days(period->from, weekday - 1), GRAIN_DAY, 0);
	period->unknown = unknown;
	return next + 1;
}

/* earlier this month, later this week: up to the document's date, or from it on */
static size_t
read_within(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool later = is_operator(lexemes, at, OP(LATER));
	if (!later && !is_operator(lexemes, at, OP(EARLIER)))
		return 0;
	size_t next =
		is_operator(lexemes, at + 1, OP(THIS)) ? read_pointed(scan, at + 1, period) : 0;
	if (next == 0 || !scan->today)
		return next;
	if (later)
		period->from = *scan->today;
	else
		period->to = *scan->today;
	period->grain = GRAIN_NONE;
	return next;
}

/* the weekend: the last one that has begun, or the next */
static size_t
read_weekend(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (!is_operator(lexemes, at, OP(THE)) || !is_operator(lexemes, at + 1, OP(WEEKEND)) ||
		is_operator(lexemes, at + 2, OP(OF)))
		return 0;
	bool now = scan->future || (scan->today && calendar_weekday(*scan->today) > 5);
	*period = around(scan, GRAIN_WEEKEND, now ? 0 : -1);
	return at + 2;
}

/* on THE 18TH: of this month, or of that before it */
static size_t
read_day_of_month(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct amount amount;
	uint64_t day;
	if (!is_operator(lexemes, at - 1, OP(ON)) || !is_operator(lexemes, at, OP(THE)) ||
		!is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
		!amount_read(lexemes, at + 1, 0, &amount) || amount.kind != AMOUNT_ORDINAL ||
		!decimal_whole(amount.value, &day) || day < 1 || day > 31 ||
		(is_kind(lexemes, amount.next, TOKEN_LETTERS) &&
			!is_role(lexemes, amount.next, ROLE_STOP)))
		return 0;
	*period = not_known();
	if (!scan->today)
		return amount.next;
	struct date date = {scan->today->year, scan->today->month, 1};
	if ((int)day > scan->today->day && !scan->future)
		date = calendar_add_months(date, -1);
	date.day = (int)day;
	if (!calendar_valid(date))
		return 0;
	*period = period_around(date, GRAIN_DAY, 0);
	return amount.next;
}

/* last November, this September */
static size_t
read_pointed_month(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction;
	size_t next = read_pointer(lexemes, at, &direction);
	if (next == 0 || !is_role(lexemes, next, ROLE_MONTH) ||
		(is_role(lexemes, next, ROLE_WORD) && !lexeme_at(lexemes, next)->capital))
		return 0;
	int month = entry_at(lexemes, next)->month;
	if (!scan->today) {
		*period = not_known();
		return next + 1;
	}
	int year = scan->today->year;
	if (direction < 0)
		year -= month >= scan->today->month;
	else if (direction > 0)
		year += month <= scan->today->month;
	*period = period_month(year, month);
	return next + 1;
}

static struct period
season_of(int year, int month)
{
	struct date first = {year, month, 1};
	struct date last = calendar_add_days(calendar_add_months(first, 3), -1);
	return period_days(first, last);
}

/* last summer, this winter, the summer of 2019 */
static size_t
read_season(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction = 0, year = 0;
	size_t next = read_pointer(lexemes, at, &direction);
	bool pointed = next > 0;
	next = pointed ? next : at;
	if (!is_role(lexemes, next, ROLE_SEASON))
		return 0;
	int month = entry_at(lexemes, next)->season;
	next++;
	size_t of = next + (is_operator(lexemes, next, OP(OF)) || is_mark(lexemes, next, ','));
	size_t behind = pointed ? 0 : date_year(scan, of, &year);
	if (!pointed && !behind)
		return 0;
	if (!behind && !scan->today) {
		*period = not_known();
		return next;
	}
	if (pointed) {
		/* the one that the document's date is in, or the next to come */
		year = scan->today->year;
		long now = calendar_days(*scan->today);
		if (calendar_days(season_of(year - 1, month).to) >= now)
			year--;
		if (direction < 0)
			year -= calendar_days(season_of(year, month).to) >= now;
		else if (direction > 0)
			year += calendar_days(season_of(year, month).from) <= now;
	}
	*period = season_of(year, month);
	return behind ? behind : next;
}

/* A duration as so many of a calendar unit. */
static bool
whole_units(const struct unit *unit, struct decimal value, enum grain *grain, long *count)
{
	static const struct {
		const char *symbol;
		enum grain grain;
	} grains[] = {
		{"d", GRAIN_DAY}, {"wk", GRAIN_WEEK}, {"mo", GRAIN_MONTH}, {"a", GRAIN_YEAR}};
	uint64_t whole;
	*grain = GRAIN_NONE;
	for (size_t i = 0; i < sizeof grains / sizeof *grains; i++)
		if (slice_is(unit->symbol, grains[i].symbol))
			*grain = grains[i].grain;
	if (*grain == GRAIN_YEAR && !decimal_whole(value, &whole)) {
		value = decimal_multiply(value, decimal_of(12));
		*grain = GRAIN_MONTH;
	}
	if (*grain == GRAIN_NONE) { /* hours and less: the days that they make */
		struct decimal seconds;
		if (!decimal_read(unit->factor, &seconds))
			return false;
		value = decimal_divide(decimal_multiply(value, seconds), decimal_of(86400));
		*grain = GRAIN_DAY;
	}
	struct decimal rest = value;
	for (whole = 0; whole < 100000 && !decimal_whole(rest, &whole);) {
		/* drops the fraction */
		rest.coefficient /= 10;
		rest.exponent++;
	}
	*count = (long)whole;
	return whole < 1000000;
}

/* What a duration counts from: how many tokens, and which way. */
static size_t
read_anchor(const struct scan *scan, size_t at, struct period *anchor, int *direction)
{
	const struct lexemes *lexemes = scan->lexemes;
	*anchor = around(scan, GRAIN_DAY, 0);
	if (is_operator(lexemes, at, OP(AGO))) {
		*direction = -1;
		return at + 1;
	}
	*direction = is_operator(lexemes, at, OP(BEFORE)) ? -1 : 1;
	if (is_operator(lexemes, at, OP(FROM)) && is_operator(lexemes, at, OP(NOW)))
		return at + 1; /* hence */
	if (is_operator(lexemes, at, OP(FROM)) && is_operator(lexemes, at + 1, OP(NOW)))
		return at + 2;
	if (!is_operator(lexemes, at, OP(BEFORE) | OP(AFTER) | OP(FROM)))
		return 0;
	struct period named;
	size_t next = absolute_read(scan, at + 1, &named);
	if (next == 0)
		next = read_day(scan, at + 1, &named);
	if (next == 0)
		next = read_weekday(scan, at + 1, &named);
	if (next == 0)
		return 0;
	*anchor = named;
	return next;
}

/* three weeks AGO, two days AFTER 12 January, a month FROM NOW, one to two years ago */
static size_t
read_distance(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct number number;
	struct period anchor;
	enum grain grain;
	int direction;
	long low, high;
	if (is_operator(lexemes, at, OP(FEW)) || is_operator(lexemes, at + 1, OP(FEW)))
		return 0;
	if (!range_read(lexemes, at, at, &number) || number.kind != NUMBER_DURATION ||
		number.unit->symbol.len == 0)
		return 0;
	size_t next = read_anchor(scan, number.next, &anchor, &direction);
	if (next == 0 || !whole_units(number.unit, number.low, &grain, &low) ||
		!whole_units(number.unit, number.high, &grain, &high))
		return 0;
	struct date near = direction < 0 ? anchor.from : anchor.to;
	struct date a = move(near, grain, direction * low);
	struct date b = move(near, grain, direction * high);
	*period = direction < 0 ? period_days(b, a) : period_days(a, b);
	period->unknown = anchor.unknown;
	return next;
}

/* in two weeks, where the sentence speaks of the future */
static size_t
read_in(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct number number;
	enum grain grain;
	long count;
	if (!is_operator(lexemes, at, OP(IN)) || at + 1 <= scan->floor)
		return 0;
	if (!quantity_read(lexemes, at + 1, 0, &number) || number.kind != NUMBER_DURATION ||
		!slice_equal(number.unit->dimension, SLICE("time")) ||
		!whole_units(number.unit, number.low, &grain, &count))
		return 0;
	if (!scan->future && !(at == 0 && number.next == lexemes->count))
		return 0;
	if (!scan->today) {
		*period = not_known();
		return number.next;
	}
	struct date date = move(*scan->today, grain, count);
	*period = period_days(date, date);
	period->grain = GRAIN_DAY;
	return number.next;
}

#define POINTERS (OP(LAST) | OP(NEXT) | OP(THIS))

size_t
relative_read(const struct scan *scan, size_t at, struct period *period)
{
	enum {
		AMOUNTS = ROLE_CARDINAL | ROLE_SCALE | ROLE_DENOMINATOR | ROLE_GLYPH,
	};
	static const struct rule rules[] = {
		{false, ROLE_DAY, 0, read_day},
		{true, AMOUNTS, POINTERS | OP(THE) | OP(A) | OP(FEW), read_pointed},
		{false, ROLE_WEEKDAY, POINTERS, read_weekday},
		{false, 0, POINTERS | OP(THE), read_week_weekday},
		{false, 0, POINTERS, read_pointed_month},
		{false, 0, OP(EARLIER) | OP(LATER), read_within},
		{false, 0, OP(THE), read_weekend},
		{false, 0, OP(THE), read_day_of_month},
		{false, ROLE_SEASON, POINTERS, read_season},
		{true, AMOUNTS, OP(A), read_distance},
		{false, 0, OP(IN), read_in},
	};
	return RULES_LONGEST(rules, scan, at, period);
}
