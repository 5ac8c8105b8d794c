/*
 * Months, seasons and weeks by last, this and next: last November, this winter, la semaine
 * dernière; the summer of 2019.
 */
#include "absolute.h"
#include "numeral.h"
#include "relative.h"

/* The last, this, or the next of a month. */
static struct period
pointed_month(const struct scan *scan, int month, int direction)
{
	if (!scan->today)
		return relative_unknown();
	int year = scan->today->year;
	if (direction < 0)
		year -= month >= scan->today->month;
	else if (direction > 0)
		year += month <= scan->today->month;
	return period_month(year, month);
}

static struct period
season_of(int year, int month)
{
	struct date first = {year, month, 1};
	struct date last = calendar_add_days(calendar_add_months(first, 3), -1);
	return period_days(first, last);
}

/* The one that the document's date is in or the next to come; the one before or behind. */
static struct period
pointed_season(const struct scan *scan, int month, int direction)
{
	if (!scan->today)
		return relative_unknown();
	int year = scan->today->year;
	long now = calendar_days(*scan->today);
	if (calendar_days(season_of(year - 1, month).to) >= now)
		year--;
	if (direction < 0)
		year -= calendar_days(season_of(year, month).to) >= now;
	else if (direction > 0)
		year += calendar_days(season_of(year, month).from) <= now;
	return season_of(year, month);
}

/* last November, this September */
size_t
season_read_month(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction;
	size_t next = relative_pointer(lexemes, at, &direction);
	if (next == 0 || !is_role(lexemes, next, ROLE_MONTH) ||
		(is_role(lexemes, next, ROLE_WORD) && !lexeme_at(lexemes, next)->capital))
		return 0;
	*period = pointed_month(scan, entry_at(lexemes, next)->sense->month, direction);
	return next + 1;
}

/* the summer of 2019, the winter of 2022-23, which begins in the first of them */
static size_t
read_year_of_season(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool joined = is_operator(lexemes, at + 1, OP(DASH)) || is_mark(lexemes, at + 1, '/');
	*year = numeral_digits(lexemes, at, 4, 4);
	if (*year > 0 && joined && !is_spaced(lexemes, at + 1) && !is_spaced(lexemes, at + 2) &&
		numeral_digits(lexemes, at + 2, 2, 4) ==
			(*year + 1) % (lexeme_len(lexemes, at + 2) > 2 ? 10000 : 100))
		return at + 3;
	size_t next = date_year(scan, at, year);
	return next ? next : relative_year(scan, at, false, year);
}

/* last summer, this winter, the summer of 2019 */
size_t
season_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction = 0, year = 0;
	size_t next = relative_pointer(lexemes, at, &direction);
	bool pointed = next > 0;
	next = pointed ? next : at;
	if (!is_role(lexemes, next, ROLE_SEASON))
		return 0;
	int month = entry_at(lexemes, next)->sense->season;
	next++;
	size_t of = next + (is_operator(lexemes, next, OP(OF)) || is_mark(lexemes, next, ','));
	size_t behind = pointed ? 0 : read_year_of_season(scan, of, &year);
	if (!pointed && !behind)
		return 0;
	*period = behind ? season_of(year, month) : pointed_season(scan, month, direction);
	return behind ? behind : next;
}

/* la semaine DERNIÈRE, el año PASADO, mars PROCHAIN */
size_t
season_read_pointed_behind(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction;
	enum grain grain;
	if (!lexemes->lexicon->pointers_behind)
		return 0;
	size_t next = at + is_operator(lexemes, at, OP(THE));
	size_t tokens = date_grain(lexemes, next, &grain);
	if (tokens > 0 && grain > GRAIN_DAY) {
		next = relative_pointer(lexemes, next + tokens, &direction);
		if (next == 0 || direction == 0)
			return 0;
		*period = relative_around(scan, grain, direction);
		return next;
	}
	bool month = is_role(lexemes, next, ROLE_MONTH);
	if (!month && !is_role(lexemes, next, ROLE_SEASON))
		return 0;
	int number = month ? entry_at(lexemes, next)->sense->month
			   : entry_at(lexemes, next)->sense->season;
	next = relative_pointer(lexemes, next + 1, &direction);
	if (next == 0 || direction == 0)
		return 0;
	*period = month ? pointed_month(scan, number, direction)
			: pointed_season(scan, number, direction);
	return next;
}
