/*
 * Stretches told by their length and by one of their ends: the year to March, the three months
 * ended June 30, the week beginning 6 May, the year to date.
 */
#include "absolute.h"
#include "amount.h"
#include "relative.h"

/* How long it is: WEEK, THREE MONTHS, 12-month period; the token behind it, 0: nothing says so.
 */
static size_t
read_length(const struct lexemes *lexemes, size_t at, enum grain *grain, long *count)
{
	struct amount amount;
	uint64_t value;
	size_t next = at;
	*count = 1;
	if (amount_read(lexemes, at, AMOUNT_NO_AND, &amount)) {
		if (amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &value) ||
			value < 1 || value > 1000)
			return 0;
		*count = (long)value;
		next = amount.next + is_hyphen(lexemes, amount.next);
	}
	size_t tokens = date_grain(lexemes, next, grain);
	return tokens ? next + tokens : 0;
}

/* The date that one of its ends is. */
static size_t
read_end(const struct scan *scan, size_t at, struct period *end)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (is_operator(lexemes, at, OP(NOW))) {
		*end = relative_around(scan, GRAIN_DAY, 0);
		return at + 1;
	}
	size_t next = date_read_part(scan, at, end);
	if (next == 0)
		next = date_read_plain(
			scan, at + is_operator(lexemes, at, OP(ON) | OP(IN) | OP(THE)), end);
	return next > 0 && end->dated ? next : 0;
}

/*
 * Which end is told behind the length: -1 its last day, 1 its first one, 0 none. "To" needs an
 * article before: "it took two years to May".
 */
static int
side_of(const struct lexemes *lexemes, size_t at, size_t start)
{
	uint64_t operators = entry_at(lexemes, at)->operators;
	if (operators & OP(ENDED))
		return -1;
	if (operators & OP(STARTING))
		return 1;
	bool led = is_operator(lexemes, start - 1, OP(THE)) ||
		   is_operator(lexemes, at + 1, OP(NOW));
	return operators & OP(TO) && led ? -1 : 0;
}

size_t
length_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period end;
	enum grain grain;
	long count;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	size_t next = read_length(lexemes, start, &grain, &count);
	int side = next ? side_of(lexemes, next, start) : 0;
	size_t behind = side ? read_end(scan, next + 1, &end) : 0;
	if (behind == 0)
		return 0;
	if (is_operator(lexemes, next + 1, OP(NOW))) {
		*period = relative_around(scan, grain, 0);
		period->to = end.to;
	} else if (side < 0) {
		struct date after = calendar_add_days(end.to, 1);
		*period = period_days(relative_move(after, grain, -count), end.to);
	} else {
		struct date after = relative_move(end.from, grain, count);
		*period = period_days(end.from, calendar_add_days(after, -1));
	}
	period->unknown = end.unknown;
	return behind;
}
