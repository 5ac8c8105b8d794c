#include "moment.h"

#include "clock.h"
#include "date.h"

enum {
	COMPONENTS = 4
};

/* Whether an hour at a place is none: what is behind it is counted ("at 5 sites"). */
static bool
is_counted(const struct lexemes *lexemes, size_t next)
{
	size_t tokens;
	if (phrase_at(lexemes, next, ROLE_UNIT | ROLE_SCALE | ROLE_CURRENCY, &tokens) ||
		phrase_exact(lexemes, next, ROLE_UNIT | ROLE_CURRENCY | ROLE_SUFFIX, &tokens) ||
		is_mark(lexemes, next, '%') ||
		(is_operator(lexemes, next, OP(DASH)) && !is_spaced(lexemes, next)))
		return true;
	if (is_kind(lexemes, next, TOKEN_DIGITS) || is_operator(lexemes, next, OP(ORDINAL)) ||
		(is_mark(lexemes, next, '.') && !is_spaced(lexemes, next + 1)) ||
		(is_mark(lexemes, next, ',') && !is_spaced(lexemes, next + 1)) ||
		is_operator(lexemes, next, OP(OF)))
		return true;
	return is_kind(lexemes, next, TOKEN_LETTERS) &&
	       !is_role(lexemes, next,
		       ROLE_STOP | ROLE_DAYPART | ROLE_DAY | ROLE_WEEKDAY | ROLE_MONTH);
}

static void
take_time(struct period *period, const struct period *time)
{
	period->timed = time->timed;
	period->start = time->start;
	period->end = time->end;
	period->hour_unsure = time->hour_unsure;
}

/*
 * Adds another part of a moment to it: a day to a time, an hour (`clock`) to a part of the day,
 * or the other way round. False where it is of the same kind as what is there.
 */
static bool
merge(struct period *period, const struct period *part, bool *clocked, bool clock)
{
	if (part->dated) {
		if (period->dated || (period->timed && part->grain != GRAIN_DAY))
			return false;
		struct period time = *period;
		*period = *part;
		take_time(period, &time);
		return true;
	}
	if ((period->dated && period->grain != GRAIN_DAY) ||
		(period->timed && *clocked == clock))
		return false;
	struct period hour = clock || !period->timed ? *part : *period;
	int daypart = clock ? period->start : part->start;
	if (period->timed && daypart >= MINUTES_OF_DAY / 2)
		clock_afternoon(&hour);
	take_time(period, &hour);
	*clocked = *clocked || clock;
	return true;
}

/* this evening, last night, tomorrow morning (the day is a part of its own) */
static size_t
read_pointed_daypart(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	long offset;
	if (is_operator(lexemes, at, OP(THIS)) &&
		!is_operator(lexemes, at, OP(LAST) | OP(NEXT)))
		offset = 0;
	else if (is_operator(lexemes, at, OP(LAST)))
		offset = -1;
	else
		return 0;
	size_t next = clock_daypart(scan, at + 1, period);
	if (next == 0)
		return 0;
	struct period time = *period;
	if (scan->today)
		*period = period_around(*scan->today, GRAIN_DAY, offset);
	else
		*period = (struct period){.dated = true, .unknown = true};
	period->grain = GRAIN_DAY;
	period->timed = true;
	period->start = time.start;
	period->end = time.end;
	return next;
}

/* tonight is a day and a part of it */
static size_t
read_daypart(const struct scan *scan, size_t at, struct period *period)
{
	size_t next = read_pointed_daypart(scan, at, period);
	return next ? next : clock_daypart(scan, at, period);
}

struct component {
	size_t next;
	bool clock;
	struct period period;
};

/* The longest component that begins at `at`; an hour alone only behind "at". */
static bool
read_component(const struct scan *scan, size_t at, bool hour, struct component *component)
{
	struct period period;
	component->next = date_read(scan, at, &component->period);
	component->clock = false;
	size_t next = clock_read(scan, at, &period);
	if (next > component->next) {
		*component = (struct component){next, true, period};
	}
	next = read_daypart(scan, at, &period);
	if (next > component->next)
		*component = (struct component){next, false, period};
	if (component->next == 0 && hour) {
		next = clock_hour(scan, at, true, &period);
		if (next > 0 && !is_counted(scan->lexemes, next))
			*component = (struct component){next, true, period};
	}
	return component->next > 0;
}

/* Words between the parts of a moment: "at", "on", "in the", a comma. */
static size_t
skip_connectors(const struct lexemes *lexemes, size_t at, bool *hour)
{
	size_t tokens;
	*hour = false;
	if (is_mark(lexemes, at, ','))
		at++;
	if (is_operator(lexemes, at, OP(AT) | OP(ON) | OP(IN))) {
		*hour = is_operator(lexemes, at, OP(AT));
		at++;
	}
	const struct entry *entry = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	if (entry && entry->qualifier == QUALIFIER_ABOUT && entry->side & SIDE_BEFORE) {
		at += tokens;
		*hour = true;
	}
	if (is_operator(lexemes, at, OP(THE)) && !is_operator(lexemes, at, OP(THIS)))
		at++;
	if (is_operator(lexemes, at, OP(EARLY) | OP(LATE)))
		at++;
	return at;
}

/* A day, a time, or both in either order. */
static size_t
read_moment(const struct scan *scan, size_t at, bool hour, struct period *period)
{
	struct component component;
	if (!read_component(scan, at, hour, &component))
		return 0;
	*period = component.period;
	size_t next = component.next;
	bool clocked = component.clock;
	for (int i = 0; i < COMPONENTS; i++) {
		/* the night OF 4 March */
		bool of = period->timed && !period->dated && !clocked &&
			  is_operator(scan->lexemes, next, OP(OF));
		size_t behind = skip_connectors(scan->lexemes, next + of, &hour);
		if (!read_component(scan, behind, hour, &component) ||
			(of && !component.period.dated) ||
			!merge(period, &component.period, &clocked, component.clock))
			break;
		next = component.next;
	}
	return next;
}

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

static size_t read_stretch(
	const struct scan *scan, size_t at, bool hour, struct period *period);

/* Tuesday FROM 7 to 7:30, tomorrow between 9 and 11 */
static size_t
read_times_behind(const struct scan *scan, size_t at, struct period *period)
{
	struct period times;
	if (!period->dated || period->grain != GRAIN_DAY ||
		!is_operator(scan->lexemes, at, OP(FROM) | OP(BETWEEN)))
		return 0;
	size_t next = read_stretch(scan, at + 1, true, &times);
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

/*
 * A moment, or two that are the ends of a stretch. A bare hour can begin one where the other
 * end is surely a time; `hour` says that this one is.
 */
static size_t
read_stretch(const struct scan *scan, size_t at, bool hour, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t lead = at - is_operator(lexemes, at - 1, OP(THE));
	bool between = is_operator(lexemes, lead - 1, OP(BETWEEN));
	bool led = between || is_operator(lexemes, at - 1, OP(FROM) | OP(AT));
	size_t next = read_moment(scan, at, false, period);
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
	size_t last = read_moment(scan, behind, (led || hour) && period->timed, &end);
	if (last == 0 || (bare && !end.timed) || (bare && end.hour_unsure && !end.dated))
		return bare ? 0 : next;
	if (!join(period, &end))
		return bare ? 0 : next;
	return last;
}

/* An hour behind "at" with a day or a part of it behind: at 7 in the evening */
static size_t
read_hour_first(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool hour;
	if (!is_operator(lexemes, at - 1, OP(AT)))
		return 0;
	size_t next = clock_hour(scan, at, true, period);
	if (next == 0)
		return 0;
	struct component component;
	size_t behind = skip_connectors(lexemes, next, &hour);
	bool clocked = true;
	if (!read_component(scan, behind, false, &component) || component.clock ||
		!merge(period, &component.period, &clocked, false))
		return 0;
	/* "at three night markets" */
	if (behind == next && is_counted(lexemes, component.next))
		return 0;
	return component.next;
}

/* before 2010: up to the last day of 2009; after 2018: from the first of 2019 */
static void
take_bound(struct period *period, uint64_t operators)
{
	if (operators & (OP(BEFORE) | OP(UNTIL))) {
		period->no_from = true;
		if (operators & OP(BEFORE) && !period->timed)
			period->to = calendar_add_days(period->from, -1);
		else if (operators & OP(BEFORE))
			period->end = period->start;
	} else {
		period->no_to = true;
		if (!period->timed)
			period->from = calendar_add_days(period->to, 1);
	}
}

/*
 * no later than 5 June, until at least Monday; not "over Easter" and all that is one word, nor
 * "more than a year ago", which is earlier
 */
static bool
read_limit(const struct scan *scan, struct number *number, struct period *period)
{
	size_t tokens;
	const struct entry *limit = phrase_before(
		scan->lexemes, scan->floor, number->first, ROLE_QUALIFIER, &tokens);
	if (!limit || tokens < 2 || !(limit->side & SIDE_BEFORE) ||
		(limit->qualifier != QUALIFIER_ATLEAST &&
			limit->qualifier != QUALIFIER_ATMOST) ||
		is_role(scan->lexemes, number->first + 1, ROLE_UNIT) ||
		is_operator(scan->lexemes, number->next - 1, OP(AGO)))
		return false;
	number->qualifier = limit->qualifier;
	number->first -= tokens;
	period->no_from = number->qualifier == QUALIFIER_ATMOST;
	period->no_to = !period->no_from;
	return true;
}

/* What leads it in: the token before it, "the" and "about" left out. */
static void
read_bound(const struct scan *scan, struct number *number, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (read_limit(scan, number, period))
		return;
	size_t at = number->first, tokens;
	const struct entry *about =
		phrase_before(lexemes, scan->floor, at, ROLE_QUALIFIER, &tokens);
	if (about && about->qualifier == QUALIFIER_ABOUT && about->side & SIDE_BEFORE) {
		number->qualifier = QUALIFIER_ABOUT;
		at -= tokens;
		number->first = at;
	}
	if (at > scan->floor && is_operator(lexemes, at - 1, OP(THE)))
		at--;
	if (at <= scan->floor)
		return;
	/* "after Monday's attack" is no bound */
	struct slice behind = lexeme_lower(lexemes, number->next);
	if (!is_spaced(lexemes, number->next) &&
		(slice_is(behind, "'") || slice_is(behind, "’")))
		return;
	uint64_t operators = entry_at(lexemes, at - 1)->operators;
	if (!(operators & (OP(BEFORE) | OP(AFTER) | OP(UNTIL))) || operators & OP(TO))
		return;
	take_bound(period, operators);
	number->first = at - 1;
	number->qualifier = period->no_from ? QUALIFIER_ATMOST : QUALIFIER_ATLEAST;
}

/* Whether a date or time can go on behind a number: most are followed by what they count. */
static bool
goes_on(const struct lexemes *lexemes, const struct amount *amount)
{
	const struct lexeme *behind = lexeme_at(lexemes, amount->next);
	enum {
		ROLES = ROLE_MONTH | ROLE_UNIT | ROLE_DAYPART | ROLE_DAY | ROLE_WEEKDAY |
			ROLE_ORDINAL | ROLE_CARDINAL,
	};
	if (amount->kind == AMOUNT_VAGUE)
		return false;
	return behind->token.kind != TOKEN_LETTERS || !behind->token.spaced ||
	       behind->entry->begins & ROLES || behind->entry->operators ||
	       behind->entry->longest > 1 || behind->exact_entry->roles & ROLE_ZONE ||
	       amount->digits == 4;
}

/* Whether a date or time can begin there at all. */
static bool
can_be_moment(const struct lexemes *lexemes, size_t at)
{
	enum {
		ROLES = ROLE_MONTH | ROLE_UNIT | ROLE_DAYPART | ROLE_DAY | ROLE_WEEKDAY |
			ROLE_SEASON | ROLE_FESTIVAL,
	};
	const uint64_t leads = OP(LAST) | OP(NEXT) | OP(THIS) | OP(EARLY) | OP(MID) | OP(LATE) |
			       OP(BEGINNING) | OP(END) | OP(THE) | OP(IN) | OP(EARLIER) |
			       OP(LATER) | OP(QUARTER) | OP(QUOTE);
	const struct entry *first = entry_at(lexemes, at);
	struct amount amount;
	if (first->begins & ROLES || first->operators & leads)
		return true;
	if (amount_read(lexemes, at, 0, &amount))
		return goes_on(lexemes, &amount);
	return is_operator(lexemes, at, OP(A)) && entry_at(lexemes, at + 1)->begins & ROLE_UNIT;
}

/* "Good morning" is no time; "in the morning", "at night" and "overnight" are. */
static bool
is_bare_daypart(const struct scan *scan, size_t at, size_t next)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period period;
	if (clock_daypart(scan, at, &period) != next)
		return false;
	size_t before = at - is_operator(lexemes, at - 1, OP(THE));
	return !is_operator(lexemes, before - 1,
		       OP(IN) | OP(AT) | OP(BY) | OP(UNTIL) | OP(EARLY) | OP(LATE) |
			       OP(BEFORE) | OP(AFTER) | OP(SINCE)) &&
	       next - at == 1 && !is_operator(lexemes, at, OP(NOW));
}

bool
moment_read(const struct scan *scan, size_t at, struct number *number)
{
	if (!can_be_moment(scan->lexemes, at))
		return false;
	struct period period;
	size_t next = read_stretch(scan, at, false, &period);
	size_t other = next ? 0 : read_hour_first(scan, at, &period);
	if (other > 0)
		next = other;
	if (next == 0)
		return false;
	if (!period.dated && is_bare_daypart(scan, at, next))
		return false;
	*number = (struct number){.first = at, .next = next};
	number->kind = period.dated ? NUMBER_DATE : NUMBER_TIME;
	read_bound(scan, number, &period);
	period_write(&period, number->from, number->to);
	return true;
}
