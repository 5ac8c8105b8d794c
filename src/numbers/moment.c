#include "moment.h"

#include "clock.h"
#include "date.h"
#include "daypart.h"
#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "rule.h"
#include "tense.h"

enum {
	COMPONENTS = 4,
};

/* Adds a day, maybe with a part of it (last night), to a time or a part of a day. */
static bool
merge_day(struct period *period, const struct period *day)
{
	if (period->dated || (period->timed && day->grain != GRAIN_DAY))
		return false;
	struct period time = *period;
	*period = *day;
	if (time.timed && day->timed)
		clock_in_part(&time, day->start);
	if (time.timed)
		period_take_time(period, &time);
	return true;
}

/*
 * Adds another part of a moment to it: a day to a time, an hour (`clock`) to a part of the day,
 * or the other way round. False where it is of the same kind as what is there.
 */
static bool
merge(struct period *period, const struct period *part, bool *clocked, bool clock)
{
	if (part->dated)
		return merge_day(period, part);
	if ((period->dated && period->grain != GRAIN_DAY) ||
		(period->timed && *clocked == clock))
		return false;
	struct period hour = clock || !period->timed ? *part : *period;
	if (period->timed)
		clock_in_part(&hour, clock ? period->start : part->start);
	period_take_time(period, &hour);
	*clocked = *clocked || clock;
	return true;
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
	const unsigned dates = RULES_ABSOLUTE | RULES_RELATIVE | RULES_DATE;
	const unsigned clocks = RULES_CLOCK | RULES_CLOCK_WORDS;
	struct period period;
	size_t next;
	component->next = 0;
	component->clock = false;
	if (rules_at(scan, at, dates))
		component->next = date_read(scan, at, &component->period);
	if (rules_at(scan, at, clocks) &&
		(next = clock_read(scan, at, &period)) > component->next)
		*component = (struct component){next, true, period};
	next = rules_longest(RULES_DAYPART, scan, at, &period);
	if (next > component->next)
		*component = (struct component){next, false, period};
	if (component->next == 0 && hour) {
		next = clock_hour(scan, at, true, &period);
		next += next > 0 && clock_is_about(scan->lexemes, next); /* at 8ISH */
		if (next > 0 && !clock_is_counted(scan->lexemes, next))
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
	tokens = operator_phrase(lexemes, at, OP(CLOCK));
	if (tokens == 0 && is_operator(lexemes, at, OP(AT) | OP(ON) | OP(IN))) {
		*hour = is_operator(lexemes, at, OP(AT));
		tokens = 1;
	}
	at += tokens;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	if (entry && entry->sense->qualifier == QUALIFIER_ABOUT &&
		entry->sense->side & SIDE_BEFORE) {
		at += tokens;
		*hour = true;
		at += operator_phrase(lexemes, at, OP(CLOCK));
	}
	/* not in "de LA TARDE", which the table has whole */
	if (is_operator(lexemes, at, OP(THE)) && !is_operator(lexemes, at, OP(THIS)) &&
		!phrase_at(lexemes, at, ROLE_DAYPART, &tokens))
		at++;
	return at;
}

/* The words that say that a day's time is a bound: BEFORE 4 pm, NO LATER THAN 6:00 */
static size_t
read_limit(const struct lexemes *lexemes, size_t at, bool *upper)
{
	size_t tokens;
	*upper = is_operator(lexemes, at, OP(BEFORE) | OP(UNTIL));
	if (is_operator(lexemes, at, OP(BEFORE) | OP(AFTER)))
		return at + 1;
	const struct entry *limit = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	if (!limit || tokens < 2 || limit->sense->qualifier < QUALIFIER_ATLEAST)
		return 0;
	*upper = limit->sense->qualifier == QUALIFIER_ATMOST;
	return at + tokens;
}

/* tomorrow BEFORE 4 PM, 5 May AFTER 2:00: the token behind, or 0 */
static size_t
read_limited_time(const struct scan *scan, size_t at, struct period *period)
{
	struct period time;
	bool upper;
	if (!period->dated || period->timed || period->grain != GRAIN_DAY)
		return 0;
	size_t start = read_limit(scan->lexemes, at, &upper);
	size_t next = start ? clock_read(scan, start, &time) : 0;
	if (next == 0)
		return 0;
	period_take_time(period, &time);
	period->no_from = upper;
	period->no_to = !upper;
	return next;
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
	size_t night = clocked ? 0 : daypart_read_night_to(scan, next, period);
	if (night > 0)
		return night;
	for (int i = 0; i < COMPONENTS; i++) {
		/* the night OF 4 March, 7 heures DU matin; Saturday FOR 9 am */
		bool of = period->timed && !period->dated &&
			  is_operator(scan->lexemes, next, OP(OF));
		bool set = period->dated && !period->timed &&
			   is_operator(scan->lexemes, next, OP(FOR));
		size_t behind = skip_connectors(scan->lexemes, next + of + set, &hour);
		if (!read_component(scan, behind, hour, &component) ||
			(of && component.period.dated == clocked) ||
			(set && !component.clock) ||
			!merge(period, &component.period, &clocked, component.clock))
			break;
		next = component.next;
	}
	night = clocked ? 0 : daypart_read_night_to(scan, next, period);
	if (night > 0)
		return night;
	size_t limited = read_limited_time(scan, next, period);
	return limited ? limited : next;
}

/* Whether an hour may stand there: behind AT, or where the text is nothing but a date. */
static bool
is_hour_led(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at - 1, OP(AT)) || tense_is_date_alone(lexemes);
}

/* AT 2145, at 0500: four digits behind a word that leads in nothing but times and places */
static bool
is_military(const struct lexemes *lexemes, size_t at)
{
	int number = numeral_digits(lexemes, at, 4, 4);
	return number >= 0 && number % 5 == 0 && number % 100 < 60 && number <= 2400 &&
	       entry_at(lexemes, at - 1)->operators == OP(AT) &&
	       lexemes->lexicon->noun_compounds && !is_hyphen(lexemes, at + 1) &&
	       !is_mark(lexemes, at + 1, '%') &&
	       (is_spaced(lexemes, at + 1) || is_kind(lexemes, at + 1, TOKEN_MARK)) &&
	       !is_kind(lexemes, at + 2, TOKEN_DIGITS);
}

size_t
moment_read_hour_first(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool hour, led = is_hour_led(lexemes, at);
	/* until 2 in the morning, by 9 tonight */
	if (!led && !is_operator(lexemes, at - 1, OP(BY) | OP(UNTIL) | OP(BEFORE) | OP(AFTER)))
		return 0;
	bool behind_at = is_operator(lexemes, at - 1, OP(AT)); /* at 730 tonight */
	size_t next = clock_hour(scan, at, behind_at, period);
	if (next == 0)
		return 0;
	struct component component;
	size_t behind = skip_connectors(lexemes, next, &hour);
	bool clocked = true;
	/* "7 дня" are days, unless something leads in the hour */
	bool unit = is_role(lexemes, behind, ROLE_UNIT) && !behind_at;
	if (unit || !read_component(scan, behind, false, &component) || component.clock ||
		(!led && !component.period.timed) ||
		!merge(period, &component.period, &clocked, false))
		/* at three twenty, at 12 15 */
		return behind_at && !period->hour_bare &&
				       (is_kind(lexemes, at, TOKEN_LETTERS) || next == at + 2 ||
					       is_military(lexemes, at)) &&
				       !clock_is_counted(lexemes, next)
			       ? next
			       : 0;
	/* 9 TOMORROW MORNING */
	size_t part = period->dated && !component.period.timed
			      ? daypart_read(scan, component.next, &component.period)
			      : 0;
	if (part > 0) {
		clock_in_part(period, component.period.start);
		return part;
	}
	/* "at three night markets" */
	if (behind == next && clock_is_counted(lexemes, component.next) &&
		!nounphrase_is_verb(lexemes, component.next))
		return 0;
	return component.next;
}
