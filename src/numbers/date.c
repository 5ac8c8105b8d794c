#include "date.h"

#include "amount.h"
#include "phrase.h"
#include "relative.h"

size_t
date_read_plain(const struct scan *scan, size_t at, struct period *period)
{
	struct period relative;
	size_t next = absolute_read(scan, at, period);
	size_t other = relative_read(scan, at, &relative);
	if (other > next) {
		*period = relative;
		return other;
	}
	return next;
}

/* The week, the month: the one that the document's date is in; only behind "end of" and such.
 */
static size_t
read_current(const struct scan *scan, size_t at, struct period *period)
{
	enum grain grain;
	size_t start = at + is_operator(scan->lexemes, at, OP(THE));
	size_t tokens = date_grain(scan->lexemes, start, &grain);
	if (tokens == 0 || !scan->today || grain == GRAIN_DAY)
		return 0;
	*period = period_around(*scan->today, grain, 0);
	return start + tokens;
}

/* Which third a word names: EARLY or BEGINNING 0, MID 1, LATE or END 2; else -1. */
static int
third_at(const struct lexemes *lexemes, size_t at)
{
	if (is_operator(lexemes, at, OP(EARLY) | OP(BEGINNING)))
		return 0;
	if (is_operator(lexemes, at, OP(MID)))
		return 1;
	return is_operator(lexemes, at, OP(LATE) | OP(END)) ? 2 : -1;
}

/* The third of a period; the END of a day is its last minute. */
static bool
take_third(struct period *period, int which, bool noun)
{
	if (period->grain == GRAIN_DAY && which == 2 && noun) {
		period->timed = true;
		period->start = period->end = MINUTES_OF_DAY - 1;
		return true;
	}
	if (!period->dated || period->grain == GRAIN_DAY ||
		calendar_days(period->to) - calendar_days(period->from) < 6)
		return false;
	bool unknown = period->unknown;
	*period = period_third(*period, which);
	period->unknown = unknown;
	period->is_start = noun && which == 0;
	period->is_end = noun && which == 2;
	return true;
}

/* early March, mid-1970s, the end of last year, late 2019 */
size_t
date_read_part(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	bool noun = is_operator(lexemes, start, OP(BEGINNING) | OP(END));
	int which = third_at(lexemes, start);
	if (which < 0)
		return 0;
	size_t inner = start + 1;
	/* "early in 2019"; but a verb in "start in 2019" */
	bool of = is_operator(lexemes, inner, noun ? OP(OF) : OP(OF) | OP(IN));
	inner += of || (is_operator(lexemes, inner, OP(DASH)) && !is_spaced(lexemes, inner));
	/* the end of ABOUT next week */
	size_t tokens;
	const struct entry *about = phrase_at(lexemes, inner, ROLE_QUALIFIER, &tokens);
	inner += about && about->sense->qualifier == QUALIFIER_ABOUT ? tokens : 0;
	inner += is_operator(lexemes, inner, OP(THE)) && !is_operator(lexemes, inner, OP(THIS));
	size_t next = date_read_plain(scan, inner, period);
	if (next == 0 && (noun || of))
		next = read_current(scan, inner, period);
	if (next == 0 && noun) /* EOY: what it is the end of is in the word */
		next = read_current(scan, start, period);
	return next > 0 && take_third(period, which, noun) ? next : 0;
}

static struct period
nth_day(struct period within, int weekday, long nth)
{
	long first = calendar_days(within.from), last = calendar_days(within.to);
	long day;
	if (weekday == 0) {
		day = nth < 0 ? last + nth + 1 : first + nth - 1;
	} else if (nth < 0) {
		day = last - (calendar_weekday(within.to) - weekday + 7) % 7 + 7 * (nth + 1);
	} else {
		day = first + (weekday - calendar_weekday(within.from) + 7) % 7 + 7 * (nth - 1);
	}
	if (day > last)
		day = last;
	return period_around(calendar_date(day), GRAIN_DAY, 0);
}

/* The nth week of a year is that of ISO 8601, of a month the one with its nth Thursday. */
static struct period
nth_week(struct period within, long nth)
{
	struct period thursday = nth_day(within, 4, nth);
	return period_around(thursday.from, GRAIN_WEEK, 0);
}

static struct period
nth(struct period within, enum grain grain, int weekday, long number)
{
	if (weekday > 0 || grain == GRAIN_DAY)
		return nth_day(within, weekday, number);
	if (grain == GRAIN_WEEK)
		return nth_week(within, number);
	if (number < 0)
		return period_around(within.to, grain, number + 1);
	return period_around(within.from, grain, number - 1);
}

/* Which one: "third", "last" as -1, "third last" as -3; the token behind it, or 0. */
static size_t
read_which(const struct lexemes *lexemes, size_t at, long *which)
{
	struct amount amount;
	uint64_t number;
	if (is_operator(lexemes, at, OP(LAST))) {
		*which = -1;
		return at + 1;
	}
	if (!amount_read(lexemes, at, AMOUNT_NO_AND, &amount) ||
		amount.kind != AMOUNT_ORDINAL || !decimal_whole(amount.value, &number) ||
		number < 1 || number > 366)
		return 0;
	bool last = is_operator(lexemes, amount.next, OP(LAST));
	*which = last ? -(long)number : (long)number;
	return amount.next + last;
}

/* What something is a part of: OF MARCH, IN THE YEAR; the token behind it, 0: none is there. */
static size_t
read_within(const struct scan *scan, size_t at, struct period *within)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (!is_operator(lexemes, at, OP(OF) | OP(IN)))
		return 0;
	size_t start = at + 1;
	size_t next =
		date_read_plain(scan, start + is_operator(lexemes, start, OP(THE)), within);
	if (next == 0)
		next = read_current(scan, start, within);
	return next > 0 && within->dated && within->grain != GRAIN_DAY ? next : 0;
}

/* the first Monday of March, last day of October 2015, the second week of 2021 */
static size_t
read_nth(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period within;
	enum grain grain = GRAIN_NONE;
	long which;
	size_t next = read_which(lexemes, at + is_operator(lexemes, at, OP(THE)), &which);
	if (next == 0)
		return 0;
	int weekday = is_role(lexemes, next, ROLE_WEEKDAY)
			      ? entry_at(lexemes, next)->sense->weekday
			      : 0;
	size_t tokens = weekday ? 1 : date_grain(lexemes, next, &grain);
	size_t end = tokens ? read_within(scan, next + tokens, &within) : 0;
	if (end == 0)
		return 0;
	*period = nth(within, grain, weekday, which);
	period->unknown = within.unknown;
	return end;
}

/* The part of a period before or from a day on. */
static struct period
cut_at(struct period period, struct date date, bool behind)
{
	if (behind)
		period.from = date;
	else
		period.to = calendar_add_days(date, -1);
	period.grain = GRAIN_NONE;
	return period;
}

/* The year of a half that has a name of its own, im ersten HALBJAHR: the last that it began in.
 */
static size_t
read_last_year(const struct scan *scan, size_t at, long which, struct period *year)
{
	if (!is_role(scan->lexemes, at, ROLE_UNIT) || !scan->today)
		return 0;
	bool ahead = which != 1 && scan->today->month <= 6;
	*year = period_around(*scan->today, GRAIN_YEAR, ahead ? -1 : 0);
	return at + 1;
}

/* the first half of 2027, the second half of last year */
static size_t
read_half(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period within;
	struct date middle;
	long which;
	size_t next = read_which(lexemes, at + is_operator(lexemes, at, OP(THE)), &which);
	if (next == 0 || which > 2 || !is_operator(lexemes, next, OP(HALF)))
		return 0;
	size_t end = read_within(scan, next + 1, &within);
	if (end == 0)
		end = read_last_year(scan, next, which, &within);
	if (end == 0)
		return 0;
	if (within.grain == GRAIN_MONTH)
		middle = (struct date){within.from.year, within.from.month, 16};
	else if (within.grain == GRAIN_YEAR)
		middle = calendar_add_months(within.from, 6);
	else if (within.grain == GRAIN_DECADE)
		middle = calendar_add_months(within.from, 12L * 5);
	else if (within.grain == GRAIN_CENTURY)
		middle = calendar_add_months(within.from, 12L * 50);
	else
		return 0;
	*period = cut_at(within, middle, which != 1);
	return end;
}

/* the first three months of 2027, the last ten days of May */
static size_t
read_several(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period within;
	struct amount amount;
	enum grain grain;
	uint64_t count;
	long which;
	size_t next = read_which(lexemes, at + is_operator(lexemes, at, OP(THE)), &which);
	if (next == 0 || which > 1 || !amount_read(lexemes, next, AMOUNT_NO_AND, &amount) ||
		amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &count) ||
		count < 2 || count > 1000)
		return 0;
	size_t tokens = date_grain(lexemes, amount.next, &grain);
	size_t end = tokens ? read_within(scan, amount.next + tokens, &within) : 0;
	if (end == 0)
		return 0;
	struct date behind = calendar_add_days(within.to, 1);
	struct date cut = which < 0 ? relative_move(behind, grain, -(long)count)
				    : relative_move(within.from, grain, (long)count);
	if (calendar_days(cut) < calendar_days(within.from) ||
		calendar_days(cut) > calendar_days(behind))
		return 0;
	*period = cut_at(within, cut, which < 0);
	return end;
}

/* the WEEK OF 10 April, the week beginning 6 May */
static size_t
read_week_of(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	enum grain grain;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	size_t tokens = date_grain(lexemes, start, &grain), of = start + tokens;
	if (tokens == 0 || grain != GRAIN_WEEK ||
		!is_operator(lexemes, of, OP(OF) | OP(BEGINNING)))
		return 0;
	struct period day;
	size_t next = absolute_read(scan, of + 1, &day);
	if (next == 0)
		next = monthday_read(scan, of + 1, &day);
	if (next == 0 || day.grain != GRAIN_DAY)
		return 0;
	*period = period_around(day.from, GRAIN_WEEK, 0);
	period->unknown = day.unknown;
	return next;
}

/* week 10, week 3 of 2027 */
static size_t
read_week(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	enum grain grain;
	struct amount amount;
	uint64_t week;
	int year;
	size_t tokens = date_grain(lexemes, at, &grain);
	if (tokens == 0 || grain != GRAIN_WEEK ||
		!is_kind(lexemes, at + tokens, TOKEN_DIGITS) ||
		!amount_read(lexemes, at + tokens, AMOUNT_NO_AND, &amount) ||
		!decimal_whole(amount.value, &week) || week < 1 || week > 53)
		return 0;
	size_t next = amount.next;
	size_t behind =
		date_year(scan, next + is_operator(lexemes, next, OP(OF) | OP(IN)), &year);
	if (behind == 0 && !scan->today)
		return 0;
	struct date monday = calendar_week(behind ? year : scan->today->year, (int)week);
	*period = period_around(monday, GRAIN_WEEK, 0);
	return behind ? behind : next;
}

#define PARTS (OP(EARLY) | OP(BEGINNING) | OP(MID) | OP(LATE) | OP(END))
#define SPANS (OP(WEEKEND) | OP(QUARTER))

enum {
	NUMBERS = ROLE_ORDINAL | ROLE_CARDINAL,
	CALENDAR = (1 << GRAINS) - 1 - (1 << GRAIN_NONE),
};

static const struct rule rules[] = {
	{false, 0, OP(THE) | PARTS, date_read_part, 0, PARTS, FORM_NONE, .led = true},
	{true, NUMBERS, OP(THE) | OP(LAST), read_nth, ROLE_UNIT | ROLE_WEEKDAY, SPANS,
		FORM_ORDINAL, .led = true},
	{true, NUMBERS, OP(THE) | OP(LAST), read_half, 0, OP(HALF), FORM_ORDINAL, .led = true},
	{true, NUMBERS, OP(THE) | OP(LAST), read_several, ROLE_UNIT, SPANS, FORM_ORDINAL,
		.led = true},
	{false, ROLE_UNIT, OP(THE), read_week_of, ROLE_UNIT, 0, FORM_NONE,
		.grains = 1 << GRAIN_WEEK, .led = true},
	{false, ROLE_UNIT, 0, read_week, .grains = 1 << GRAIN_WEEK},
	{true, ROLE_CARDINAL | ROLE_UNIT, OP(THE) | OP(QUARTER), length_read, 0,
		OP(ENDED) | OP(STARTING) | OP(TO), 0, ROLE_UNIT, OP(DASH) | SPANS,
		.grains = CALENDAR, .led = true},
};

const struct rules_of_set date_rules = RULES_OF_SET(rules);

size_t
date_read(const struct scan *scan, size_t at, struct period *period)
{
	struct period part;
	size_t next = date_read_plain(scan, at, period);
	size_t other = rules_longest(RULES_DATE, scan, at, &part);
	if (other > next) {
		*period = part;
		return other;
	}
	return next;
}
