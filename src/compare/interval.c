#include "interval.h"

#include <math.h>

static const double ABOUT = 0.04; /* the share by which "about" widens */
/* By which amounts in two units are widened: who turns one into the other rounds once more. 300
 * square miles are 780 km², and these are 77,000 hectares. */
static const double AGAIN = 1.25;
static const double NOISE = 1e-9; /* of units that are converted */

static double
slack_of(const struct number *number)
{
	struct slice digits =
		number_field(number, number->has_low ? NUMBER_FIELD_LOW : NUMBER_FIELD_HIGH);
	double slack = units_rounding(digits);
	double value = fabs(number->has_low ? number->low : number->high);
	if (number->about && slack < ABOUT * value)
		slack = ABOUT * value;
	return slack;
}

bool
interval_of(struct interval *interval, const struct number *number, const struct unit *unit)
{
	if (!number->has_low && !number->has_high)
		return false;
	*interval = (struct interval){
		.low = number->has_low ? number->low : number->high,
		.high = number->has_high ? number->high : number->low,
		.slack = slack_of(number),
		.scale = 1,
		.bound = !number->has_high  ? BOUND_BELOW
			 : !number->has_low ? BOUND_ABOVE
					    : BOUND_NONE,
		.result = number->result,
	};
	interval->numeral = interval->low;
	double factor = 1, offset = 0;
	if (unit && record_decimal(unit->factor, &factor) &&
		record_decimal(unit->offset, &offset)) {
		interval->low = interval->low * factor + offset;
		interval->high = interval->high * factor + offset;
		interval->slack *= factor;
		interval->scale = slice_is(unit->dimension, "ratio") ? 1 : factor;
	}
	return true;
}

bool
interval_agree(const struct interval *a, const struct interval *b)
{
	if (a->result || b->result)
		return a->result == b->result && a->low == b->low && a->high == b->high;
	enum bound open_a = a->bound, open_b = b->bound;
	if (open_a == open_b)
		open_a = open_b = BOUND_NONE;
	double wider = a->scale != b->scale ? AGAIN : 1;
	double slack_a = a->slack * wider, slack_b = b->slack * wider;
	double low_a = open_a == BOUND_ABOVE ? -INFINITY : a->low - slack_a;
	double low_b = open_b == BOUND_ABOVE ? -INFINITY : b->low - slack_b;
	double high_a = open_a == BOUND_BELOW ? INFINITY : a->high + slack_a;
	double high_b = open_b == BOUND_BELOW ? INFINITY : b->high + slack_b;
	double low = low_a > low_b ? low_a : low_b;
	double high = high_a < high_b ? high_a : high_b;
	return low < high - NOISE * fmax(fabs(low), fabs(high));
}

bool
interval_same_point(const struct interval *a, const struct interval *b)
{
	struct interval left = *a, right = *b;
	left.bound = right.bound = BOUND_NONE;
	return interval_agree(&left, &right);
}

double
interval_distance(const struct interval *a, const struct interval *b)
{
	double larger = fmax(fabs(a->low), fabs(b->low));
	if (a->low == b->low || larger == 0)
		return 0;
	return fmin(1, fabs(a->low - b->low) / larger);
}
