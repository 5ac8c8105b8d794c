#include "decimal.h"

enum {
	DIGITS = 38,
	EXPONENT_LIMIT = 300, /* records hold numbers of 400 digits at most */
	FRACTION_DIGITS = 6,
};

struct decimal
decimal_normal(struct decimal a)
{
	uint64_t low = (uint64_t)a.coefficient;
	if (low == a.coefficient && low != 0) { /* most numbers: 64 bits are much faster */
		while (low % 10 == 0) {
			low /= 10;
			a.exponent++;
		}
		a.coefficient = low;
		return a;
	}
	while (a.coefficient != 0 && a.coefficient % 10 == 0) {
		a.coefficient /= 10;
		a.exponent++;
	}
	if (a.coefficient == 0)
		return (struct decimal){0};
	return a;
}

bool
decimal_read(struct slice text, struct decimal *decimal)
{
	struct decimal a = {0};
	size_t at = 0, digits = 0;
	bool point = false;
	if (text.len > 0 && text.data[0] == '-')
		at++;
	for (; at < text.len; at++) {
		char byte = text.data[at];
		if (byte == '.' && !point) {
			point = true;
			continue;
		}
		if (byte < '0' || byte > '9' || ++digits > DIGITS)
			return false;
		a.coefficient = a.coefficient * 10 + (unsigned)(byte - '0');
		a.exponent -= point;
	}
	if (digits == 0)
		return false;
	a.negative = text.data[0] == '-';
	*decimal = decimal_normal(a);
	return true;
}

struct decimal
decimal_negate(struct decimal a)
{
	a.negative = a.coefficient != 0 && !a.negative;
	return a;
}

struct decimal
decimal_shift(struct decimal a, int power)
{
	if (a.coefficient != 0)
		a.exponent += power;
	return a;
}

static int
count_digits(decimal_digits number)
{
	int digits = 1;
	while (number >= 10 && number > UINT64_MAX) {
		number /= 10;
		digits++;
	}
	for (uint64_t low = (uint64_t)number; low >= 10; low /= 10)
		digits++;
	return digits;
}

/* Drops digits at the end, rounding half up. */
static struct decimal
drop_digits(struct decimal a, int digits)
{
	for (int i = 0; i < digits; i++) {
		bool up = i == digits - 1 && a.coefficient % 10 >= 5;
		a.coefficient = a.coefficient / 10 + up;
		a.exponent++;
	}
	return a;
}

/* Makes the exponents of both the same, losing digits only where there is no room for them. */
static void
align(struct decimal *a, struct decimal *b)
{
	if (a->exponent < b->exponent) {
		align(b, a);
		return;
	}
	while (a->exponent > b->exponent && count_digits(a->coefficient) < DIGITS - 1) {
		a->coefficient *= 10;
		a->exponent--;
	}
	if (a->exponent > b->exponent)
		*b = drop_digits(*b, a->exponent - b->exponent > DIGITS
					     ? DIGITS + 1
					     : a->exponent - b->exponent);
	b->exponent = a->exponent;
}

struct decimal
decimal_add(struct decimal a, struct decimal b)
{
	if (a.coefficient == 0)
		return b;
	if (b.coefficient == 0)
		return a;
	align(&a, &b);
	if (a.negative == b.negative) {
		a.coefficient += b.coefficient;
	} else if (a.coefficient >= b.coefficient) {
		a.coefficient -= b.coefficient;
	} else {
		b.coefficient -= a.coefficient;
		a = b;
	}
	return decimal_normal(a);
}

static bool
is_one(struct decimal a)
{
	return a.coefficient == 1 && a.exponent == 0 && !a.negative;
}

struct decimal
decimal_multiply(struct decimal a, struct decimal b)
{
	a = decimal_normal(a);
	if (is_one(b))
		return a;
	b = decimal_normal(b);
	int excess = count_digits(a.coefficient) + count_digits(b.coefficient) - DIGITS;
	if (excess > 0) {
		struct decimal *longer = a.coefficient > b.coefficient ? &a : &b;
		*longer = drop_digits(*longer, excess);
	}
	return decimal_normal((struct decimal){a.coefficient * b.coefficient,
		a.exponent + b.exponent, a.negative != b.negative});
}

/* How many digits before the point a has: 0 for 0.1, -1 for 0.01. */
static int
magnitude(struct decimal a)
{
	return count_digits(a.coefficient) + a.exponent;
}

struct decimal
decimal_divide(struct decimal a, struct decimal b)
{
	if (a.coefficient == 0)
		return a;
	decimal_digits quotient = a.coefficient / b.coefficient;
	decimal_digits rest = a.coefficient % b.coefficient;
	int exponent = a.exponent - b.exponent;
	while (rest != 0 && count_digits(quotient) < DIGITS / 2 &&
		count_digits(rest) < DIGITS) {
		rest *= 10;
		quotient = quotient * 10 + rest / b.coefficient;
		rest %= b.coefficient;
		exponent--;
	}
	struct decimal result = {quotient, exponent, a.negative != b.negative};
	if (rest != 0) {
		int decimals = FRACTION_DIGITS;
		if (magnitude(result) < 0)
			decimals -= magnitude(result);
		if (-exponent > decimals)
			result = drop_digits(result, -exponent - decimals);
	}
	return decimal_normal(result);
}

struct decimal
decimal_truncate(struct decimal a)
{
	for (; a.exponent < 0 && a.coefficient != 0; a.exponent++)
		a.coefficient /= 10;
	return decimal_normal(a);
}

struct decimal
decimal_round(struct decimal a, int digits)
{
	int excess = count_digits(a.coefficient) - digits;
	return excess > 0 ? decimal_normal(drop_digits(a, excess)) : a;
}

bool
decimal_power(struct decimal a, int power, struct decimal *result)
{
	struct decimal product = decimal_of(1);
	int times = power < 0 ? -power : power;
	if (times > DIGITS || (power < 0 && a.coefficient == 0))
		return false;
	for (int i = 0; i < times; i++)
		product = decimal_multiply(product, a);
	*result = power < 0 ? decimal_divide(decimal_of(1), product) : product;
	return result->exponent < EXPONENT_LIMIT && result->exponent > -EXPONENT_LIMIT;
}

/* Whether it is a whole number that fits into 64 bits with room to spare. */
static bool
is_small(struct decimal a)
{
	return !a.negative && a.exponent >= 0 && a.exponent < 9 && a.coefficient < UINT32_MAX;
}

static uint64_t
small_whole(struct decimal a)
{
	uint64_t whole = (uint64_t)a.coefficient;
	for (int i = 0; i < a.exponent; i++)
		whole *= 10;
	return whole;
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	if (is_small(a) && is_small(b)) { /* most: no need of 38 digits */
		uint64_t x = small_whole(a), y = small_whole(b);
		return (x > y) - (x < y);
	}
	struct decimal difference = decimal_add(a, decimal_negate(b));
	if (difference.coefficient == 0)
		return 0;
	return difference.negative ? -1 : 1;
}

bool
decimal_whole(struct decimal a, uint64_t *number)
{
	if (a.negative || a.exponent < 0 || (!is_small(a) && magnitude(a) > 18))
		return false;
	*number = small_whole(a);
	return true;
}

static void
add_zeros(struct buffer *to, int count)
{
	for (int i = 0; i < count; i++)
		buffer_add_byte(to, '0');
}

void
decimal_write(struct decimal a, struct buffer *to)
{
	char digits[DIGITS + 2];
	int count = 0;
	uint64_t whole;
	if (decimal_whole(a, &whole)) { /* most are */
		buffer_add_size(to, whole);
		return;
	}
	a = decimal_normal(a);
	do {
		digits[count++] = (char)('0' + (int)(a.coefficient % 10));
		a.coefficient /= 10;
	} while (a.coefficient != 0);
	if (a.negative)
		buffer_add_byte(to, '-');
	if (count + a.exponent <= 0) {
		buffer_add(to, SLICE("0."));
		add_zeros(to, -(count + a.exponent));
	}
	for (int i = count; i-- > 0;) {
		buffer_add_byte(to, digits[i]);
		if (i > 0 && i == -a.exponent)
			buffer_add_byte(to, '.');
	}
	add_zeros(to, a.exponent);
}
