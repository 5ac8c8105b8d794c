#include "si.h"

static struct decimal
read(struct slice text)
{
	struct decimal decimal = {0};
	decimal_read(text, &decimal);
	return decimal;
}

/* A factor of so many digits was rounded itself: the last of them say nothing. */
static struct decimal
convert(struct decimal amount, const struct unit *unit)
{
	enum {
		DIGITS = 15
	};
	struct decimal product = decimal_multiply(amount, read(unit->factor));
	if (unit->factor.len > DIGITS)
		product = decimal_round(product, DIGITS);
	return decimal_add(product, read(unit->offset));
}

void
si_convert(const struct units *units, struct number *number)
{
	const struct unit *unit = number->unit, *per = number->per;
	if (unit) {
		number->low = convert(number->low, unit);
		number->high = convert(number->high, unit);
		const struct unit *base = units_find(units, unit->base);
		number->unit = base ? base : unit;
	}
	if (per) {
		number->low = decimal_divide(number->low, read(per->factor));
		number->high = decimal_divide(number->high, read(per->factor));
		number->per = units_find(units, per->base);
	}
}
