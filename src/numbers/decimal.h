/*
 * decimal: exact decimal numbers, so that no digit of a figure is lost: coefficient ×
 * 10^exponent. What would need more than 38 digits is rounded; so are endless fractions.
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "slice.h"

__extension__ typedef unsigned __int128 decimal_digits;

struct decimal {
	decimal_digits coefficient;
	int exponent;
	bool negative; /* never where the coefficient is 0 */
};

/* The same without zeros at the end of the coefficient. */
struct decimal decimal_normal(struct decimal a);

static inline struct decimal
decimal_of(uint64_t number)
{
	struct decimal decimal = {.coefficient = number};
	return number % 10 != 0 ? decimal : decimal_normal(decimal);
}

/*
 * A plain decimal as tables hold it ("0.5", "-12"); false where the text is of another form or
 * has more than 38 digits.
 */
bool decimal_read(struct slice text, struct decimal *decimal);

struct decimal decimal_negate(struct decimal a);
struct decimal decimal_add(struct decimal a, struct decimal b);
struct decimal decimal_multiply(struct decimal a, struct decimal b);

/* a × 10^power */
struct decimal decimal_shift(struct decimal a, int power);

/*
 * a / b, b not 0. An endless fraction has six decimals, and six digits where that is more
 * (1/121: 0.00826446).
 */
struct decimal decimal_divide(struct decimal a, struct decimal b);

/* a without its fraction. */
struct decimal decimal_truncate(struct decimal a);

/* a with so many digits at most. */
struct decimal decimal_round(struct decimal a, int digits);

/* a to the power of a whole number. False where that has too many digits. */
bool decimal_power(struct decimal a, int power, struct decimal *result);

/* Less than, equal to or greater than 0 as a is to b. */
int decimal_compare(struct decimal a, struct decimal b);

/* Whether both are written alike. */
static inline bool
decimal_same(struct decimal a, struct decimal b)
{
	return a.coefficient == b.coefficient && a.exponent == b.exponent &&
	       a.negative == b.negative;
}

/* Whether it is a whole number below 2^63, and which. */
bool decimal_whole(struct decimal a, uint64_t *number);

/* Writes it plainly, without an exponent and without zeros at the end of a fraction. */
void decimal_write(struct decimal a, struct buffer *to);

#endif
