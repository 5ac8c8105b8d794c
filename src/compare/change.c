#include "change.h"

#include <math.h>

#include "loss.h"

static const double ROUGHLY = 0.1; /* what "a third" leaves open beside exact numbers */

static bool
is_percentage(const struct number *number)
{
	return slice_is(number_field(number, NUMBER_FIELD_UNIT), "%");
}

/* "Rose 20 percent", "by a third"; "rose to 20 percent" tells what it became. */
static bool
is_change_by_share(const struct figure *figure, const struct number *number)
{
	const struct circumstance *circumstance = &figure->circumstance;
	if (number->kind != NUMBER_SHARE || circumstance->standpoint || !circumstance->move ||
		(circumstance->relation & WORD_TO))
		return false;
	bool fraction = number_field(number, NUMBER_FIELD_UNIT).len == 0;
	return is_percentage(number) || (fraction && (circumstance->relation & WORD_BY));
}

/* "Fell by 7,000", "two percentage points" */
static bool
is_change_by_amount(const struct figure *figure, const struct number *number)
{
	if (number->kind == NUMBER_SHARE)
		return slice_is(number_field(number, NUMBER_FIELD_UNIT), "pp");
	return figure->circumstance.move && (figure->circumstance.relation & WORD_BY);
}

void
change_read(struct figure *figure, const struct number *number)
{
	if (number->change) {
		figure->change = CHANGE_BY_SHARE;
		figure->factor = true;
		figure->circumstance.direction = figure->interval.low < 1 ? WORD_DOWN : WORD_UP;
		figure->circumstance.move = figure->circumstance.direction;
	} else if (is_change_by_share(figure, number)) {
		figure->change = CHANGE_BY_SHARE;
	} else if (is_change_by_amount(figure, number)) {
		figure->change = CHANGE_BY_AMOUNT;
	}
}

struct interval
change_loose(const struct figure *figure)
{
	struct interval amount = figure->interval;
	bool fraction = figure->dimension == DIMENSION_SHARE && !figure->unit &&
			!figure->factor && !figure->derived;
	if (fraction && amount.slack < ROUGHLY * amount.low)
		amount.slack = ROUGHLY * amount.low;
	return amount;
}

struct interval
change_amount(const struct figure *figure, const struct figure *other)
{
	struct interval amount = other->derived ? change_loose(figure) : figure->interval;
	if (figure->factor && (other->change == CHANGE_BY_SHARE || other->loss)) {
		amount.low = fabs(amount.low - 1);
		amount.high = fabs(amount.high - 1);
	}
	return amount;
}

/* Whether a figure that is told can be what the other one works out. */
static bool
can_be(const struct figure *told, const struct figure *derived, bool agree)
{
	uint16_t moves = told->circumstance.move | derived->circumstance.move;
	switch (derived->derived) {
	case DERIVED_CHANGE:
		return told->change == derived->change && moves != (WORD_UP | WORD_DOWN) &&
		       (!told->frame || !derived->frame || told->frame == derived->frame);
	case DERIVED_SHARE:
		return told->change == CHANGE_NONE || told->circumstance.move == WORD_DOWN;
	case DERIVED_PART:
		return told->change == CHANGE_NONE && !told->whole &&
		       (agree || told->head == derived->head);
	case DERIVED_FORMER:
		return told->change == CHANGE_NONE &&
		       told->circumstance.standpoint == WORD_BEFORE;
	default:
		return true;
	}
}

/* "Fell to 7 percent", beside "fell 22 percent" */
static bool
is_level_beside(const struct figure *level, const struct figure *change)
{
	return change->change == CHANGE_BY_SHARE && level->change == CHANGE_NONE &&
	       (level->circumstance.relation & (WORD_FROM | WORD_TO)) &&
	       level->circumstance.move;
}

bool
change_comparable(const struct figure *a, const struct figure *b)
{
	struct interval left = change_amount(a, b), right = change_amount(b, a);
	bool agree = interval_agree(&left, &right);
	if (a->derived && b->derived)
		return a->derived == b->derived && a->change == b->change;
	if (a->derived || b->derived)
		return a->derived ? can_be(b, a, agree) : can_be(a, b, agree);
	if (agree)
		return true;
	return (a->change == CHANGE_BY_AMOUNT) == (b->change == CHANGE_BY_AMOUNT) &&
	       !is_level_beside(a, b) && !is_level_beside(b, a);
}
