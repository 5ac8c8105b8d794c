#include "stretch.h"

#include "clock.h"
#include "moment.h"
#include "numeral.h"
#include "phrase.h"
#include "tense.h"

/* The tokens that join the ends of a stretch; 0 where none do. */
static size_t
read_join(const struct lexemes *lexemes, size_t at, bool between)
{
	size_t tokens = operator_phrase(lexemes, at, OP(TO) | OP(UNTIL) | OP(DASH));
	if (tokens > 0)
		return tokens; /* 3 TOT EN MET 5 mei */
	/* 2021-05-01 12:00/2021-05-02 18:00 */
	if (is_mark(lexemes, at, '/') && numeral_digits(lexemes, at + 1, 4, 4) > 0)
		return 1;
	return between && is_operator(lexemes, at, OP(AND));
}

/* One end takes the day, or the year, of the other where it names none. */
static void
share_date(struct period *period, struct period *end)
{
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
}

/* next Monday to FRIDAY: the one that comes behind the beginning */
static void
move_weekday(const struct period *period, struct period *end)
{
	long back = calendar_days(period->from) - calendar_days(end->to);
	if (period->dated && !period->yearless && end->grain == GRAIN_DAY && back > 0 &&
		back < 7)
		end->to = calendar_add_days(end->to, 7);
}

/* 7 to 9 PM: what is told of the end holds for the beginning. */
static void
share_half(struct period *period, const struct period *end)
{
	bool told = end->half_told || end->dated;
	if (period->timed && period->hour_unsure && told && !end->hour_unsure &&
		end->end - MINUTES_OF_DAY / 2 > period->start)
		clock_afternoon(period);
}

static bool
join(struct period *period, struct period *end)
{
	if (period->timed != end->timed || period->no_from || end->no_from)
		return false;
	share_date(period, end);
	move_weekday(period, end);
	share_half(period, end);
	if (period->dated && calendar_days(end->to) < calendar_days(period->from) &&
		!period->unknown && !end->unknown)
		return false;
	period->to = end->to;
	period->end = end->end;
	period->unknown = period->unknown || end->unknown;
	period->grain = GRAIN_NONE;
	return true;
}

/* What begins a stretch: a moment, or an hour alone. */
struct beginning {
	size_t next;
	bool between; /* behind that word, so that "and" joins */
	bool led;     /* behind a word that a time may follow */
	bool bare;    /* an hour alone */
};

static bool
read_beginning(const struct scan *scan, size_t at, bool hour, struct beginning *beginning,
	struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t lead = at - is_operator(lexemes, at - 1, OP(THE));
	beginning->between = is_operator(lexemes, lead - 1, OP(BETWEEN));
	beginning->led =
		beginning->between || hour || is_operator(lexemes, at - 1, OP(FROM) | OP(AT));
	beginning->next = moment_read(scan, at, false, period);
	beginning->bare = beginning->next == 0;
	if (beginning->bare)
		beginning->next = clock_hour(scan, at, beginning->led, period);
	return beginning->next > 0;
}

/*
 * Whether an hour alone and this end are times, not numbers: one is surely a time, or they are
 * led in and one has minutes (from 7 to 9:30); `hour`: bare hours may stand there.
 */
static bool
are_times(const struct beginning *beginning, const struct period *end, bool hour)
{
	if (!end->timed)
		return false;
	if (!end->hour_unsure || end->dated)
		return true;
	return beginning->led && (hour || !end->hour_bare);
}

/* The second end, which stands behind what joins it to the first. */
static size_t
read_end(const struct scan *scan, const struct beginning *beginning, bool hour,
	struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t join_tokens = read_join(lexemes, beginning->next, beginning->between);
	if (join_tokens == 0)
		return 0;
	struct period end;
	size_t start = beginning->next + join_tokens;
	start += is_operator(lexemes, start, OP(THE)) && !is_operator(lexemes, start, OP(THIS));
	size_t next = moment_read(scan, start, beginning->led && period->timed, &end);
	if (next == 0 || (beginning->bare && !are_times(beginning, &end, hour)))
		return 0;
	/* aged between 19 AND 24 */
	if (beginning->bare && !hour && next == start + 1 && end.hour_bare &&
		!period->hour_unsure)
		return 0;
	bool bare = period->hour_bare && end.hour_bare && !end.half_told;
	if (!join(period, &end))
		return 0;
	period->hour_bare = bare;
	period->hour_unsure = period->hour_unsure && end.hour_unsure;
	return next;
}

/* Two ends, none of them with times of its own behind it; 0 where there is only one. */
static size_t
read_two(const struct scan *scan, size_t at, bool hour, struct period *period)
{
	struct beginning beginning;
	return read_beginning(scan, at, hour, &beginning, period)
		       ? read_end(scan, &beginning, hour, period)
		       : 0;
}

/*
 * They can meet on Monday 12-4: bare hours behind a weekday to come; those of the past are
 * scores: they won on Monday 4-2.
 */
static bool
are_hours_to_come(const struct lexemes *lexemes, size_t at)
{
	return at > 0 && is_role(lexemes, at - 1, ROLE_WEEKDAY) &&
	       numeral_digits(lexemes, at, 1, 2) > 0 && is_hyphen(lexemes, at + 1) &&
	       !is_spaced(lexemes, at + 1) && !is_spaced(lexemes, at + 2) &&
	       !is_kind(lexemes, at + 3, TOKEN_LETTERS) &&
	       tense_of(lexemes, at) == TENSE_FUTURE;
}

/* 12-4, 9-5: the end is behind noon; 1-5: the beginning is as well */
static void
take_working_hours(struct period *times)
{
	enum {
		OPENING = 7 * 60
	};
	if (times->start < OPENING)
		times->start += MINUTES_OF_DAY / 2;
	if (times->end <= times->start)
		times->end += MINUTES_OF_DAY / 2;
}

/*
 * Tuesday FROM 7 TO 7:30, tomorrow between 9 and 11 am, tonight from 7 to 9; Thursday 9-11 am.
 * Two bare hours only behind a part of the day: "shares rose Tuesday from 7 to 9".
 */
static size_t
read_times_behind(const struct scan *scan, size_t at, struct period *period)
{
	struct period times;
	if (!period->dated || period->grain != GRAIN_DAY)
		return 0;
	bool led = is_operator(scan->lexemes, at, OP(FROM) | OP(BETWEEN));
	bool bare = !led && !period->timed && are_hours_to_come(scan->lexemes, at);
	size_t next = read_two(scan, at + led, led || bare || period->timed, &times);
	if (next == 0 || times.dated || times.start == times.end)
		return 0;
	if (bare)
		take_working_hours(&times);
	else if (!period->timed && ((!led && times.hour_unsure) || times.hour_bare))
		return 0;
	if (period->timed && period->start >= MINUTES_OF_DAY / 2)
		clock_afternoon(&times);
	period->timed = true;
	period->start = times.start;
	period->end = times.end;
	return next;
}

size_t
stretch_read(const struct scan *scan, size_t at, struct period *period)
{
	struct beginning beginning;
	if (!read_beginning(scan, at, false, &beginning, period))
		return 0;
	struct period first = *period;
	size_t next = beginning.bare ? 0 : read_times_behind(scan, beginning.next, period);
	if (next == 0)
		next = read_end(scan, &beginning, false, period);
	if (next > 0)
		return next;
	*period = first;
	return beginning.bare ? 0 : beginning.next;
}
