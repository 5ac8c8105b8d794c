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

size_t
moment_read(const struct scan *scan, size_t at, bool hour, struct period *period)
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

size_t
moment_read_hour_first(const struct scan *scan, size_t at, struct period *period)
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
