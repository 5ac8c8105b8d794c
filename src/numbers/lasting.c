#include "lasting.h"

#include "moment.h"
#include "qualify.h"
#include "quantity.h"
#include "relative.h"

/* The whole number of minutes or days that a length has; false where it has none. */
static bool
length_in(const struct number *length, unsigned seconds, long *count)
{
	struct decimal factor;
	uint64_t whole;
	if (!decimal_read(length->unit->factor, &factor))
		return false;
	struct decimal units =
		decimal_divide(decimal_multiply(length->low, factor), decimal_of(seconds));
	if (!decimal_whole(units, &whole) || whole == 0 || whole > 10000000)
		return false;
	*count = (long)whole;
	return true;
}

static bool
is_hours(const struct number *length)
{
	return slice_is(length->unit->symbol, "h") || slice_is(length->unit->symbol, "min");
}

/* Lengthens a moment with a time of day; one of no day must end on the same. */
static bool
last_minutes(struct period *period, const struct number *length)
{
	long minutes;
	if (!length_in(length, 60, &minutes))
		return false;
	long end = period->start + minutes;
	if (!period->dated && end >= MINUTES_OF_DAY)
		return false;
	if (period->dated)
		period->to = calendar_add_days(period->from, end / MINUTES_OF_DAY);
	period->end = (int)(end % MINUTES_OF_DAY);
	return true;
}

/* Lengthens a day: its last day is the one before it would begin anew. */
static bool
last_days(struct period *period, const struct number *length)
{
	long days;
	if (!slice_is(length->unit->symbol, "d") && !slice_is(length->unit->symbol, "wk"))
		return false;
	if (!length_in(length, 24 * 60 * 60, &days))
		return false;
	period->to = calendar_add_days(period->from, days - 1);
	return true;
}

/* A length alone: "more than three hours from 10 am" ends who knows when. */
static bool
read_length(const struct scan *scan, size_t at, struct number *length)
{
	size_t tokens;
	const struct lexemes *lexemes = scan->lexemes;
	return !qualifier_before(lexemes, scan->floor, at, &tokens) &&
	       quantity_read(lexemes, at, 0, length) && length->kind == NUMBER_DURATION &&
	       length->qualifier == QUALIFIER_EXACT && length->unit->symbol.len > 0;
}

/*
 * Without a comma "three days from 2 June" is a distance; so is "two days from 10 am". A time
 * of day that is a stretch itself is no beginning.
 */
size_t
lasting_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct number length;
	if (!(lexemes->leads & (OP(FROM) | OP(STARTING))) || !read_length(scan, at, &length))
		return 0;
	bool comma = is_mark(lexemes, length.next, ',');
	size_t start = length.next + comma;
	bool starting = is_operator(lexemes, start, OP(STARTING));
	if (!starting && !is_operator(lexemes, start, OP(FROM)))
		return 0;
	start += 1 + (starting && is_operator(lexemes, start + 1, OP(ON) | OP(AT) | OP(FROM)));
	size_t next = moment_read(scan, start, false, period);
	if (next == 0 || (period->dated && period->grain != GRAIN_DAY))
		return 0;
	if (period->timed ? period->start != period->end || !(starting || is_hours(&length))
			  : !comma)
		return 0;
	bool lasts = period->timed ? last_minutes(period, &length) : last_days(period, &length);
	period->grain = GRAIN_NONE;
	return lasts ? next : 0;
}

size_t
lasting_read_behind(const struct scan *scan, size_t next, struct period *period)
{
	struct number length;
	if (!period->timed || period->start != period->end || period->no_from ||
		period->no_to || !is_operator(scan->lexemes, next, OP(FOR)) ||
		!read_length(scan, next + 1, &length) || !is_hours(&length) ||
		!last_minutes(period, &length))
		return next;
	period->grain = GRAIN_NONE;
	return length.next;
}
