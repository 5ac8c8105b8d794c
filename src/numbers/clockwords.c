/*
 * Times of day told by another: half past eight, 20 minutes to nine, ten minutes before
 * midnight.
 */
#include "amount.h"
#include "clock.h"
#include "phrase.h"
#include "quantity.h"
#include "rule.h"
#include "tense.h"

/* The minutes in "a quarter past", "20 minutes to"; the token behind, 0 where there are none.
 */
static size_t
past_minutes(const struct lexemes *lexemes, size_t at, struct amount *amount, int *minutes)
{
	size_t tokens;
	uint64_t value;
	if (!amount_read(lexemes, at, AMOUNT_NO_AND, amount) || amount->kind == AMOUNT_ORDINAL)
		return 0;
	struct decimal sixtieths =
		amount->kind == AMOUNT_FRACTION ? decimal_of(60) : decimal_of(1);
	if (!decimal_whole(decimal_multiply(amount->value, sixtieths), &value) || value > 59 ||
		value == 0)
		return 0;
	*minutes = (int)value;
	const struct entry *unit = phrase_at(lexemes, amount->next, ROLE_UNIT, &tokens);
	bool named = unit && slice_is(unit->sense->unit->symbol, "min");
	return amount->next + (named ? tokens : 0);
}

/* The hour behind "past" or "to"; one alone only where it is `sure` to be one. */
static size_t
past_hour(const struct scan *scan, size_t at, bool sure, struct period *hour)
{
	size_t next = clock_read_plain(scan, at, hour);
	return next == 0 && sure ? clock_hour(scan, at, false, hour) : next;
}

static struct period
moved(struct period hour, int minutes)
{
	int time = (hour.start + minutes + MINUTES_OF_DAY) % MINUTES_OF_DAY;
	struct period period = period_time(time, time);
	period.hour_unsure = hour.hour_unsure;
	return period;
}

/* half past eight, a quarter to nine pm, ten past 9, 20 past 3pm; "20 to 30 people" is a range
 */
static size_t
read_past(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct amount amount;
	struct period hour;
	int minutes = 0;
	size_t next = past_minutes(lexemes, at, &amount, &minutes);
	if (next == 0)
		return 0;
	bool past = is_operator(lexemes, next, OP(PAST));
	/* "5 to 6 pm" is a stretch */
	if (!past && amount.digits > 0 && next == amount.next)
		return 0;
	if ((!past && !is_operator(lexemes, next, OP(TO))) || is_mark(lexemes, next, '-') ||
		is_mark(lexemes, next, '~'))
		return 0;
	bool quarter = amount.kind == AMOUNT_FRACTION && minutes == 15;
	bool named = next > amount.next; /* 20 MINUTES to nine */
	size_t end = past_hour(scan, next + 1, past || quarter || named, &hour);
	if (end == 0 || (!past && clock_is_counted(lexemes, end)))
		return 0;
	*period = moved(hour, past ? minutes : -minutes);
	return end;
}

/* The minutes that a duration of hours or minutes has; 0: none, or a day's or more. */
static int
whole_minutes(const struct number *number)
{
	uint64_t minutes;
	bool hours = slice_is(number->unit->symbol, "h");
	struct decimal value =
		hours ? decimal_multiply(number->low, decimal_of(60)) : number->low;
	return (hours || slice_is(number->unit->symbol, "min")) &&
			       decimal_whole(value, &minutes) && minutes < MINUTES_OF_DAY
		       ? (int)minutes
		       : 0;
}

/* TEN MINUTES BEFORE midnight, half an hour after noon, 15 minutes from 1 pm */
static size_t
read_distance(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct number number;
	struct amount amount;
	struct period hour;
	size_t unit = amount_read(lexemes, at, 0, &amount) ? amount.next : at + 1;
	if (!is_role(lexemes, unit, ROLE_UNIT) && !is_operator(lexemes, unit, OP(A) | OP(FEW)))
		return 0;
	if (!quantity_read(lexemes, at, 0, &number) || number.kind != NUMBER_DURATION)
		return 0;
	int minutes = whole_minutes(&number);
	bool before = is_operator(lexemes, number.next, OP(BEFORE));
	/* "closed for 3 hours from 10 am" is no time */
	bool from = is_operator(lexemes, number.next, OP(FROM)) && tense_is_date_alone(lexemes);
	if (minutes == 0 || (!before && !from && !is_operator(lexemes, number.next, OP(AFTER))))
		return 0;
	size_t next = clock_read_plain(scan, number.next + 1, &hour);
	if (next > 0)
		*period = moved(hour, before ? -minutes : minutes);
	return next;
}

enum {
	AMOUNTS = ROLE_CARDINAL | ROLE_DENOMINATOR,
};

static const struct rule rules[] = {
	{true, AMOUNTS, OP(A), read_past, 0, OP(PAST) | OP(TO), 0, ROLE_UNIT,
		OP(PAST) | OP(TO)},
	{true, AMOUNTS, OP(A) | OP(FEW), read_distance, 0, OP(BEFORE) | OP(AFTER) | OP(FROM), 0,
		ROLE_UNIT, OP(A) | OP(FEW)},
};

const struct rules_of_set clock_word_rules = RULES_OF_SET(rules);

size_t
clock_read(const struct scan *scan, size_t at, struct period *period)
{
	struct period words;
	size_t next = clock_read_plain(scan, at, period);
	size_t other = rules_longest(RULES_CLOCK_WORDS, scan, at, &words);
	if (other > next) {
		next = other;
		*period = words;
	}
	return next ? clock_skip_zone(scan->lexemes, next) : 0;
}
