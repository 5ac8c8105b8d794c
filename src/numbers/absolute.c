#include "absolute.h"

#include "amount.h"
#include "numeral.h"
#include "phrase.h"

bool
date_glued(const struct lexemes *lexemes, size_t at)
{
	return !is_spaced(lexemes, at) && !is_spaced(lexemes, at + 1) &&
	       !is_mark(lexemes, at + 1, ')') && !is_mark(lexemes, at + 1, ',') &&
	       (is_kind(lexemes, at + 1, TOKEN_DIGITS) || is_kind(lexemes, at, TOKEN_DIGITS));
}

bool
date_day_first(const struct scan *scan)
{
	return !scan->lexemes->lexicon->month_first;
}

/* A day of a month: 5, 21st, "the third", twenty-first */
size_t
date_day(const struct scan *scan, size_t at, int *day)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	*day = numeral_digits(lexemes, start, 1, 2);
	if (*day > 0 && *day <= 31) {
		if (is_operator(lexemes, start + 1, OP(ORDINAL)) &&
			!is_spaced(lexemes, start + 1))
			return start + 2;
		if (is_hyphen(lexemes, start + 1) && !is_spaced(lexemes, start + 1) &&
			!is_spaced(lexemes, start + 2) &&
			is_operator(lexemes, start + 2, OP(ORDINAL)))
			return start + 3; /* 5-го травня */
		bool decimal = (is_mark(lexemes, start + 1, '.') ||
				       is_mark(lexemes, start + 1, ',')) &&
			       date_glued(lexemes, start + 1);
		if (decimal || date_glued(lexemes, start))
			return 0;
		/* 1° gennaio */
		if (slice_is(lexeme_lower(lexemes, start + 1), "°") &&
			is_role(lexemes, start + 2, ROLE_MONTH))
			return start + 2;
		/* vom 3. bis 5. Mai */
		if (date_day_first(scan) && is_mark(lexemes, start + 1, '.') &&
			is_operator(
				lexemes, start + 2, OP(TO) | OP(UNTIL) | OP(AND) | OP(OR)) &&
			is_kind(lexemes, start + 3, TOKEN_DIGITS))
			return start + 2;
		/* 3. September */
		if (date_day_first(scan) && is_mark(lexemes, start + 1, '.') &&
			is_role(lexemes, start + 2, ROLE_MONTH))
			return start + 2;
		return start + 1;
	}
	struct amount amount;
	uint64_t value;
	if (!is_role(lexemes, start, ROLE_CARDINAL | ROLE_ORDINAL) ||
		!amount_read(lexemes, start, AMOUNT_NO_AND, &amount) ||
		!decimal_whole(amount.value, &value) || value < 1 || value > 31)
		return 0;
	*day = (int)value;
	return amount.next;
}

/* Days of one month before its name, or behind it */
struct days {
	int first, last;
	size_t next; /* behind all of them */
	size_t rest; /* behind the first, where those that follow are dates of their own; else 0
		      */
};

/* What stands between the days of a list: a comma, AND, both; 0: nothing does */
static size_t
skip_list_mark(const struct lexemes *lexemes, size_t at)
{
	size_t comma = is_mark(lexemes, at, ',');
	bool and = at < lexemes->count && is_operator(lexemes, at + comma, OP(AND) | OP(OR));
	return at + comma + and;
}

/* 3, 4 AND 5; 3, 7 AND 12: days that do not follow on each other are dates of their own. */
static void
read_day_list(const struct scan *scan, struct days *days)
{
	int day;
	bool together = true;
	size_t behind, first = days->next;
	for (int i = 0; i < 31; i++) {
		size_t start = skip_list_mark(scan->lexemes, days->next);
		if (start == days->next || (behind = date_day(scan, start, &day)) == 0 ||
			day <= days->last)
			break;
		together = together && day == days->last + 1;
		days->next = behind;
		days->last = day;
	}
	if (together)
		return;
	days->last = days->first;
	days->rest = first;
}

/* 9; 23rd to 26th; 3, 4 and 5 */
static bool
read_days(const struct scan *scan, size_t at, struct days *days)
{
	size_t behind;
	*days = (struct days){0};
	days->next = date_day(scan, at, &days->first);
	if (days->next == 0)
		return false;
	days->last = days->first;
	if (!is_operator(scan->lexemes, days->next, OP(TO) | OP(DASH) | OP(UNTIL)))
		read_day_list(scan, days);
	else if ((behind = date_day(scan, days->next + 1, &days->last)) > 0)
		days->next = behind;
	return days->last >= days->first;
}

/* 9 January, the 5th of May 1995, 23rd to 26th Oct, 1-8 September, 3, 4 and 5 May */
static size_t
read_day_month(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct days days;
	int year = 0;
	if (!read_days(scan, at, &days))
		return 0;
	size_t next = days.next;
	if (is_operator(lexemes, next, OP(OF)))
		next++;
	if (is_mark(lexemes, next, '.') && !is_spaced(lexemes, next))
		next++;
	if (!is_role(lexemes, next, ROLE_MONTH))
		return 0;
	int month = entry_at(lexemes, next)->sense->month;
	next++;
	if (is_mark(lexemes, next, '.') && !is_spaced(lexemes, next) &&
		lexeme_len(lexemes, next - 1) < 5 && next + 1 < lexemes->count)
		next++;
	if (!calendar_valid((struct date){2000, month, days.last}))
		return 0;
	size_t behind = date_year_behind(scan, next, &year);
	if (behind == 0)
		behind = date_short_year_behind(scan, next, &year);
	*period = period_days(
		(struct date){2000, month, days.first}, (struct date){2000, month, days.last});
	period->grain = days.first == days.last ? GRAIN_DAY : GRAIN_NONE;
	date_set_year(scan, at, period, behind ? year : 0);
	if (days.rest > 0)
		return days.rest;
	return behind ? behind : next;
}

/* Whether what stands behind a number makes it a count: "In June 12 people died" */
bool
date_counts(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (phrase_at(
		    lexemes, at, ROLE_SCALE | ROLE_UNIT | ROLE_CURRENCY | ROLE_MONTH, &tokens))
		return true;
	struct slice word = lexeme_lower(lexemes, at);
	return is_kind(lexemes, at, TOKEN_LETTERS) && is_spaced(lexemes, at) &&
	       !is_role(lexemes, at, ROLE_STOP | ROLE_DAYPART) &&
	       !lexeme_at(lexemes, at)->capital &&
	       (is_role(lexemes, at, ROLE_PLURAL | ROLE_CASUALTY) ||
		       slice_ends(word, SLICE("s")));
}

/* June 3 AND 4; but "on June 3 and 4 people" */
static bool
is_counted_behind(const struct lexemes *lexemes, size_t at)
{
	return date_counts(lexemes, at) ||
	       (is_kind(lexemes, at, TOKEN_LETTERS) && !is_role(lexemes, at, ROLE_STOP));
}

/* The days behind a month: 9, 3rd, 13 to 15, "3, 4 and 5". */
static bool
read_days_behind(const struct scan *scan, size_t at, struct days *days)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct days one = {0};
	one.next = date_day(scan, at, &one.first);
	if (one.next == 0 || date_counts(lexemes, one.next))
		return false;
	one.last = one.first;
	bool list = !is_operator(lexemes, one.next, OP(TO) | OP(DASH));
	if (!read_days(scan, at, days) || days->rest > 0 ||
		(list ? is_counted_behind(lexemes, days->next)
		      : date_counts(lexemes, days->next)))
		*days = one;
	return true;
}

/* January 9, March 3rd 2015, July 13 to 15, October 14, 2024; Nov/2 */
static size_t
read_month_day(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct days days;
	int year = 0;
	size_t next = at + 1;
	if (!is_role(lexemes, at, ROLE_MONTH))
		return 0;
	int month = entry_at(lexemes, at)->sense->month;
	if (is_mark(lexemes, next, '.') || is_mark(lexemes, next, ',') ||
		((is_mark(lexemes, next, '-') || is_mark(lexemes, next, '/')) &&
			!is_spaced(lexemes, next)))
		next++;
	if (!read_days_behind(scan, next, &days) ||
		!calendar_valid((struct date){2000, month, days.last}))
		return 0;
	size_t behind = date_year_behind(scan, days.next, &year);
	*period = period_days(
		(struct date){2000, month, days.first}, (struct date){2000, month, days.last});
	period->grain = days.first == days.last ? GRAIN_DAY : GRAIN_NONE;
	date_set_year(scan, at, period, behind ? year : 0);
	return behind ? behind : days.next;
}

/* May is a verb too: such a month stands behind a word that dates have before them. */
static bool
is_led_in(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at - 1,
		OP(IN) | OP(SINCE) | OP(UNTIL) | OP(BY) | OP(BEFORE) | OP(AFTER) | OP(FROM) |
			OP(TO) | OP(BETWEEN) | OP(LAST) | OP(NEXT) | OP(THIS) | OP(EARLY) |
			OP(MID) | OP(LATE) | OP(BEGINNING) | OP(END) | OP(OF) | OP(ON) |
			OP(DASH) | OP(AND));
}

/* November, November 2024 */
static size_t
read_month(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int year = 0;
	if (!is_role(lexemes, at, ROLE_MONTH))
		return 0;
	const struct entry *entry = entry_at(lexemes, at);
	size_t next = at + 1;
	if (is_mark(lexemes, next, '.') && lexeme_len(lexemes, at) < 5 &&
		next + 1 < lexemes->count)
		next++;
	size_t behind = date_year_behind(scan, next, &year);
	if (!behind && is_operator(lexemes, next, OP(DASH)) && !is_spaced(lexemes, next) &&
		numeral_digits(lexemes, next + 1, 4, 4) > 0)
		behind = date_year(scan, next + 1, &year);
	if (!behind && entry->roles & ROLE_WORD && !lexeme_at(lexemes, at)->capital)
		return 0;
	/* MAY TO September */
	bool leads = is_operator(lexemes, next, OP(TO) | OP(DASH)) &&
		     is_role(lexemes, next + 1, ROLE_MONTH) &&
		     lexeme_at(lexemes, next + 1)->capital;
	if (!behind && !leads && !is_led_in(lexemes, at) &&
		(!lexeme_at(lexemes, at)->capital || entry->roles & ROLE_WORD ||
			(at == 0 && lexemes->count > 2)))
		return 0;
	if (!behind && lexeme_len(lexemes, at) < 4 && !lexeme_at(lexemes, at)->capital &&
		!is_operator(lexemes, at - 1, OP(IN) | OP(THIS) | OP(LAST) | OP(NEXT)))
		return 0;
	*period = period_month(2000, entry->sense->month);
	date_set_year(scan, at, period, behind ? year : 0);
	period->to.day = calendar_month_length(period->to.year, period->to.month);
	return behind ? behind : next;
}

enum {
	DAYS = ROLE_CARDINAL | ROLE_ORDINAL,
};

static const struct rule rules[] = {
	{true, 0, 0, numeric_read_iso, 0, 0, FORM_DATE},
	{true, 0, 0, numeric_read, 0, 0, FORM_DATE},
	{true, 0, 0, numeric_read_points, 0, 0, FORM_DATE | FORM_LIST},
	{true, 0, 0, numeric_read_slash, 0, 0, FORM_DATE},
	{true, 0, 0, numeric_read_compact, 0, 0, FORM_EIGHT},
	{true, 0, 0, numeric_read_slash_range, 0, 0, FORM_DATE},
	{true, DAYS, OP(THE), read_day_month, ROLE_MONTH, 0, FORM_LIST | FORM_SYMBOL,
		ROLE_MONTH,
		OP(ORDINAL) | OP(OF) | OP(TO) | OP(DASH) | OP(UNTIL) | OP(AND) | OP(OR),
		.led = true},
	{false, ROLE_MONTH, 0, read_month_day},
	{false, ROLE_MONTH, 0, read_month},
	{true, DAYS, OP(THE) | OP(QUARTER) | OP(HALF), quarter_read, 0, 0,
		FORM_YEAR | FORM_LETTERS | FORM_ORDINAL},
	{true, 0, OP(LAST) | OP(NEXT) | OP(THIS), quarter_read_of_year, 0,
		OP(QUARTER) | OP(HALF), FORM_YEAR, ROLE_UNIT, OP(QUARTER)},
	{true, ROLE_DECADE, OP(THE) | OP(QUOTE), decade_read, 0, 0,
		FORM_LETTERS | FORM_DATE | FORM_LIST, .led = true},
	{false, ROLE_UNIT, 0, decade_read_led, ROLE_UNIT, 0,
		.grains = 1 << GRAIN_DECADE | 1 << GRAIN_YEAR},
	{false, ROLE_UNIT, OP(THE), year_read_named, ROLE_UNIT, 0, FORM_NONE,
		.grains = 1 << GRAIN_YEAR, .led = true},
	{true, DAYS, OP(THE), century_read, ROLE_UNIT, 0, FORM_ORDINAL | FORM_LIST | FORM_DATE,
		.led = true},
	{false, ROLE_UNIT, 0, century_read_roman, ROLE_UNIT, 0, .grains = 1 << GRAIN_CENTURY},
	{false, ROLE_FESTIVAL, OP(LAST) | OP(NEXT) | OP(THIS), festival_read, ROLE_FESTIVAL, 0},
	{true, 0, 0, year_read, 0, 0, FORM_YEAR},
	{true, 0, 0, year_read_of_era, 0, 0, FORM_NAME},
};

const struct rules_of_set absolute_rules = RULES_OF_SET(rules);

size_t
absolute_read(const struct scan *scan, size_t at, struct period *period)
{
	return rules_longest(RULES_ABSOLUTE, scan, at, period);
}
