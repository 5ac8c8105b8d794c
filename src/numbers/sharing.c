#include "sharing.h"

#include <string.h>

#include "nounphrase.h"
#include "period.h"
#include "phrase.h"

static bool
is_moment(const struct number *number)
{
	return number->kind == NUMBER_DATE || number->kind == NUMBER_TIME;
}

/* "more than 30 and less than 40" is one range. */
static bool
merge_bounds(const struct lexemes *lexemes, struct number *before, const struct number *number)
{
	const struct number *low = before->qualifier == QUALIFIER_ATLEAST ? before : number;
	const struct number *high = low == before ? number : before;
	if (low->qualifier != QUALIFIER_ATLEAST || high->qualifier != QUALIFIER_ATMOST ||
		before->next + 1 != number->first ||
		!is_operator(lexemes, before->next, OP(AND) | OP(BUT)) ||
		before->kind != number->kind || before->unit != number->unit ||
		!slice_equal(before->currency, number->currency) ||
		decimal_compare(low->low, high->high) >= 0)
		return false;
	struct decimal bound = low->low;
	before->high = high->high;
	before->low = bound;
	before->qualifier = QUALIFIER_RANGE;
	before->next = number->next;
	before->what[0] = number->what[0];
	before->what[1] = number->what[1];
	return true;
}

/* The time of day in a moment: behind its T, or all of it. */
static const char *
time_in(const char *moment)
{
	const char *mark = strchr(moment, 'T');
	return mark ? mark + 1 : moment;
}

/* Gives a moment that is a time alone the day of another. */
static void
share_day(char *moment, const char *other)
{
	char time[MOMENT_SIZE];
	size_t day = (size_t)(time_in(other) - other), len = strlen(moment);
	if (time_in(moment) != moment || strchr(moment, '-') || day + len >= MOMENT_SIZE)
		return;
	memcpy(time, moment, len + 1);
	memcpy(moment, other, day);
	memcpy(moment + day, time, len + 1);
}

/* "after 9 am but before 11 am on Thursday" is one stretch; "and" joins two times of a day. */
static bool
merge_moments(const struct lexemes *lexemes, struct number *before, const struct number *number)
{
	if (before->qualifier != QUALIFIER_ATLEAST || number->qualifier != QUALIFIER_ATMOST ||
		before->next + 1 != number->first ||
		!is_operator(lexemes, before->next,
			before->kind == NUMBER_TIME ? OP(AND) | OP(BUT) : OP(BUT)) ||
		before->from[0] == '\0' || number->to[0] == '\0')
		return false;
	memcpy(before->to, number->to, sizeof before->to);
	share_day(before->from, before->to);
	share_day(before->to, before->from);
	if (strlen(before->from) == strlen(before->to) && strcmp(before->from, before->to) > 0)
		before->from[0] = before->to[0] = '\0';
	if (before->kind == NUMBER_TIME)
		before->kind = number->kind;
	before->qualifier = QUALIFIER_EXACT;
	before->next = number->next;
	return true;
}

/*
 * 1.2 million euros, AGAINST 1.4 million: words that set two figures against each other, right
 * before the second
 */
static bool
is_versus(const struct lexemes *lexemes, size_t floor, size_t first)
{
	enum {
		ARTICLES = 2
	};
	size_t tokens;
	const uint64_t articles = OP(THE) | OP(A) | OP(QUOTE) | OP(TO);
	for (int i = 0; i <= ARTICLES && first > floor; i++, first--) {
		const struct entry *word =
			phrase_before(lexemes, floor, first, ROLE_OPERATOR, &tokens);
		if (word && word->traits & TRAIT(VERSUS))
			return true;
		if (!is_operator(lexemes, first - 1, articles))
			break;
	}
	return false;
}

/* $12 million in 2019 AND 10 million in 2020: a date behind each of the two */
static bool
is_dated_too(const struct lexemes *lexemes, const struct number *before, size_t floor,
	const struct number *number)
{
	return floor > before->next && floor + 1 == number->first &&
	       (is_operator(lexemes, floor, OP(AND)) || is_mark(lexemes, floor, ',')) &&
	       is_operator(lexemes, number->next, OP(IN) | OP(ON) | OP(LAST) | OP(THIS));
}

/* Whether what is set against an amount of money is so many million, too. */
static bool
shares_currency(const struct lexemes *lexemes, const struct number *before, size_t floor,
	const struct number *number)
{
	enum {
		REACH = 8
	};
	return before->currency.len > 0 && number->first <= floor + REACH &&
	       decimal_compare(number->amount.scale, decimal_of(1)) > 0 &&
	       (!nounphrase_has(lexemes, number->next) ||
		       is_role(lexemes, number->next, ROLE_UNIT) ||
		       nounphrase_is_verb(lexemes, number->next)) &&
	       (is_versus(lexemes, floor, number->first) ||
		       is_dated_too(lexemes, before, floor, number));
}

/* $300m, OF WHICH 50m went: millions too, and no metres */
static bool
is_versus_millions(const struct lexemes *lexemes, const struct number *before, size_t floor,
	const struct number *number)
{
	return number->kind == NUMBER_MEASURE && before->currency.len > 0 &&
	       decimal_compare(before->amount.scale, decimal_of(1000000)) == 0 &&
	       slice_is(number->unit->symbol, "m") && !is_spaced(lexemes, number->next - 1) &&
	       number->qualifier < QUALIFIER_RANGE && is_versus(lexemes, floor, number->first);
}

void
sharing_unit(const struct lexemes *lexemes, const struct number *before, size_t floor,
	struct number *number)
{
	enum {
		REACH = 4
	};
	size_t from = number->first - 1;
	if (is_versus_millions(lexemes, before, floor, number)) {
		number->low = number->high =
			decimal_multiply(number->low, before->amount.scale);
		number->unit = NULL;
		number->kind = before->kind;
		number->currency = before->currency;
		return;
	}
	if (!number_is_bare(number))
		return;
	/* 430 degrees by day and MINUS 180 at night */
	if (before->unit && slice_is(before->unit->symbol, "Cel") && number->low.negative) {
		number->kind = NUMBER_MEASURE;
		number->unit = before->unit;
		return;
	}
	if (!is_kind(lexemes, number->first, TOKEN_DIGITS))
		return;
	if (shares_currency(lexemes, before, floor, number)) {
		number->kind = before->kind;
		number->currency = before->currency;
		return;
	}
	if ((!before->unit && before->currency.len == 0) || before->kind == NUMBER_DURATION ||
		before->kind == NUMBER_AGE || !is_operator(lexemes, from, OP(FROM)) ||
		from > floor + REACH || nounphrase_has(lexemes, number->next))
		return;
	/* "up 5.5% from 43.8 million": by so much */
	if (is_operator(lexemes, before->first - 1, OP(CHANGE) | OP(BY)) ||
		(before->kind == NUMBER_PERCENT &&
			decimal_compare(number->amount.scale, decimal_of(1)) != 0))
		return;
	for (size_t at = floor; at < from; at++)
		if (!is_mark(lexemes, at, ',') && !is_operator(lexemes, at, OP(CHANGE)))
			return;
	number->kind = before->kind;
	number->unit = before->unit;
	number->per = before->per;
	number->currency = before->currency;
}

bool
sharing_merge(const struct lexemes *lexemes, struct number *before, const struct number *number)
{
	if (is_moment(before) != is_moment(number))
		return false;
	return (is_moment(number) ? merge_moments : merge_bounds)(lexemes, before, number);
}

/* Whether a number may be the day of a month: LE 27, am 27. */
static bool
may_be_day(const struct lexemes *lexemes, const struct number *number, uint64_t *day)
{
	size_t digits = number->amount.digits;
	bool bare = number->kind == NUMBER_ORDINAL ? lexemes->lexicon->ordinal_points
						   : number_is_bare(number);
	return bare && (digits == 1 || digits == 2) && number->qualifier == QUALIFIER_EXACT &&
	       is_operator(lexemes, number->first - 1, OP(ON)) &&
	       !nounphrase_has(lexemes, number->next) && !is_mark(lexemes, number->next, '%') &&
	       decimal_whole(number->low, day);
}

void
sharing_month(const struct lexemes *lexemes, const struct number *before, struct number *number)
{
	enum {
		REACH = 12
	};
	struct date last;
	uint64_t day;
	if (!before || number->first > before->next + REACH ||
		!may_be_day(lexemes, number, &day) || day < 1 || day > 31 ||
		!calendar_read((struct slice){before->to, strlen(before->to)}, &last))
		return;
	struct date date = {last.year, last.month, 1};
	if ((int)day <= last.day)
		date = calendar_add_months(date, 1);
	date.day = (int)day;
	if (!calendar_valid(date))
		return;
	number->kind = NUMBER_DATE;
	struct period period = period_around(date, GRAIN_DAY, 0);
	period_write(&period, number->from, number->to);
}
