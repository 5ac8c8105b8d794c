#include "absolute.h"
#include "numeral.h"

/* A separator of a date in digits, glued on both sides. */
static bool
is_separator(const struct lexemes *lexemes, size_t at, char mark)
{
	return is_mark(lexemes, at, mark) && !is_spaced(lexemes, at) &&
	       !is_spaced(lexemes, at + 1);
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
	return is_role(lexemes, at, ROLE_MONTH) ? entry_at(lexemes, at)->sense->month
						: numeral_digits(lexemes, at, 1, 2);
}

/* 2024-11-05, 2024/11/5, 2020/Sep/23; 2024-11; 2019-Q1 is a quarter, 2019-20 a range */
size_t
numeric_read_iso(const struct scan *scan, size_t at, struct period *period)
{
	static const char marks[] = "-/.";
	const struct lexemes *lexemes = scan->lexemes;
	int year = numeral_digits(lexemes, at, 4, 4);
	if (year < DATE_YEAR_MIN || year > DATE_YEAR_MAX)
		return 0;
	for (const char *mark = marks; *mark; mark++) {
		if (!is_separator(lexemes, at + 1, *mark))
			continue;
		int month = month_at(lexemes, at + 2);
		int day = numeral_digits(lexemes, at + 4, 1, 2);
		if (is_separator(lexemes, at + 3, *mark) && day > 0)
			return take_day((struct date){year, month, day}, at + 5, period);
		if (*mark == '.' || numeral_digits(lexemes, at + 2, 2, 2) < 1 || month > 12 ||
			date_glued(lexemes, at + 3))
			return 0;
		*period = period_month(year, month);
		return at + 3;
	}
	return 0;
}

/* 20241105: of eight digits that are a date and count nothing */
size_t
numeric_read_compact(const struct scan *scan, size_t at, struct period *period)
{
	int digits = numeral_digits(scan->lexemes, at, 8, 8);
	struct date date = {digits / 10000, digits / 100 % 100, digits % 100};
	if (digits < 0 || date.year < 1900 || date.year > 2099 ||
		date_counts(scan->lexemes, at + 1) ||
		(is_kind(scan->lexemes, at + 1, TOKEN_LETTERS) &&
			!is_role(scan->lexemes, at + 1, ROLE_STOP)))
		return 0;
	return take_day(date, at + 1, period);
}

/* Day and month in the order that makes a date; the language's own order where both do. */
static bool
order(const struct scan *scan, int first, int second, int year, struct date *date)
{
	struct date month_first = {year, first, second}, day_first = {year, second, first};
	bool swap = date_day_first(scan) || !calendar_valid(month_first);
	*date = swap && calendar_valid(day_first) ? day_first : month_first;
	return calendar_valid(*date);
}

/* 5/17/2018, 30.04.2022, 02-02-2020, 05-Aug-2016; 12-2015 */
size_t
numeric_read(const struct scan *scan, size_t at, struct period *period)
{
	static const char marks[] = "/.-";
	const struct lexemes *lexemes = scan->lexemes;
	struct date date;
	int first = numeral_digits(lexemes, at, 1, 2);
	if (first < 1 || (at > 0 && date_glued(lexemes, at - 1)))
		return 0;
	for (const char *mark = marks; *mark; mark++) {
		if (!is_separator(lexemes, at + 1, *mark))
			continue;
		int second = month_at(lexemes, at + 2);
		bool named = is_role(lexemes, at + 2, ROLE_MONTH);
		int year = numeral_digits(lexemes, at + 4, 2, 4);
		size_t digits = lexeme_len(lexemes, at + 4);
		if (is_separator(lexemes, at + 3, *mark) && year >= 0 && digits != 3 &&
			!date_glued(lexemes, at + 5)) {
			if (*mark == '.' && digits == 2)
				return 0;
			year = date_full_year(scan, year, digits);
			if (named)
				return take_day(
					(struct date){year, second, first}, at + 5, period);
			return order(scan, first, second, year, &date)
				       ? take_day(date, at + 5, period)
				       : 0;
		}
		year = numeral_digits(lexemes, at + 2, 4, 4);
		if (*mark != '.' && first <= 12 && year >= DATE_YEAR_MIN &&
			year <= DATE_YEAR_MAX && !date_glued(lexemes, at + 3)) {
			*period = period_month(year, first);
			return at + 3;
		}
	}
	return 0;
}

/* am 3.5. war, am 3. 5. 2024: points behind the day and the month, in languages that have
 * commas */
size_t
numeric_read_points(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int day = numeral_digits(lexemes, at, 1, 2),
	    month = numeral_digits(lexemes, at + 2, 1, 2);
	if (!lexemes->lexicon->decimal_comma || !date_day_first(scan) || day < 1 || month < 1 ||
		month > 12 || !is_mark(lexemes, at + 1, '.') || is_spaced(lexemes, at + 1) ||
		!is_mark(lexemes, at + 3, '.') || is_spaced(lexemes, at + 3) ||
		(at > 0 && date_glued(lexemes, at - 1)))
		return 0;
	int year = numeral_digits(lexemes, at + 4, 4, 4);
	if (year >= DATE_YEAR_MIN && year <= DATE_YEAR_MAX)
		return take_day((struct date){year, month, day}, at + 5, period);
	bool led = is_operator(lexemes, at - 1, OP(ON) | OP(THE) | OP(FROM) | OP(SINCE));
	if (!led || is_kind(lexemes, at + 4, TOKEN_DIGITS) || at + 4 >= lexemes->count ||
		!calendar_valid((struct date){2000, month, day}))
		return 0;
	*period = period_around((struct date){2000, month, day}, GRAIN_DAY, 0);
	date_set_year(scan, at, period, 0);
	return at + 4;
}

/* 5/1-5/7/2020, 5/1-5/7, 2020: two dates without years and the year behind both */
size_t
numeric_read_slash_range(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int part[4], year = 0;
	for (size_t i = 0; i < 4; i++) {
		part[i] = numeral_digits(lexemes, at + 2 * i, 1, 2);
		if (part[i] < 1 ||
			(i < 3 && !is_separator(lexemes, at + 2 * i + 1, i == 1 ? '-' : '/')))
			return 0;
	}
	struct date from, to;
	size_t next = at + 7, behind;
	if (is_separator(lexemes, next, '/') && numeral_digits(lexemes, next + 1, 4, 4) > 0) {
		year = numeral_digits(lexemes, next + 1, 4, 4);
		next += 2;
	} else if ((behind = date_year_behind(scan, next, &year)) > 0) {
		next = behind;
	} else {
		return 0;
	}
	if (!order(scan, part[0], part[1], year, &from) ||
		!order(scan, part[2], part[3], year, &to) ||
		calendar_days(from) > calendar_days(to))
		return 0;
	*period = period_days(from, to);
	return next;
}

/* 2/29, 11/20: digits that make no usual fraction, or stand where a date does */
size_t
numeric_read_slash(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int first = numeral_digits(lexemes, at, 1, 2),
	    second = numeral_digits(lexemes, at + 2, 1, 2);
	struct date date;
	if (first < 1 || second < 1 || !is_separator(lexemes, at + 1, '/') ||
		date_glued(lexemes, at + 3) || (at > 0 && date_glued(lexemes, at - 1)))
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
