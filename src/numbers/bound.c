#include "bound.h"

#include "hours.h"
#include "phrase.h"
#include "qualify.h"

/* before 2010: up to the last day of 2009; after 2018: from the first of 2019 */
static void
take_bound(struct period *period, uint64_t operators)
{
	if (operators & (OP(BEFORE) | OP(UNTIL))) {
		period->no_from = true;
		if (period->is_end) /* before the end of it */
			return;
		if (operators & OP(BEFORE) && !period->timed)
			period->to = calendar_add_days(period->from, -1);
		else if (operators & OP(BEFORE))
			period->end = period->start;
	} else {
		period->no_to = true;
		if (!period->timed && !period->is_start)
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
	const struct entry *limit =
		qualifier_before(scan->lexemes, scan->floor, number->first, &tokens);
	if (!limit || tokens < 2 || qualifier_compares(scan->lexemes, number->first, tokens) ||
		(limit->sense->qualifier != QUALIFIER_ATLEAST &&
			limit->sense->qualifier != QUALIFIER_ATMOST) ||
		(is_role(scan->lexemes, number->first + 1, ROLE_UNIT) &&
			!is_operator(scan->lexemes, number->first, OP(NEXT) | OP(THIS))) ||
		is_operator(scan->lexemes, number->next - 1, OP(AGO)))
		return false;
	number->qualifier = limit->sense->qualifier;
	number->first -= tokens;
	period->no_from = number->qualifier == QUALIFIER_ATMOST;
	period->no_to = !period->no_from;
	return true;
}

/* GEGEN 20 Uhr: what leads in a time of day, but does not say "at", says "about". */
static void
take_rough_lead(const struct scan *scan, struct number *number)
{
	size_t tokens;
	const struct entry *lead =
		hours_lead(scan->lexemes, scan->floor, number->first, &tokens);
	if (!lead || lead->operators & OP(AT))
		return;
	number->qualifier = QUALIFIER_ABOUT;
	number->first -= tokens;
}

/* ABOUT 5 pm: the token before it */
static void
take_about(const struct scan *scan, struct number *number)
{
	size_t tokens;
	const struct entry *about =
		qualifier_before(scan->lexemes, scan->floor, number->first, &tokens);
	if (!about || about->sense->qualifier != QUALIFIER_ABOUT) {
		take_rough_lead(scan, number);
		return;
	}
	number->qualifier = QUALIFIER_ABOUT;
	number->first -= tokens;
}

static void
take_side(struct number *number, const struct period *period)
{
	number->qualifier = period->no_from ? QUALIFIER_ATMOST : QUALIFIER_ATLEAST;
}

/* STARTING (on) 5 June */
static bool
read_start(const struct scan *scan, size_t at, struct number *number, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	at -= at > scan->floor && is_operator(lexemes, at - 1, OP(ON) | OP(IN) | OP(FROM));
	if (at <= scan->floor || !is_operator(lexemes, at - 1, OP(STARTING)))
		return false;
	period->no_to = true;
	number->first = at - 1;
	take_side(number, period);
	return true;
}

/* before, after, until; later than: what leads it in */
static bool
read_lead(const struct scan *scan, size_t at, struct number *number, struct period *period)
{
	size_t tokens;
	const struct entry *lead =
		phrase_before(scan->lexemes, scan->floor, at, ROLE_OPERATOR, &tokens);
	if (!lead || !(lead->operators & (OP(BEFORE) | OP(AFTER) | OP(UNTIL))) ||
		lead->operators & OP(TO))
		return false;
	take_bound(period, lead->operators);
	number->first = at - tokens;
	take_side(number, period);
	return true;
}

/* 5 June OR LATER; from 5 June ONWARDS */
static void
read_tail(const struct lexemes *lexemes, struct number *number, struct period *period)
{
	size_t tokens;
	const struct entry *tail = phrase_at(lexemes, number->next, ROLE_QUALIFIER, &tokens);
	if (!tail || !(tail->sense->side & SIDE_AFTER) ||
		tail->sense->qualifier < QUALIFIER_ATLEAST ||
		is_kind(lexemes, number->next + tokens, TOKEN_LETTERS) ||
		is_kind(lexemes, number->next + tokens, TOKEN_DIGITS))
		return;
	period->no_from = tail->sense->qualifier == QUALIFIER_ATMOST;
	period->no_to = !period->no_from;
	number->next += tokens;
	take_side(number, period);
}

void
bound_read(const struct scan *scan, struct number *number, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (period->no_from || period->no_to) { /* tomorrow before 4 pm */
		take_side(number, period);
		return;
	}
	if (read_limit(scan, number, period))
		return;
	take_about(scan, number);
	/* "after Monday's attack" is no bound */
	if (is_operator(lexemes, number->next, OP(QUOTE)) && !is_spaced(lexemes, number->next))
		return;
	size_t at = number->first;
	at -= at > scan->floor && is_operator(lexemes, at - 1, OP(THE));
	if (!read_start(scan, at, number, period) && !read_lead(scan, at, number, period))
		read_tail(lexemes, number, period);
}
