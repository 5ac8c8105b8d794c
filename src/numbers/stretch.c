#include "stretch.h"

#include "clock.h"
#include "moment.h"

/* The tokens that join the ends of a stretch; 0 where none do. */
static size_t
read_join(const struct lexemes *lexemes, size_t at, bool between)
{
	if (is_operator(lexemes, at, OP(TO) | OP(UNTIL) | OP(DASH)))
		return 1;
	return between && is_operator(lexemes, at, OP(AND));
}

/* The end takes the day of the beginning where it names none, and the other way round. */
static bool
join(struct period *period, struct period *end)
{
	if (period->timed != end->timed || period->no_from || end->no_from)
		return false;
	if (!period->dated && end->dated) {
		period->dated = true;
		period->from = end->from;
		period->unknown = end->unknown;
	} else if (period->dated && !end->dated) {
		end->dated = true;
		end->to = period->to;
	} else if (period->yearless && !end->yearless && period->dated) {
		int years = period->to.year - period->from.year;
		period->from.year = end->from.year - years;
		if (calendar_days(period->from) > calendar_days(end->to))
			period->from.year--;
		period->unknown = end->unknown;
	} else if (end->yearless && !period->yearless) {
		end->to.year = period->to.year;
	} else if (period->yearless && calendar_days(period->from) > calendar_days(end->to)) {
		period->from.year--;
	}
	if (period->dated && !period->yearless && end->grain == GRAIN_DAY &&
		calendar_days(end->to) < calendar_days(period->from) &&
		calendar_days(period->from) - calendar_days(end->to) < 7)
		end->to = calendar_add_days(end->to, 7); /* next Monday to Friday */
	if (period->timed && period->hour_unsure && !end->hour_unsure &&
		end->end - MINUTES_OF_DAY / 2 >= period->start)
		clock_afternoon(period);
	if (period->dated && calendar_days(end->to) < calendar_days(period->from) &&
		!period->unknown && !end->unknown)
		return false;
	period->to = end->to;
	period->end = end->end;
	period->unknown = period->unknown || end->unknown;
	period->grain = GRAIN_NONE;
	return true;
}

/* Tuesday FROM 7 to 7:30, tomorrow between 9 and 11 */
static size_t
read_times_behind(const struct scan *scan, size_t at, struct period *period)
{
	struct period times;
	if (!period->dated || period->grain != GRAIN_DAY ||
		!is_operator(scan->lexemes, at, OP(FROM) | OP(BETWEEN)))
		return 0;
	size_t next = stretch_read(scan, at + 1, true, &times);
	if (next == 0 || times.dated || times.start == times.end)
		return 0;
	if (period->timed && period->start >= MINUTES_OF_DAY / 2) {
		clock_afternoon(&times);
	}
	period->timed = true;
	period->start = times.start;
	period->end = times.end;
	return next;
}

size_t
stretch_read(const struct scan *scan, size_t at, bool hour, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t lead = at - is_operator(lexemes, at - 1, OP(THE));
	bool between = is_operator(lexemes, lead - 1, OP(BETWEEN));
	bool led = between || is_operator(lexemes, at - 1, OP(FROM) | OP(AT));
	size_t next = moment_read(scan, at, false, period);
	bool bare = next == 0;
	if (bare)
		next = clock_hour(scan, at, hour || led, period);
	if (next == 0)
		return 0;
	size_t times = bare ? 0 : read_times_behind(scan, next, period);
	if (times > 0)
		return times;
	size_t join_tokens = read_join(lexemes, next, between);
	if (join_tokens == 0)
		return bare ? 0 : next;
	struct period end;
	size_t behind = next + join_tokens;
	behind += is_operator(lexemes, behind, OP(THE)) &&
		  !is_operator(lexemes, behind, OP(THIS));
	size_t last = moment_read(scan, behind, (led || hour) && period->timed, &end);
	if (last == 0 || (bare && !end.timed) || (bare && end.hour_unsure && !end.dated))
		return bare ? 0 : next;
	if (!join(period, &end))
		return bare ? 0 : next;
	return last;
}
