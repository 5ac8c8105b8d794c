/*
 * Days of a month that is told by its distance, or not at all: the 21st of this month, 4-23 of
 * next month, on the 18th.
 */
#include "absolute.h"
#include "amount.h"
#include "relative.h"
#include "tense.h"

/* The day of this month, or of that before it; of the next where it is one to come. */
static bool
take_day(const struct scan *scan, size_t at, int day, struct period *period)
{
	*period = relative_unknown();
	if (!scan->today)
		return true;
	struct date date = {scan->today->year, scan->today->month, 1};
	bool future = tense_of(scan->lexemes, at) == TENSE_FUTURE;
	if (day > scan->today->day && !future)
		date = calendar_add_months(date, -1);
	else if (day < scan->today->day && future)
		date = calendar_add_months(date, 1);
	date.day = day;
	if (!calendar_valid(date))
		return false;
	*period = period_around(date, GRAIN_DAY, 0);
	return true;
}

/* on THE 18TH, the week of THE 18TH */
size_t
monthday_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct amount amount;
	enum grain grain;
	uint64_t day;
	bool of = is_operator(lexemes, at - 1, OP(OF)) &&
		  date_grain(lexemes, at - 2, &grain) > 0 && grain == GRAIN_WEEK;
	if ((!of && !is_operator(lexemes, at - 1, OP(ON))) ||
		!is_operator(lexemes, at, OP(THE)) || !is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
		!amount_read(lexemes, at + 1, 0, &amount) || amount.kind != AMOUNT_ORDINAL ||
		!decimal_whole(amount.value, &day) || day < 1 || day > 31 ||
		(is_kind(lexemes, amount.next, TOKEN_LETTERS) &&
			!is_role(lexemes, amount.next, ROLE_STOP)))
		return 0;
	return take_day(scan, at, (int)day, period) ? amount.next : 0;
}

/* The month behind a day: OF THIS MONTH; the token behind it, 0: none is there. */
static size_t
read_month(const struct scan *scan, size_t at, struct period *month)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t start = at + is_operator(lexemes, at, OP(OF) | OP(IN));
	size_t next = relative_read_pointed(scan, start, month);
	return next > 0 && (month->grain == GRAIN_MONTH || month->unknown) ? next : 0;
}

/* the 21st of this month, 5-9 of next month, the first of last month */
size_t
monthday_read_pointed(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period month;
	int first, last;
	size_t next = date_day(scan, at, &first), behind;
	if (next == 0)
		return 0;
	last = first;
	if (is_operator(lexemes, next, OP(TO) | OP(DASH)) &&
		(behind = date_day(scan, next + 1, &last)) > 0)
		next = behind;
	size_t end = read_month(scan, next, &month);
	if (end == 0 || last < first ||
		last > calendar_month_length(month.to.year, month.to.month))
		return 0;
	*period = month;
	period->from.day = first;
	period->to.day = last;
	period->grain = first == last ? GRAIN_DAY : GRAIN_NONE;
	return end;
}
