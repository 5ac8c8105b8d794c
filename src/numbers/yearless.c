/*
 * The year of a date: told behind it, or the one that the document's date and the tense of the
 * clause suggest.
 */
#include "absolute.h"
#include "numeral.h"
#include "relative.h"
#include "tense.h"

enum {
	SOON = 60,   /* days within which a date without a year is taken to come */
	FAR = 300,   /* and where the clause speaks of what will be, */
	RECENT = 65, /* unless it has only just been */
};

/* The year behind a day or a month: ", 2024", "of 1992", "in 2020" */
size_t
date_year_behind(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at;
	if (is_mark(lexemes, start, ',') || is_operator(lexemes, start, OP(OF) | OP(IN)))
		start++;
	size_t next = date_year(scan, start, year);
	if (next == 0)
		return relative_year(scan, start, is_operator(lexemes, at, OP(IN)), year);
	/* "On 1 May 2000 people marched" is unlikely, "in May, 2000 men" is not */
	if (start > at && !is_operator(lexemes, at, OP(OF) | OP(IN)) &&
		is_kind(lexemes, next, TOKEN_LETTERS) && !is_role(lexemes, next, ROLE_STOP) &&
		*year % 100 == 0)
		return 0;
	return next;
}

/*
 * The year that a date (a month: day 0) without one is of: the last that is not after the
 * document's date, or the next where it is near or the clause speaks of the future.
 */
static int
infer_year(const struct scan *scan, size_t at, int month, int day)
{
	struct date date = {scan->today->year, month, day > 0 ? day : 1};
	enum tense tense = tense_of(scan->lexemes, at);
	long now = calendar_days(*scan->today);
	long then = calendar_days(date);
	long soon = day > 0 && tense != TENSE_PAST ? SOON : 0;
	if (then > now + (tense == TENSE_FUTURE ? FAR : soon))
		return date.year - 1;
	long past = now - then;
	date.year++;
	then = calendar_days(date);
	if (tense == TENSE_FUTURE ? past > RECENT : then <= now + soon)
		return date.year;
	return date.year - 1;
}

/* The same where it is a day that the year has: 29 February. */
static int
infer_leap_year(const struct scan *scan, size_t at, int month, int day)
{
	struct date date = {infer_year(scan, at, month, day), month, day > 0 ? day : 1};
	int step = date.year < scan->today->year ? -1 : 1;
	for (int years = 0; years < 8 && !calendar_valid(date); years++)
		date.year += step;
	return date.year;
}

void
date_set_year(const struct scan *scan, size_t at, struct period *period, int year)
{
	if (year == 0) {
		period->yearless = true;
		period->unknown = !scan->today;
		int day = period->grain == GRAIN_MONTH ? 0 : period->from.day;
		year = scan->today ? infer_leap_year(scan, at, period->from.month, day) : 2000;
	}
	period->to.year = year + (period->to.year - period->from.year);
	period->from.year = year;
}

/* 3 May 21: two digits that end the sentence count nothing */
size_t
date_short_year_behind(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	int digits = numeral_digits(lexemes, at, 2, 2);
	bool ends = at + 1 >= lexemes->count ||
		    (at + 2 == lexemes->count && is_mark(lexemes, at + 1, '.'));
	if (digits < 0 || !ends)
		return 0;
	*year = date_full_year(scan, digits, 2);
	return at + 1;
}
