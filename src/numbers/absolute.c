#include "date.h"

#include "amount.h"
#include "numeral.h"
#include "rule.h"

enum {
	YEAR_MIN = 1000,
	YEAR_MAX = 2199,
	SOON = 60, /* days within which a date without a year is taken to come */
};

/* A separator of a date in digits, glued on both sides. */
static bool
is_separator(const struct lexemes *lexemes, size_t at, char mark)
{
	return is_mark(lexemes, at, mark) && !is_spaced(lexemes, at) &&
	       !is_spaced(lexemes, at + 1);
}

static bool
is_glued_behind(const struct lexemes *lexemes, size_t at)
{
	return !is_spaced(lexemes, at) && !is_spaced(lexemes, at + 1) &&
	       (is_kind(lexemes, at + 1, TOKEN_DIGITS) || is_kind(lexemes, at, TOKEN_DIGITS));
}

static size_t
take_day(struct date date, size_t next, struct period *period)
{
	if (!calendar_valid(date))
		return 0;
	*period = period_days(date, date);
	period->grain = GRAIN_DAY;
	return next;
}

static int
month_at(const struct lexemes *lexemes, size_t at)
{
	return is_role(lexemes, at, ROLE_MONTH) ? entry_at(lexemes, at)->month
						: numeral_digits(lexemes, at, 1, 2);
}

/* 2024-11-05, 2024/11/5, 2020/Sep/23; 2024-11; 2019-Q1 is a quarter, 2019-20 a range */
static size_t
read_iso(const struct scan *scan, size_t at, struct period *period)
{
	static const char marks[] = "-/.";
	const struct lexemes *lexemes = scan->lexemes;
	int year = numeral_digits(lexemes, at, 4, 4);
	if (year < YEAR_MIN || year > YEAR_MAX)
		return 0;
	for (const char *mark = marks; *mark; mark++) {
		if (!is_separator(lexemes, at + 1, *mark))
			continue;
		int month = month_at(lexemes, at + 2);
		int day = numeral_digits(lexemes, at + 4, 1, 2);
		if (is_separator(lexemes, at + 3, *mark) && day > 0)
			return take_day((struct date){year, month, day}, at + 5, period);
		if (*mark == '.' || numeral_digits(lexemes, at + 2, 2, 2) < 1 || month > 12 ||
			is_glued_behind(lexemes, at + 3))
			return 0;
		*period = period_month(year, month);
		return at + 3;
	}
	return 0;
}

/* Two digits of a year belong to the century that is nearer to the document. */
static int
full_year(const struct scan *scan, int year, size_t digits)
{
	if (digits == 4)
		return year;
	int now = scan->today ? scan->today->year : 2000;
	int full = now / 100 * 100 + year;
	return full > now + 20 ? full - 100 : full;
}

static size_t
token_len(const struct lexemes *lexemes, size_t at)
{
	const struct token *token = &lexeme_at(lexemes, at)->token;
	return token->end - token->start;
}

static bool
writes_day_first(const struct scan *scan)
{
	return !scan->lexemes->lexicon->month_first;
}

/* Day and month in the order that makes a date; the language's own order where both do. */
static bool
order(const struct scan *scan, int first, int second, int year, struct date *date)
{
	struct date month_first = {year, first, second}, day_first = {year, second, first};
	bool swap = writes_day_first(scan) || !calendar_valid(month_first);
	*date = swap && calendar_valid(day_first) ? day_first : month_first;
	return calendar_valid(*date);
}

/* 5/17/2018, 30.04.2022, 02-02-2020, 05-Aug-2016; 12-2015 */
static size_t
read_numeric(const struct scan *scan, size_t at, struct period *period)
{
	static const char marks[] = "/.-";
	const struct lexemes *lexemes = scan->lexemes;
	struct date date;
	int first = numeral_digits(lexemes, at, 1, 2);
	if (first < 1 || (at > 0 && is_glued_behind(lexemes, at - 1)))
		return 0;
	for (const char *mark = marks; *mark; mark++) {
		if (!is_separator(lexemes, at + 1, *mark))
			continue;
		int second = month_at(lexemes, at + 2);
		bool named = is_role(lexemes, at + 2, ROLE_MONTH);
		int year = numeral_digits(lexemes, at + 4, 2, 4);
		size_t digits = token_len(lexemes, at + 4);
		if (is_separator(lexemes, at + 3, *mark) && year >= 0 && digits != 3 &&
			!is_glued_behind(lexemes, at + 5)) {
			if (*mark == '.' && digits == 2)
				return 0;
			year = full_year(scan, year, digits);
			if (named)
				return take_day(
					(struct date){year, second, first}, at + 5, period);
			return order(scan, first, second, year, &date)
				       ? take_day(date, at + 5, period)
				       : 0;
		}
		year = numeral_digits(lexemes, at + 2, 4, 4);
		if (*mark != '.' && first <= 12 && year >= YEAR_MIN && year <= YEAR_MAX &&
			!is_glued_behind(lexemes, at + 3)) {
			*period = period_month(year, first);
			return at + 3;
		}
	}
	return 0;
}

/* 2/29, 11/20: digits that make no usual fraction, or stand where a date does */
static size_t
read_month_slash_day(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int first = numeral_digits(lexemes, at, 1, 2),
	    second = numeral_digits(lexemes, at + 2, 1, 2);
	struct date date;
	if (first < 1 || second < 1 || !is_separator(lexemes, at + 1, '/') ||
		is_glued_behind(lexemes, at + 3) ||
		(at > 0 && is_glued_behind(lexemes, at - 1)))
		return 0;
	bool led = is_operator(lexemes, at - 1,
			   OP(ON) | OP(SINCE) | OP(UNTIL) | OP(NEXT) | OP(FROM)) ||
		   is_role(lexemes, at - 1, ROLE_WEEKDAY);
	if (!led && second < 21)
		return 0;
	int year = scan->today ? scan->today->year : 2000;
	if (!order(scan, first, second, year, &date))
		return 0;
	*period = period_days(date, date);
	period->grain = GRAIN_DAY;
	period->yearless = true;
	period->unknown = !scan->today;
	return at + 3;
}

/* nineteen eighty six, two thousand and fifteen, twenty ten */
static size_t
year_in_words(const struct lexemes *lexemes, size_t at, int *year)
{
	struct amount amount;
	size_t tokens;
	uint64_t value, rest = 0;
	if (!is_role(lexemes, at, ROLE_CARDINAL) || !amount_read(lexemes, at, 0, &amount) ||
		amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &value))
		return 0;
	if (value >= YEAR_MIN && value <= YEAR_MAX) {
		*year = (int)value;
		return amount.next;
	}
	const struct entry *first = phrase_at(lexemes, at, ROLE_CARDINAL, &tokens);
	if (!first || (first->cardinal < 10 || first->cardinal > 20))
		return 0;
	if (!amount_read(lexemes, at + tokens, 0, &amount) ||
		!decimal_whole(amount.value, &rest) || rest < 10 || rest > 99)
		return 0;
	*year = (int)(first->cardinal * 100 + rest);
	return amount.next;
}

size_t
date_year(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	*year = numeral_digits(lexemes, at, 4, 4);
	if (*year >= YEAR_MIN && *year <= YEAR_MAX && !is_glued_behind(lexemes, at + 1)) {
		/* 2014 A.D. */
		size_t tokens;
		const struct entry *unit =
			phrase_exact(lexemes, at + 1, ROLE_UNIT | ROLE_CURRENCY, &tokens);
		return unit && !is_spaced(lexemes, at + 1) ? 0 : at + 1;
	}
	/* '96 */
	if ((is_mark(lexemes, at, '\'') || slice_is(lexeme_lower(lexemes, at), "’")) &&
		!is_spaced(lexemes, at + 1) && numeral_digits(lexemes, at + 1, 2, 2) >= 0 &&
		is_spaced(lexemes, at)) {
		*year = full_year(scan, numeral_digits(lexemes, at + 1, 2, 2), 2);
		return at + 2;
	}
	return year_in_words(lexemes, at, year);
}

/* The year behind a day or a month: ", 2024", "of 1992", "in 2020" */
static size_t
year_behind(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at;
	if (is_mark(lexemes, start, ',') || is_operator(lexemes, start, OP(OF) | OP(IN)))
		start++;
	size_t next = date_year(scan, start, year);
	if (next == 0)
		return 0;
	/* "On 1 May 2000 people marched" is unlikely, "in May, 2000 men" is not */
	if (start > at && !is_operator(lexemes, at, OP(OF) | OP(IN)) &&
		is_kind(lexemes, next, TOKEN_LETTERS) && !is_role(lexemes, next, ROLE_STOP) &&
		*year % 100 == 0)
		return 0;
	return next;
}

/* The year that a date without one is of: the last that is not after the document's date, or
 * the next where it is near or the sentence speaks of the future. */
static int
infer_year(const struct scan *scan, int month, int day)
{
	struct date date = {scan->today->year, month, day};
	long now = calendar_days(*scan->today);
	long then = calendar_days(date);
	long limit = scan->future ? 300 : SOON;
	if (then > now + limit)
		return date.year - 1;
	date.year++;
	then = calendar_days(date);
	long past = now - calendar_days((struct date){date.year - 1, month, day});
	if (scan->future ? past > 65 : then <= now + SOON)
		return date.year;
	return date.year - 1;
}

static void
set_year(const struct scan *scan, struct period *period, int year)
{
	if (year == 0) {
		period->yearless = true;
		period->unknown = !scan->today;
		year = scan->today ? infer_year(scan, period->from.month, period->from.day)
				   : 2000;
	}
	period->to.year = year + (period->to.year - period->from.year);
	period->from.year = year;
}

/* A day of a month: 5, 21st, "the third", twenty-first */
static size_t
day_at(const struct scan *scan, size_t at, int *day)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	*day = numeral_digits(lexemes, start, 1, 2);
	if (*day > 0 && *day <= 31) {
		if (is_operator(lexemes, start + 1, OP(ORDINAL)) &&
			!is_spaced(lexemes, start + 1))
			return start + 2;
		bool decimal =
			is_mark(lexemes, start + 1, '.') && is_glued_behind(lexemes, start + 1);
		if (decimal || is_glued_behind(lexemes, start))
			return 0;
		/* 3. September */
		if (writes_day_first(scan) && is_mark(lexemes, start + 1, '.') &&
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

static bool
joins_days(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at, OP(TO) | OP(DASH) | OP(UNTIL)) ||
	       (is_operator(lexemes, at, OP(AND)) && at < lexemes->count);
}

/* 9 January, the 5th of May 1995, 23rd to 26th Oct, 1-8 September */
static size_t
read_day_month(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int first, last, year = 0;
	size_t next = day_at(scan, at, &first), behind;
	if (next == 0)
		return 0;
	last = first;
	if (joins_days(lexemes, next) && (behind = day_at(scan, next + 1, &last)) > 0)
		next = behind;
	if (is_operator(lexemes, next, OP(OF)))
		next++;
	if (is_mark(lexemes, next, '.') && !is_spaced(lexemes, next))
		next++;
	if (!is_role(lexemes, next, ROLE_MONTH) || last < first)
		return 0;
	int month = entry_at(lexemes, next)->month;
	next++;
	if (is_mark(lexemes, next, '.') && !is_spaced(lexemes, next) &&
		token_len(lexemes, next - 1) < 5 && next + 1 < lexemes->count)
		next++;
	if (last > 31 || !calendar_valid((struct date){2000, month, last}))
		return 0;
	behind = year_behind(scan, next, &year);
	*period = period_days(
		(struct date){2000, month, first}, (struct date){2000, month, last});
	period->grain = first == last ? GRAIN_DAY : GRAIN_NONE;
	set_year(scan, period, behind ? year : 0);
	return behind ? behind : next;
}

/* Whether what stands behind a number makes it a count: "In June 12 people died" */
static bool
counts_something(const struct lexemes *lexemes, size_t at)
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

/* January 9, March 3rd 2015, July 13 to 15, October 14, 2024 */
static size_t
read_month_day(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int first, last, year = 0;
	size_t next = at + 1, behind;
	if (!is_role(lexemes, at, ROLE_MONTH))
		return 0;
	int month = entry_at(lexemes, at)->month;
	if (is_mark(lexemes, next, '.') || is_mark(lexemes, next, ',') ||
		(is_mark(lexemes, next, '-') && !is_spaced(lexemes, next)))
		next++;
	next = day_at(scan, next, &first);
	if (next == 0 || counts_something(lexemes, next) ||
		!calendar_valid((struct date){2000, month, first}))
		return 0;
	last = first;
	if (is_operator(lexemes, next, OP(TO) | OP(DASH)) &&
		(behind = day_at(scan, next + 1, &last)) > 0 && last > first &&
		calendar_valid((struct date){2000, month, last}) &&
		!counts_something(lexemes, behind))
		next = behind;
	else
		last = first;
	behind = year_behind(scan, next, &year);
	*period = period_days(
		(struct date){2000, month, first}, (struct date){2000, month, last});
	period->grain = first == last ? GRAIN_DAY : GRAIN_NONE;
	set_year(scan, period, behind ? year : 0);
	return behind ? behind : next;
}

/* May is a verb too: such a month stands behind a word that dates have before them. */
static bool
is_led_in(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at - 1,
		OP(IN) | OP(SINCE) | OP(UNTIL) | OP(BY) | OP(BEFORE) | OP(AFTER) | OP(FROM) |
			OP(TO) | OP(BETWEEN) | OP(LAST) | OP(NEXT) | OP(THIS) | OP(EARLY) |
			OP(MID) | OP(LATE) | OP(OF) | OP(ON) | OP(DASH) | OP(AND));
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
	if (is_mark(lexemes, next, '.') && token_len(lexemes, at) < 5 &&
		next + 1 < lexemes->count)
		next++;
	size_t behind = year_behind(scan, next, &year);
	if (!behind && is_operator(lexemes, next, OP(DASH)) && !is_spaced(lexemes, next) &&
		numeral_digits(lexemes, next + 1, 4, 4) > 0)
		behind = date_year(scan, next + 1, &year);
	if (!behind && entry->roles & ROLE_WORD && !lexeme_at(lexemes, at)->capital)
		return 0;
	if (!behind && !is_led_in(lexemes, at) &&
		(!lexeme_at(lexemes, at)->capital || entry->roles & ROLE_WORD ||
			(at == 0 && lexemes->count > 2)))
		return 0;
	if (!behind && token_len(lexemes, at) < 4 && !lexeme_at(lexemes, at)->capital &&
		!is_operator(lexemes, at - 1, OP(IN) | OP(THIS) | OP(LAST) | OP(NEXT)))
		return 0;
	*period = period_month(2000, entry->month);
	set_year(scan, period, behind ? year : 0);
	period->to.day = calendar_month_length(period->to.year, period->to.month);
	return behind ? behind : next;
}

/* Whether four digits that may be a year count something: 2000 soldiers, more than 1900 */
static bool
is_year_count(const struct lexemes *lexemes, size_t at, int year)
{
	size_t tokens;
	const struct entry *qualifier = phrase_before(lexemes, 0, at, ROLE_QUALIFIER, &tokens);
	size_t next = at + 1;
	if (phrase_at(lexemes, next, ROLE_SCALE | ROLE_UNIT | ROLE_CURRENCY, &tokens) ||
		phrase_exact(lexemes, next, ROLE_UNIT | ROLE_CURRENCY | ROLE_SUFFIX, &tokens))
		return true;
	bool noun = is_kind(lexemes, next, TOKEN_LETTERS) && is_spaced(lexemes, next) &&
		    !is_role(lexemes, next, ROLE_STOP) && !lexeme_at(lexemes, next)->capital;
	if (is_operator(lexemes, at - 1, OP(IN) | OP(SINCE) | OP(UNTIL) | OP(BY)))
		return noun && counts_something(lexemes, next) && year % 100 == 0;
	if (qualifier && qualifier->side & SIDE_BEFORE)
		return true;
	if (noun && is_operator(lexemes, at - 1, OP(THE)))
		return year % 100 == 0;
	return noun || is_operator(lexemes, next, OP(OF));
}

/* 2031, in 2014; 2019-20, 2014-2018 */
static size_t
read_year(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int year, last;
	if (numeral_digits(lexemes, at, 4, 4) < 1500 ||
		(at > 0 && is_glued_behind(lexemes, at - 1)))
		return 0;
	bool range = is_operator(lexemes, at + 1, OP(DASH)) && !is_spaced(lexemes, at + 1) &&
		     !is_spaced(lexemes, at + 2);
	int short_year = numeral_digits(lexemes, at + 2, 2, 2);
	year = numeral_digits(lexemes, at, 4, 4);
	if (range && year <= YEAR_MAX && !is_glued_behind(lexemes, at + 3) &&
		(short_year == (year + 1) % 100 || short_year > year % 100)) {
		last = year / 100 * 100 + short_year + (short_year == 0 ? 100 : 0);
		*period = period_days((struct date){year, 1, 1}, (struct date){last, 12, 31});
		return at + 3;
	}
	last = numeral_digits(lexemes, at + 2, 4, 4);
	if (range && last > year && last <= YEAR_MAX && !is_glued_behind(lexemes, at + 3)) {
		*period = period_days((struct date){year, 1, 1}, (struct date){last, 12, 31});
		return at + 3;
	}
	if (date_year(scan, at, &year) == 0 || is_year_count(lexemes, at, year))
		return 0;
	/* 2017 April */
	if (is_role(lexemes, at + 1, ROLE_MONTH) && !is_kind(lexemes, at + 2, TOKEN_DIGITS)) {
		*period = period_month(year, entry_at(lexemes, at + 1)->month);
		return at + 2;
	}
	*period = period_year(year);
	return at + 1;
}

/* the 1970s, the '90s, 1990s */
static size_t
read_decade(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	bool quoted =
		is_mark(lexemes, start, '\'') || slice_is(lexeme_lower(lexemes, start), "’");
	start += quoted;
	int year = numeral_digits(lexemes, start, 4, 4);
	if (year < 0 && (quoted || start > at))
		year = full_year(scan, numeral_digits(lexemes, start, 2, 2), 2);
	size_t next = start + 1;
	if (is_mark(lexemes, next, '\'') || slice_is(lexeme_lower(lexemes, next), "’"))
		next++;
	if (year < YEAR_MIN || year > YEAR_MAX || year % 10 != 0 || is_spaced(lexemes, next) ||
		!slice_is(lexeme_lower(lexemes, next), "s"))
		return 0;
	*period = period_around((struct date){year, 1, 1}, GRAIN_DECADE, 0);
	return next + 1;
}

/* 17th century, the twenty-first century */
static size_t
read_century(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	struct amount amount;
	uint64_t century;
	if (!amount_read(lexemes, start, 0, &amount) || amount.kind != AMOUNT_ORDINAL ||
		!decimal_whole(amount.value, &century) || century < 1 || century > 22)
		return 0;
	size_t next = amount.next + is_operator(lexemes, amount.next, OP(DASH));
	if (!is_operator(lexemes, next, OP(CENTURY)))
		return 0;
	*period = period_around((struct date){(int)century * 100, 1, 1}, GRAIN_CENTURY, 0);
	return next + 1;
}

static struct period
quarter_of(int year, int quarter)
{
	return period_around((struct date){year, quarter * 3, 1}, GRAIN_QUARTER, 0);
}

/* Q1 2019, q1 of 2017 */
static size_t
read_q(const struct lexemes *lexemes, size_t at, int *quarter)
{
	*quarter = numeral_digits(lexemes, at + 1, 1, 1);
	if (!slice_is(lexeme_lower(lexemes, at), "q") || is_spaced(lexemes, at + 1) ||
		*quarter < 1 || *quarter > 4)
		return 0;
	return at + 2;
}

/* Q1 2019; 2017 Q1; the fourth quarter of 2018; the first quarter */
static size_t
read_quarter(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int year = 0, quarter;
	size_t start = at + is_operator(lexemes, at, OP(THE)), next;
	if (numeral_digits(lexemes, start, 4, 4) >= YEAR_MIN) {
		year = numeral_digits(lexemes, start, 4, 4);
		start++;
		start += is_operator(lexemes, start, OP(DASH));
		next = read_q(lexemes, start, &quarter);
		if (next == 0)
			return 0;
		*period = quarter_of(year, quarter);
		return next;
	}
	next = read_q(lexemes, start, &quarter);
	if (next == 0) {
		struct amount amount;
		uint64_t value;
		if (!amount_read(lexemes, start, 0, &amount) || amount.kind != AMOUNT_ORDINAL ||
			!decimal_whole(amount.value, &value) || value < 1 || value > 4 ||
			!is_operator(lexemes, amount.next, OP(QUARTER)))
			return 0;
		quarter = (int)value;
		next = amount.next + 1;
	}
	size_t behind = year_behind(scan, next, &year);
	if (behind == 0 && !scan->today)
		year = 2000;
	else if (behind == 0)
		year = scan->today->year -
		       (quarter * 3 - 2 > scan->today->month && !scan->future);
	*period = quarter_of(year, quarter);
	period->unknown = behind == 0 && !scan->today;
	return behind ? behind : next;
}

/* Christmas, New Year's Eve 2020 */
static size_t
read_festival(const struct scan *scan, size_t at, struct period *period)
{
	size_t tokens;
	int year = 0;
	const struct entry *entry = phrase_at(scan->lexemes, at, ROLE_FESTIVAL, &tokens);
	if (!entry || entry->festival.len != 5)
		return 0;
	const char *text = entry->festival.data;
	struct date date = {2000, (text[0] - '0') * 10 + text[1] - '0',
		(text[3] - '0') * 10 + text[4] - '0'};
	size_t next = at + tokens;
	size_t behind = year_behind(scan, next, &year);
	*period = period_days(date, date);
	period->grain = GRAIN_DAY;
	set_year(scan, period, behind ? year : 0);
	return behind ? behind : next;
}

size_t
absolute_read(const struct scan *scan, size_t at, struct period *period)
{
	enum {
		DAYS = ROLE_CARDINAL | ROLE_ORDINAL,
	};
	static const struct rule rules[] = {
		{true, 0, 0, read_iso},
		{true, 0, 0, read_numeric},
		{true, 0, 0, read_month_slash_day},
		{true, DAYS, OP(THE), read_day_month},
		{false, ROLE_MONTH, 0, read_month_day},
		{false, ROLE_MONTH, 0, read_month},
		{true, DAYS, OP(THE) | OP(QUARTER), read_quarter},
		{true, 0, OP(THE) | OP(QUOTE), read_decade},
		{true, DAYS, OP(THE), read_century},
		{false, ROLE_FESTIVAL, 0, read_festival},
		{true, 0, 0, read_year},
	};
	return RULES_LONGEST(rules, scan, at, period);
}
