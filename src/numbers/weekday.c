#include "amount.h"
#include "relative.h"
#include "tense.h"

static struct date
weekday_near(const struct scan *scan, int weekday, bool future)
{
	int now = calendar_weekday(*scan->today);
	int back = (now - weekday + 7) % 7;
	if (future && back > 0)
		return calendar_add_days(*scan->today, 7 - back);
	return calendar_add_days(*scan->today, -back);
}

static struct period
weekday_of_week(const struct scan *scan, int weekday, long offset)
{
	if (!scan->today)
		return relative_unknown();
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
size_t
weekday_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int direction = 0;
	size_t next = relative_pointer(lexemes, at, &direction);
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
	size_t week = relative_read_pointed(scan, of, period);
	if (!pointed && week > 0 && period->grain == GRAIN_WEEK) {
		struct date date = calendar_add_days(period->from, weekday - 1);
		bool unknown = period->unknown;
		*period = period_around(date, GRAIN_DAY, 0);
		period->unknown = unknown;
		return week;
	}
	/* they WILL meet this Monday: the one to come */
	bool future = tense_of(lexemes, at) == TENSE_FUTURE;
	bool coming = direction == 0 && future;
	if (pointed && !(coming && scan->today))
		*period = weekday_of_week(scan, weekday, direction);
	else if (scan->today)
		*period = period_around(weekday_near(scan, weekday, future), GRAIN_DAY, 0);
	else
		*period = relative_unknown();
	return next;
}

/* next week Monday */
size_t
weekday_read_of_week(const struct scan *scan, size_t at, struct period *period)
{
	size_t next = relative_read_pointed(scan, at, period);
	int weekday = next ? weekday_at(scan->lexemes, next) : 0;
	if (weekday == 0 || period->grain != GRAIN_WEEK)
		return 0;
	bool unknown = period->unknown;
	*period = period_around(calendar_add_days(period->from, weekday - 1), GRAIN_DAY, 0);
	period->unknown = unknown;
	return next + 1;
}
