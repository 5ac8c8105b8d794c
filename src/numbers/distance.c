#include "quantity.h"

#include "phrase.h"
#include "range.h"
#include "relative.h"
#include "tense.h"

/* A duration as so many of a calendar unit. */
static bool
whole_units(const struct unit *unit, struct decimal value, enum grain *grain, long *count)
{
	static const struct {
		const char *symbol;
		enum grain grain;
	} grains[] = {
		{"d", GRAIN_DAY}, {"wk", GRAIN_WEEK}, {"mo", GRAIN_MONTH}, {"a", GRAIN_YEAR}};
	uint64_t whole;
	*grain = GRAIN_NONE;
	for (size_t i = 0; i < sizeof grains / sizeof *grains; i++)
		if (slice_is(unit->symbol, grains[i].symbol))
			*grain = grains[i].grain;
	if (*grain == GRAIN_YEAR && !decimal_whole(value, &whole)) {
		value = decimal_multiply(value, decimal_of(12));
		*grain = GRAIN_MONTH;
	}
	if (*grain == GRAIN_NONE) { /* hours and less: the days that they make */
		struct decimal seconds;
		if (!decimal_read(unit->factor, &seconds))
			return false;
		value = decimal_divide(decimal_multiply(value, seconds), decimal_of(86400));
		*grain = GRAIN_DAY;
	}
	if (!decimal_whole(decimal_truncate(value), &whole))
		return false;
	*count = (long)whole;
	return whole < 1000000;
}

/*
 * "in two HOURS", where the document's time of day is known: that time so much further on.
 * False where the length has no hours, minutes or seconds, or the time is not known.
 */
static bool
move_clock(const struct scan *scan, const struct number *length, int direction,
	struct period *period)
{
	enum {
		DAYS = 1000
	};
	struct decimal seconds;
	uint64_t whole;
	const struct unit *unit = length->unit;
	if (scan->clock < 0 || !scan->today || !decimal_read(unit->factor, &seconds) ||
		!(slice_is(unit->symbol, "h") || slice_is(unit->symbol, "min") ||
			slice_is(unit->symbol, "s")))
		return false;
	struct decimal minutes =
		decimal_divide(decimal_multiply(length->low, seconds), decimal_of(60));
	if (!decimal_whole(decimal_truncate(minutes), &whole) || whole >= DAYS * MINUTES_OF_DAY)
		return false;
	long clock = scan->clock + direction * (long)whole + DAYS * MINUTES_OF_DAY;
	*period = period_around(
		calendar_add_days(*scan->today, clock / MINUTES_OF_DAY - DAYS), GRAIN_DAY, 0);
	period->timed = true;
	period->start = period->end = (int)(clock % MINUTES_OF_DAY);
	return true;
}

/* What a duration counts from: how many tokens, and which way. */
static size_t
read_anchor(const struct scan *scan, size_t at, struct period *anchor, int *direction)
{
	const struct lexemes *lexemes = scan->lexemes;
	*anchor = relative_around(scan, GRAIN_DAY, 0);
	if (is_operator(lexemes, at, OP(AGO))) {
		*direction = -1;
		return at + 1;
	}
	*direction = is_operator(lexemes, at, OP(BEFORE)) ? -1 : 1;
	if (is_operator(lexemes, at, OP(FROM)) && is_operator(lexemes, at, OP(NOW)))
		return at + 1; /* hence */
	if (is_operator(lexemes, at, OP(FROM)) && is_operator(lexemes, at + 1, OP(NOW)))
		return at + 2;
	if (!is_operator(lexemes, at, OP(BEFORE) | OP(AFTER) | OP(FROM)))
		return 0;
	struct period named;
	size_t next = absolute_read(scan, at + 1, &named);
	if (next == 0)
		next = relative_read_day(scan, at + 1, &named);
	if (next == 0)
		next = weekday_read(scan, at + 1, &named);
	if (next == 0)
		return 0;
	*anchor = named;
	return next;
}

/* three weeks AGO, two days AFTER 12 January, a month FROM NOW, one to two years ago */
size_t
distance_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct number number;
	struct period anchor;
	enum grain grain;
	int direction;
	long low, high;
	if (!range_read(lexemes, at, at, &number) || number.kind != NUMBER_DURATION ||
		number.unit->symbol.len == 0)
		return 0;
	size_t next = read_anchor(scan, number.next, &anchor, &direction);
	if (next == 0 || !whole_units(number.unit, number.low, &grain, &low) ||
		!whole_units(number.unit, number.high, &grain, &high))
		return 0;
	bool now = is_operator(lexemes, next - 1, OP(AGO) | OP(NOW));
	if (now && decimal_compare(number.low, number.high) == 0 &&
		move_clock(scan, &number, direction, period)) {
		period->about = number.qualifier == QUALIFIER_ABOUT;
		return next;
	}
	struct date near = direction < 0 ? anchor.from : anchor.to;
	struct date a = relative_move(near, grain, direction * low);
	struct date b = relative_move(near, grain, direction * high);
	/* "39,000 years ago" is before the calendar */
	if (!calendar_valid(a) || !calendar_valid(b))
		return 0;
	*period = direction < 0 ? period_days(b, a) : period_days(a, b);
	period->unknown = anchor.unknown;
	period->about = number.qualifier == QUALIFIER_ABOUT;
	return next;
}

/* HACE tres semanas, VOR drei Wochen */
size_t
distance_read_ago(const struct scan *scan, size_t at, struct period *period)
{
	size_t tokens;
	struct number number;
	enum grain grain;
	long low, high;
	if (!phrase_at(scan->lexemes, at, ROLE_AGO, &tokens))
		return 0;
	/* vor GUT zwei Wochen, hace UNAS dos semanas */
	size_t words, start = at + tokens;
	const struct entry *about = phrase_at(scan->lexemes, start, ROLE_QUALIFIER, &words);
	if (about && !(about->sense->side & SIDE_BEFORE))
		about = NULL;
	start += about ? words : 0;
	if (about && about->sense->qualifier == QUALIFIER_EXACT)
		about = NULL;
	if (!range_read(scan->lexemes, start, start, &number) ||
		number.kind != NUMBER_DURATION ||
		!whole_units(number.unit, number.low, &grain, &low) ||
		!whole_units(number.unit, number.high, &grain, &high))
		return 0;
	if (decimal_compare(number.low, number.high) == 0 &&
		move_clock(scan, &number, -1, period)) {
		period->about = about || number.qualifier == QUALIFIER_ABOUT;
		return number.next;
	}
	struct date today = relative_around(scan, GRAIN_DAY, 0).from;
	*period = period_days(
		relative_move(today, grain, -high), relative_move(today, grain, -low));
	period->unknown = !scan->today;
	period->about = about || number.qualifier == QUALIFIER_ABOUT;
	return number.next;
}

/* in two weeks' TIME: the mark behind the unit, and the word */
static bool
is_times_time(const struct lexemes *lexemes, size_t at)
{
	size_t s = at + 1;
	if (!is_operator(lexemes, at, OP(QUOTE)) || is_spaced(lexemes, at))
		return false;
	s += !is_spaced(lexemes, s) && slice_is(lexeme_lower(lexemes, s), "s");
	return is_operator(lexemes, s, OP(TIMES));
}

/* in two weeks, where the clause speaks of the future */
size_t
distance_read_in(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct number number;
	enum grain grain;
	long count;
	if (!is_operator(lexemes, at, OP(IN)) || at + 1 <= scan->floor)
		return 0;
	if (!quantity_read(lexemes, at + 1, 0, &number) || number.kind != NUMBER_DURATION ||
		!slice_equal(number.unit->dimension, SLICE("time")) ||
		!whole_units(number.unit, number.low, &grain, &count))
		return 0;
	int direction;
	struct period anchor;
	if (read_anchor(scan, number.next, &anchor, &direction) > 0)
		return 0; /* in TWO DAYS FROM today */
	if (!is_times_time(lexemes, number.next) && tense_of(lexemes, at) != TENSE_FUTURE)
		return 0;
	if (!scan->today) {
		*period = relative_unknown();
		return number.next;
	}
	if (!move_clock(scan, &number, 1, period)) {
		struct date date = relative_move(*scan->today, grain, count);
		*period = period_around(date, GRAIN_DAY, 0);
	}
	period->about = number.qualifier == QUALIFIER_ABOUT;
	return number.next;
}
