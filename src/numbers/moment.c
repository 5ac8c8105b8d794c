#include "moment.h"

#include "clock.h"
#include "date.h"
#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "rule.h"
#include "tense.h"

enum {
	COMPONENTS = 4,
	NIGHT = 20 * 60,
	SMALL_HOURS = 5 * 60,
};

static void
take_time(struct period *period, const struct period *time)
{
	period->timed = time->timed;
	period->start = time->start;
	period->end = time->end;
	period->half_told = time->half_told;
	period->hour_unsure = time->hour_unsure;
	period->hour_bare = time->hour_bare;
}

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
		take_time(period, &time);
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
	take_time(period, &hour);
	*clocked = *clocked || clock;
	return true;
}

/* Which day "this evening", "last night" and "tonight" are a part of, and where the part
 * stands. */
static bool
read_pointer(const struct lexemes *lexemes, size_t at, long *offset, size_t *part)
{
	*offset = is_operator(lexemes, at, OP(LAST)) ? -1 : 0;
	*part = at + !is_role(lexemes, at, ROLE_DAYPART);
	return is_operator(lexemes, at, OP(THIS) | OP(LAST)) &&
	       !is_operator(lexemes, at, OP(NEXT));
}

/* this evening, last night, tonight; (tomorrow morning: the day is a part of its own) */
static size_t
read_pointed_daypart(const struct scan *scan, size_t at, struct period *period)
{
	long offset;
	size_t part;
	size_t next = read_pointer(scan->lexemes, at, &offset, &part)
			      ? clock_daypart(scan, part, period)
			      : 0;
	if (next == 0)
		return 0;
	struct period time = *period;
	if (scan->today)
		*period = period_around(*scan->today, GRAIN_DAY, offset);
	else
		*period = (struct period){.dated = true, .unknown = true};
	period->grain = GRAIN_DAY;
	take_time(period, &time);
	return next;
}

/* today PM, Friday am: small letters that nothing belongs to ("Friday PM Jones said") */
static size_t
read_half_behind(const struct lexemes *lexemes, size_t at, struct period *period)
{
	enum {
		MORNING = 8 * 60,
		NOON = 12 * 60,
		EVENING = 16 * 60,
	};
	if (at == 0 || !is_operator(lexemes, at, OP(AM) | OP(PM)) ||
		lexeme_len(lexemes, at) != 2 || lexeme_at(lexemes, at)->capital ||
		!is_role(lexemes, at - 1, ROLE_DAY | ROLE_WEEKDAY) ||
		(is_kind(lexemes, at + 1, TOKEN_LETTERS) &&
			!is_operator(lexemes, at + 1, OP(TO) | OP(AND) | OP(UNTIL))))
		return 0;
	*period = is_operator(lexemes, at, OP(AM)) ? period_time(MORNING, NOON)
						   : period_time(NOON, EVENING);
	return at + 1;
}

/* The first or last half of a part of the day, or what is in the middle; LATE last night ends
 * as the evening does. */
static void
take_part_of_part(struct period *period, uint64_t operators)
{
	enum {
		LATE_NIGHT = 21 * 60
	};
	int half = (period->end - period->start + 1) / 2;
	if (operators & OP(LATE) && period->start == NIGHT)
		period->start = LATE_NIGHT, period->end = MINUTES_OF_DAY;
	else if (operators & (OP(LATE) | OP(LATER)))
		period->start += half;
	else if (operators & OP(EARLY))
		period->end = period->start + half;
	else {
		period->start += half / 2;
		period->end -= half / 2;
	}
}

/* the morning, LATE last night, EARLY this evening, LATER in the afternoon */
static size_t
read_daypart(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t next = read_pointed_daypart(scan, at, period);
	if (next == 0)
		next = clock_daypart(scan, at, period);
	if (next == 0)
		next = read_half_behind(lexemes, at, period);
	uint64_t part =
		entry_at(lexemes, at)->operators & (OP(EARLY) | OP(LATE) | OP(LATER) | OP(MID));
	if (next > 0 || part == 0)
		return next;
	size_t start = at + 1 + is_hyphen(lexemes, at + 1);
	start += is_operator(lexemes, start, OP(IN));
	start += is_operator(lexemes, start, OP(THE)) && !is_operator(lexemes, start, OP(THIS));
	next = read_pointed_daypart(scan, start, period);
	if (next == 0)
		next = clock_daypart(scan, start, period);
	if (next > 0)
		take_part_of_part(period, part);
	return next;
}

/* With the marks of morning and evening, and the words that point to a part of the day. */
static const struct rule rules[] = {
	{false, ROLE_DAYPART,
		OP(THIS) | OP(LAST) | OP(AM) | OP(PM) | OP(EARLY) | OP(LATE) | OP(LATER) |
			OP(MID),
		read_daypart, ROLE_DAYPART, OP(AM) | OP(PM)},
};

const struct rules_of_set daypart_rules = RULES_OF_SET(rules);

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
	take_time(period, &time);
	period->no_from = upper;
	period->no_to = !upper;
	return next;
}

static void
take_night(struct period *period, const struct period *day)
{
	period->dated = true;
	period->unknown = day->unknown;
	period->from = calendar_add_days(day->to, -1);
	period->to = day->to;
	period->start = NIGHT;
	period->end = SMALL_HOURS;
	period->grain = GRAIN_NONE;
}

/* в ночь С 3 НА 4 мая, notte TRA IL 3 E IL 4 maggio: the first day by its number alone */
static size_t
read_night_between(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	const uint64_t leads = OP(FROM) | OP(OF) | OP(BETWEEN);
	const uint64_t joins = OP(TO) | OP(AT) | OP(PER) | OP(AND) | OP(ON);
	struct period day;
	if (period->dated || !is_operator(lexemes, at, leads))
		return 0;
	at += 1 + is_operator(lexemes, at + 1, OP(THE));
	int number = numeral_digits(lexemes, at, 1, 2);
	at += 1 + (is_mark(lexemes, at + 1, '.') && !is_spaced(lexemes, at + 1));
	if (number < 1 || !is_operator(lexemes, at, joins))
		return 0;
	at += 1 + (is_operator(lexemes, at + 1, OP(THE)) &&
			  !is_operator(lexemes, at + 1, OP(THIS)));
	size_t next = date_read(scan, at, &day);
	if (next == 0 || !day.dated || day.timed || day.grain != GRAIN_DAY ||
		calendar_add_days(day.to, -1).day != number)
		return 0;
	take_night(period, &day);
	return next;
}

/* The night that ends on a day: die Nacht ZUM MITTWOCH, la nuit de mardi À MERCREDI */
static size_t
read_night_to(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period day;
	uint64_t joins = OP(TO) | OP(AT) | OP(PER);
	joins |= period->dated ? OP(AND) : OP(OF); /* tra martedì E mercoledì, DU 3 au 4 mai */
	if (!period->timed || period->start < NIGHT || period->start == period->end)
		return 0;
	size_t between = read_night_between(scan, at, period);
	if (between > 0 ||
		(!is_operator(lexemes, at, joins) && !is_trait(lexemes, at, TRAIT(EVE))))
		return between;
	size_t start = at + 1;
	start += is_operator(lexemes, start, OP(THE)) && !is_operator(lexemes, start, OP(THIS));
	size_t next = date_read(scan, start, &day);
	struct date before = calendar_add_days(day.to, -1);
	bool both = next > 0 && is_operator(lexemes, at, OP(OF)) &&
		    calendar_days(before) == calendar_days(day.from);
	if (next == 0 || (both ? false : day.grain != GRAIN_DAY) ||
		(!both && is_operator(lexemes, at, OP(OF))))
		return 0;
	if (period->dated && calendar_days(before) != calendar_days(period->from))
		return 0;
	take_night(period, &day);
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
	size_t night = clocked ? 0 : read_night_to(scan, next, period);
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
	night = clocked ? 0 : read_night_to(scan, next, period);
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
			      ? read_daypart(scan, component.next, &component.period)
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
