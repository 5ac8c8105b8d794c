/*
 * Feasts and holidays: on a day of the year, so many days from Easter, or the nth of a weekday
 * in a month.
 */
#include "absolute.h"
#include "phrase.h"
#include "relative.h"

/* 11/4/4+1: the day behind the fourth Thursday of November; 05/9/1: its last Monday */
static struct date
nth_weekday(struct slice text, int year)
{
	int month = festival_digits(text, 0), nth = text.data[3] - '0',
	    weekday = text.data[5] - '0';
	struct date first = {year, month, 1};
	int day = 1 + (weekday - calendar_weekday(first) + 7) % 7 + 7 * (nth - 1);
	while (day > calendar_month_length(year, month))
		day -= 7;
	first.day = day;
	return calendar_add_days(first, text.len > 7 ? text.data[7] - '0' : 0);
}

/* The forms of a date in the table: 12-25, -02 (from Easter), 11/4/4 */
static struct date
date_in(struct slice text, int year)
{
	if (text.len == 5)
		return (struct date){year, festival_digits(text, 0), festival_digits(text, 3)};
	if (text.len > 5)
		return nth_weekday(text, year);
	int days = festival_digits(text, 1);
	return calendar_add_days(calendar_easter(year), text.data[0] == '-' ? -days : days);
}

/* last Easter, next Christmas: the one before or behind the document's date; this: of its year
 */
static int
pointed_year(const struct scan *scan, struct slice text, int direction)
{
	int year = scan->today->year;
	long now = calendar_days(*scan->today), then = calendar_days(date_in(text, year));
	if (direction < 0)
		return year - (then >= now);
	return direction > 0 ? year + (then <= now) : year;
}

static size_t
year_of_festival(const struct scan *scan, size_t at, size_t next, struct slice text,
	struct period *period)
{
	int direction, year = scan->today ? scan->today->year : 2000;
	struct date usual = date_in(text, year);
	*period = period_days(usual, usual);
	period->grain = GRAIN_DAY;
	size_t behind = date_year_behind(scan, next, &year);
	if (behind == 0 && scan->today && relative_pointer(scan->lexemes, at, &direction) > 0)
		year = pointed_year(scan, text, direction);
	else if (behind == 0)
		year = 0;
	date_set_year(scan, at, period, year);
	return behind ? behind : next;
}

/* Christmas, New Year's Eve 2020, last Easter; the Easter weekend */
size_t
festival_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens;
	int direction;
	size_t start = relative_pointer(lexemes, at, &direction);
	if (start == 0)
		start = at;
	const struct entry *entry = phrase_at(lexemes, start, ROLE_FESTIVAL, &tokens);
	if (!entry)
		return 0;
	bool weekend = is_operator(lexemes, start + tokens, OP(WEEKEND));
	size_t next = year_of_festival(
		scan, at, start + tokens + weekend, entry->sense->festival, period);
	struct date date = date_in(entry->sense->festival, period->from.year);
	period->from = period->to = date;
	if (weekend) {
		bool unknown = period->unknown;
		/* Monday and Tuesday belong to the weekend before */
		*period = period_around(calendar_add_days(date, -2), GRAIN_WEEKEND, 0);
		period->unknown = unknown;
	}
	return next;
}
