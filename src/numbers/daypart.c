#include "daypart.h"

#include "clock.h"
#include "date.h"
#include "numeral.h"
#include "rule.h"

enum {
	NIGHT = 20 * 60,
	SMALL_HOURS = 5 * 60,
};

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
	period_take_time(period, &time);
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
size_t
daypart_read(const struct scan *scan, size_t at, struct period *period)
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
		daypart_read, ROLE_DAYPART, OP(AM) | OP(PM)},
};

const struct rules_of_set daypart_rules = RULES_OF_SET(rules);

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
size_t
daypart_read_night_to(const struct scan *scan, size_t at, struct period *period)
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
