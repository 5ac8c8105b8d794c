#include "bound.h"

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

void
bound_read(const struct scan *scan, struct number *number, struct period *period)
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
