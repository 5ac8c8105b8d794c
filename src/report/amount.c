#include "amount.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void
take_shown(void *context, const struct slice field[TABLE_FIELDS])
{
	struct amounts *amounts = context;
	amounts->shown = memory_reserve(
		amounts->shown, &amounts->capacity, amounts->count + 1, sizeof *amounts->shown);
	amounts->shown[amounts->count] =
		(struct shown_unit){field[1], field[2], slice_is(field[3], "before"), field[4]};
	map_add(&amounts->by_symbol, field[0], (uint32_t)amounts->count++, NULL);
}

void
amounts_read(struct amounts *amounts)
{
	units_read(&amounts->units, NULL);
	tables_each(NULL, "en", "shown-units", take_shown, amounts);
}

void
amounts_free(struct amounts *amounts)
{
	units_free(&amounts->units);
	free(amounts->shown);
	map_free(&amounts->by_symbol);
}

static const struct shown_unit *
find_shown(const struct amounts *amounts, struct slice symbol)
{
	const uint32_t *at = map_find(&amounts->by_symbol, symbol);
	return at ? &amounts->shown[*at] : NULL;
}

/* --- Digits --- */

/* The digits with a comma before each third from the end: 14,000. */
static void
add_grouped(struct buffer *to, struct slice digits)
{
	for (size_t i = 0; i < digits.len; i++) {
		if (i > 0 && (digits.len - i) % 3 == 0)
			buffer_add_byte(to, ',');
		buffer_add_byte(to, digits.data[i]);
	}
}

/* 240000000 is 240 million, 1250000 is 1.25 million; 1234567 is left as it is. */
static bool
add_millions(struct buffer *to, struct slice digits, enum amount_form form)
{
	static const struct {
		size_t zeros;
		const char *names[2];
	} scales[] = {
		{12, {[AMOUNT_FULL] = " trillion", [AMOUNT_SHORT] = "T"}},
		{9, {[AMOUNT_FULL] = " billion", [AMOUNT_SHORT] = "B"}},
		{6, {[AMOUNT_FULL] = " million", [AMOUNT_SHORT] = "M"}},
	};
	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		if (digits.len <= scales[i].zeros || digits.len > scales[i].zeros + 3)
			continue;
		size_t whole = digits.len - scales[i].zeros, end = digits.len;
		while (end > whole && digits.data[end - 1] == '0')
			end--;
		if (end - whole > 2)
			return false;
		buffer_add(to, slice_cut(digits, 0, whole));
		if (end > whole) {
			buffer_add_byte(to, '.');
			buffer_add(to, slice_cut(digits, whole, end));
		}
		buffer_add(to, slice_of(scales[i].names[form]));
		return true;
	}
	return false;
}

/* A decimal as 14,000 or 2.5; a date, a time or what else it may be as it is. */
static void
add_decimal(struct buffer *to, struct slice decimal, enum amount_form form)
{
	double number;
	if (!record_decimal(decimal, &number)) {
		buffer_add(to, decimal);
		return;
	}
	if (decimal.data[0] == '-') {
		buffer_add(to, SLICE("−"));
		decimal = slice_cut(decimal, 1, decimal.len);
	}
	const char *point = memchr(decimal.data, '.', decimal.len);
	size_t whole = point ? (size_t)(point - decimal.data) : decimal.len;
	if (!point && add_millions(to, decimal, form))
		return;
	add_grouped(to, slice_cut(decimal, 0, whole));
	buffer_add(to, slice_cut(decimal, whole, decimal.len));
}

/* --- Units --- */

static bool
is_one(const struct value *value)
{
	return slice_is(value->low, "1") && slice_is(value->high, "1");
}

static struct slice
name_of(const struct amounts *amounts, struct slice symbol, bool one)
{
	const struct shown_unit *shown = find_shown(amounts, symbol);
	return !shown ? symbol : one ? shown->one : shown->many;
}

/*
 * Where a rate's slash stands: "USD/mo", "/d"; the unit's end where it is none or has a name.
 */
static size_t
rate_at(const struct amounts *amounts, struct slice unit)
{
	const char *slash = unit.len ? memchr(unit.data, '/', unit.len) : NULL;
	return slash && !find_shown(amounts, unit) ? (size_t)(slash - unit.data) : unit.len;
}

/* % and °C stand close to the amount, words do not. */
static bool
stands_close(struct slice name)
{
	return slice_is(name, "%") || slice_is(name, "°");
}

static void
add_unit(struct buffer *to, const struct amounts *amounts, const struct value *value)
{
	size_t rate = rate_at(amounts, value->unit);
	struct slice unit = slice_cut(value->unit, 0, rate);
	const struct shown_unit *shown = find_shown(amounts, unit);
	if (unit.len > 0 && !(shown && shown->before)) {
		struct slice name = name_of(amounts, unit, is_one(value));
		if (!stands_close(name))
			buffer_add_byte(to, ' ');
		buffer_add(to, name);
	}
	if (rate < value->unit.len) {
		buffer_add_byte(to, '/');
		buffer_add(
			to, name_of(amounts, slice_cut(value->unit, rate + 1, value->unit.len),
				    true));
	}
}

static void
add_sign_before(struct buffer *to, const struct amounts *amounts, const struct value *value)
{
	struct slice unit = slice_cut(value->unit, 0, rate_at(amounts, value->unit));
	const struct shown_unit *shown = find_shown(amounts, unit);
	if (shown && shown->before)
		buffer_add(to, shown->one);
}

/* A part of a whole as its sign: 0.5 is ½. */
static struct slice
fraction_sign(const struct value *value)
{
	static const struct {
		const char *decimal, *sign;
	} signs[] = {
		{"0.5", "½"},
		{"0.333333", "⅓"},
		{"0.666667", "⅔"},
		{"0.25", "¼"},
		{"0.75", "¾"},
		{"0.2", "⅕"},
		{"0.125", "⅛"},
	};
	if (value->unit.len > 0 || !slice_equal(value->low, value->high))
		return SLICE("");
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (slice_is(value->low, signs[i].decimal))
			return slice_of(signs[i].sign);
	return SLICE("");
}

/* Whether it is a part of a whole without a sign, as "four out of five". */
static bool
is_told_in_words(const struct value *value, struct slice surface)
{
	return value->unit.len == 0 && value_is_part(value) && surface.len > 0 &&
	       !slice_has_digit(surface) && memchr(surface.data, ' ', surface.len);
}

/* A part that is told in numerals, or was worked out: "4,000 of 11,000" is 36%. */
static bool
add_as_percent(struct buffer *to, const struct amounts *amounts, const struct value *value,
	struct slice surface)
{
	double part;
	char digits[8];
	if (value->unit.len > 0 || !value_is_part(value) ||
		!slice_equal(value->low, value->high) || !slice_has_digit(surface) ||
		!record_decimal(value->low, &part))
		return false;
	int len = snprintf(digits, sizeof digits, "%.0f", 100 * part);
	struct slice percent = {digits, (size_t)len};
	buffer_add(to, percent);
	add_unit(to, amounts, &(struct value){percent, percent, SLICE("%")});
	return true;
}

bool
amount_is_turned(const struct value *value, struct slice surface)
{
	return value->low.len > 0 && value->high.len > 0 &&
	       !slice_equal(value->low, value->high) && slice_starts(surface, value->high);
}

void
amount_add(struct buffer *to, const struct amounts *amounts, const struct value *value,
	struct slice surface, enum amount_form form)
{
	struct slice sign = fraction_sign(value);
	bool unknown = value->low.len == 0 && value->high.len == 0;
	if (sign.len > 0 || unknown || is_told_in_words(value, surface)) {
		buffer_add(to, sign.len > 0 ? sign : surface);
		return;
	}
	if (value->high.len == 0)
		buffer_add(to, form == AMOUNT_SHORT ? SLICE("≥") : SLICE("≥ "));
	else if (value->low.len == 0)
		buffer_add(to, form == AMOUNT_SHORT ? SLICE("≤") : SLICE("≤ "));
	if (add_as_percent(to, amounts, value, surface))
		return;
	add_sign_before(to, amounts, value);
	struct slice first = value->low, last = value->high;
	if (amount_is_turned(value, surface)) {
		first = value->high;
		last = value->low;
	}
	if (first.len > 0)
		add_decimal(to, first, form);
	if (first.len > 0 && last.len > 0 && !slice_equal(first, last))
		buffer_add(to, SLICE("–"));
	if (last.len > 0 && !slice_equal(first, last))
		add_decimal(to, last, form);
	add_unit(to, amounts, value);
}

/* --- Conversion --- */

static double
decimal_of(struct slice field, double otherwise)
{
	double number;
	return record_decimal(field, &number) ? number : otherwise;
}

static double
to_base(const struct unit *unit, double amount)
{
	return amount * decimal_of(unit->factor, 1) + decimal_of(unit->offset, 0);
}

static double
from_base(const struct unit *unit, double amount)
{
	return (amount - decimal_of(unit->offset, 0)) / decimal_of(unit->factor, 1);
}

/* Three digits, no exponent: 482.8 is 483, 0.7769 is 0.777. Returns how long it is. */
static size_t
round_digits(char *digits, size_t room, double number)
{
	double size = fabs(number);
	int whole = size >= 1 ? (int)floor(log10(size)) + 1 : 1;
	double step = pow(10, whole - 3);
	int decimals = whole >= 3 ? 0 : 3 - whole;
	if (whole > 3)
		number = floor(number / step + 0.5) * step;
	int len = snprintf(digits, room, "%.*f", decimals, number);
	if (len < 0 || (size_t)len >= room)
		return 0;
	while (decimals > 0 && len > 0 && digits[len - 1] == '0')
		len--;
	if (decimals > 0 && len > 0 && digits[len - 1] == '.')
		len--;
	return (size_t)len;
}

bool
amount_add_metric(struct buffer *to, const struct amounts *amounts, const struct value *value)
{
	const struct shown_unit *shown = find_shown(amounts, value->unit);
	if (!shown || shown->metric.len == 0)
		return false;
	const struct unit *from = units_find(&amounts->units, value->unit);
	const struct unit *into = units_find(&amounts->units, shown->metric);
	char low[64], high[64];
	double number;
	struct value metric = {SLICE(""), SLICE(""), shown->metric};
	if (!from || !into)
		return false;
	if (record_decimal(value->low, &number))
		metric.low = (struct slice){low,
			round_digits(low, sizeof low, from_base(into, to_base(from, number)))};
	if (record_decimal(value->high, &number))
		metric.high =
			(struct slice){high, round_digits(high, sizeof high,
						     from_base(into, to_base(from, number)))};
	if (metric.low.len == 0 && metric.high.len == 0)
		return false;
	amount_add(to, amounts, &metric, SLICE(""), AMOUNT_FULL);
	return true;
}

struct slice
amount_dimension(const struct amounts *amounts, const struct value *value)
{
	const struct unit *unit = units_find(&amounts->units, value->unit);
	return unit ? unit->dimension : SLICE("");
}

/*
 * The value's bounds in base units, as far apart as it may be rounded; an open side is
 * infinite. False where it is no number.
 */
static bool
bounds(const struct amounts *amounts, const struct value *value, double *low, double *high)
{
	const struct unit *unit = units_find(&amounts->units, value->unit);
	bool below = record_decimal(value->low, low), above = record_decimal(value->high, high);
	if ((!below && value->low.len > 0) || (!above && value->high.len > 0))
		return false;
	double slack = units_rounding(below ? value->low : value->high);
	*low = !below ? -INFINITY : unit ? to_base(unit, *low - slack) : *low - slack;
	*high = !above ? INFINITY : unit ? to_base(unit, *high + slack) : *high + slack;
	return below || above;
}

/* Of two that are open to the same side the bounds are compared: "at least 3", "at least 5". */
static void
close_both(struct value *a, struct value *b)
{
	if (a->low.len == 0 && b->low.len == 0) {
		a->low = a->high;
		b->low = b->high;
	} else if (a->high.len == 0 && b->high.len == 0) {
		a->high = a->low;
		b->high = b->low;
	}
}

bool
amounts_apart(const struct amounts *amounts, const struct value *a, const struct value *b)
{
	double low_a, high_a, low_b, high_b;
	struct value closed_a = *a, closed_b = *b;
	close_both(&closed_a, &closed_b);
	if (!bounds(amounts, &closed_a, &low_a, &high_a) ||
		!bounds(amounts, &closed_b, &low_b, &high_b))
		return !slice_equal(a->low, b->low) || !slice_equal(a->high, b->high);
	return low_a >= high_b || low_b >= high_a;
}
