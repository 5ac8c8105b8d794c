#include "hours.h"

#include "clock.h"
#include "fraction.h"
#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "tense.h"

enum {
	HOURS = 24,
	HALF_DAY = 12,
	HOUR = 60, /* minutes */
};

const struct entry *
hours_lead(const struct lexemes *lexemes, size_t floor, size_t at, size_t *tokens)
{
	if (!(lexemes->leads & OP(CLOCK)))
		return NULL;
	const struct entry *lead = phrase_before(lexemes, floor, at, ROLE_OPERATOR, tokens);
	return lead && lead->operators & OP(CLOCK) ? lead : NULL;
}

/* How many tokens the name of the hour at `at` has: h, heures; 0: none is there. */
static size_t
hour_unit(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	const struct entry *unit = phrase_at(lexemes, at, ROLE_UNIT, &tokens);
	if (!unit)
		unit = phrase_exact(lexemes, at, ROLE_UNIT, &tokens);
	return unit && slice_is(unit->sense->unit->symbol, "h") ? tokens : 0;
}

/* An hour by its ordinal: alle SETTE, o SIÓDMEJ, 15-Й */
static size_t
read_ordinal(const struct lexemes *lexemes, size_t at, struct period *period)
{
	size_t tokens, next = at + 1;
	int hour = numeral_digits(lexemes, at, 1, 2);
	if (hour >= 0) {
		if (!is_hyphen(lexemes, next) || is_spaced(lexemes, next) ||
			is_spaced(lexemes, next + 1) ||
			!is_kind(lexemes, next + 1, TOKEN_LETTERS))
			return 0;
		next += 2;
	} else {
		const struct entry *entry = phrase_at(lexemes, at, ROLE_ORDINAL, &tokens);
		if (!entry || entry->sense->ordinal > HOURS)
			return 0;
		hour = (int)entry->sense->ordinal;
		next = at + tokens;
	}
	if (hour > HOURS)
		return 0;
	*period = period_time(hour * HOUR, hour * HOUR);
	period->hour_unsure = hour < HALF_DAY;
	period->hour_bare = true;
	return next;
}

static void
add_minutes(struct period *period, int minutes)
{
	period->start += minutes;
	period->end = period->start;
	period->hour_bare = false;
}

/* Minutes behind an hour: 17 h 30, 17 heures 30 minutes; the token behind, or `at` */
static size_t
read_minutes(const struct lexemes *lexemes, size_t at, struct period *period)
{
	size_t tokens;
	int minutes = numeral_digits(lexemes, at, 2, 2);
	const struct entry *unit = phrase_at(lexemes, at + 1, ROLE_UNIT, &tokens);
	bool named = unit && slice_is(unit->sense->unit->symbol, "min");
	if (minutes < 0 || minutes >= HOUR || (!named && clock_is_counted(lexemes, at + 1)))
		return at;
	add_minutes(period, minutes);
	return at + 1 + (named ? tokens : 0);
}

size_t
hours_read_part(const struct lexemes *lexemes, size_t at, struct period *period)
{
	struct fraction part;
	uint64_t minutes;
	if (!is_operator(lexemes, at, OP(AND)))
		return at;
	size_t next = fraction_read(lexemes, at + 1, &part);
	if (next == 0 || decimal_compare(part.above, part.below) >= 0)
		return at;
	part.above = decimal_multiply(part.above, decimal_of(HOUR));
	if (!decimal_whole(fraction_divide(part), &minutes))
		return at;
	add_minutes(period, (int)minutes);
	return next;
}

/* à 7 heures DU MATIN: the part of the day behind "of", which is read later */
static bool
is_part_of_day(const struct scan *scan, size_t at)
{
	struct period part;
	const struct lexemes *lexemes = scan->lexemes;
	size_t of = at + is_operator(lexemes, at, OP(OF));
	of += is_operator(lexemes, of, OP(THE));
	return clock_daypart(scan, at, &part) > 0 || clock_daypart(scan, of, &part) > 0;
}

/* Whether what is behind an hour is counted by it: no part of the day, and no verb. */
static bool
is_counted(const struct scan *scan, size_t at)
{
	return clock_is_counted(scan->lexemes, at) && !is_part_of_day(scan, at) &&
	       !nounphrase_is_verb(scan->lexemes, at);
}

/* "wzrosła o 15": by so much, in languages where that word leads in hours as well */
static bool
is_changed_by(const struct lexemes *lexemes, size_t at)
{
	enum {
		REACH = 3
	};
	for (size_t i = 1; i <= REACH && i <= at; i++)
		if (is_operator(lexemes, at - i, OP(CHANGE)))
			return true;
	return false;
}

/*
 * à 15 heures, alle sette, o siódmej; "à 2 heures de Paris" and "alle tre sorelle" are none. A
 * number alone needs what leads in nothing else.
 */
size_t
hours_read_led(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t words;
	const struct entry *lead = hours_lead(lexemes, 0, at, &words);
	if (!lead && !is_operator(lexemes, at - 1, OP(AT)))
		return 0;
	/* "gegen 12" may be twelve others; godz. 12, ore 12 are none */
	bool surely = lead && (lead->operators & OP(AT) || words > 1);
	bool named = lead && (hour_unit(lexemes, at - 1) > 0 || is_mark(lexemes, at - 1, '.'));
	size_t ordinal = lead ? read_ordinal(lexemes, at, period) : 0;
	size_t next = ordinal ? ordinal : clock_hour(scan, at, false, period);
	if (next == 0)
		return 0;
	size_t unit = hour_unit(lexemes, next);
	size_t behind = hours_read_part(lexemes, next + unit, period);
	if (unit > 0) {
		if (behind == next + unit)
			behind = read_minutes(lexemes, behind, period);
		return is_operator(lexemes, behind, OP(OF)) && !is_part_of_day(scan, behind)
			       ? 0
			       : behind;
	}
	if (!surely && !ordinal)
		return 0;
	if (behind > next ||
		(named && !phrase_at(lexemes, behind, ROLE_UNIT | ROLE_SCALE, &unit)))
		return behind;
	return is_counted(scan, behind) || is_changed_by(lexemes, at - words) ? 0 : behind;
}

/* um HALB DREI is half an hour before; at HALF THREE is half an hour behind */
size_t
hours_read_half(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t words;
	if (!is_operator(lexemes, at, OP(HALF)) ||
		!(is_operator(lexemes, at - 1, OP(AT)) || hours_lead(lexemes, 0, at, &words) ||
			(at == 0 && tense_is_date_alone(lexemes))))
		return 0;
	/* wpół DO trzeciej, пів НА третю */
	size_t hour = at + 1 + is_operator(lexemes, at + 1, OP(TO) | OP(PER));
	size_t next = read_ordinal(lexemes, hour, period);
	if (next == 0)
		next = clock_hour(scan, hour, false, period);
	if (next == 0 || period->start > HALF_DAY * HOUR || period->start < HOUR ||
		!period->hour_bare || is_counted(scan, next))
		return 0;
	add_minutes(period, lexemes->lexicon->half_before ? -HOUR / 2 : HOUR / 2);
	return next;
}

/* One end of a stretch in digits: 9, 9h, 9 heures, 9:30, 9h30 */
static size_t
read_end(const struct lexemes *lexemes, size_t at, int *minutes, bool *unit)
{
	int hour = numeral_digits(lexemes, at, 1, 2);
	if (hour < 0 || hour > HOURS)
		return 0;
	*minutes = hour * HOUR;
	size_t next = at + 1;
	int behind =
		is_spaced(lexemes, next + 1) ? -1 : numeral_digits(lexemes, next + 1, 2, 2);
	bool h = slice_is(lexeme_lower(lexemes, next), "h");
	bool mark = h || is_mark(lexemes, next, ':') || is_mark(lexemes, next, '.');
	bool minutes_told = mark && behind >= 0 && behind < HOUR && !is_spaced(lexemes, next);
	*unit = minutes_told && h;
	if (minutes_told) {
		*minutes += behind;
		next += 2;
	}
	size_t tokens = hour_unit(lexemes, next);
	*unit = *unit || tokens > 0;
	return next + tokens;
}

/* 9h30, which is no length: the unit between hours and minutes */
static bool
is_split_by_unit(const struct lexemes *lexemes, size_t at)
{
	return slice_is(lexeme_lower(lexemes, at + 1), "h") && !is_spaced(lexemes, at + 1) &&
	       !is_spaced(lexemes, at + 2) && numeral_digits(lexemes, at + 2, 2, 2) >= 0;
}

/*
 * de 9h à 18h, с 9 до 18 часов: hours from one to another where each has its unit or the second
 * is behind noon; "de 2 à 3 heures" is how long something lasts. 9h30 - 11h needs no lead.
 */
size_t
hours_read_stretch(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int first, last;
	bool unit, last_unit;
	size_t words, lead = at - is_operator(lexemes, at - 1, OP(THE) | OP(CLOCK));
	bool between = is_operator(lexemes, lead - 1, OP(BETWEEN));
	bool clock = hours_lead(lexemes, 0, at, &words) != NULL;
	if (!between && !clock && !is_operator(lexemes, at - 1, OP(FROM)) &&
		!is_split_by_unit(lexemes, at))
		return 0;
	size_t next = read_end(lexemes, at, &first, &unit);
	if (next == 0 || !is_operator(lexemes, next,
				 between ? OP(AND) : OP(TO) | OP(UNTIL) | OP(AT) | OP(DASH)))
		return 0;
	next++;
	next += is_operator(lexemes, next, OP(THE) | OP(CLOCK));
	next = read_end(lexemes, next, &last, &last_unit);
	if (next == 0 || !(last_unit || clock) || last <= first ||
		!(unit || last > HALF_DAY * HOUR) || is_operator(lexemes, next, OP(OF)) ||
		(!last_unit && clock_is_counted(lexemes, next)))
		return 0;
	*period = period_time(first, last);
	return next;
}
