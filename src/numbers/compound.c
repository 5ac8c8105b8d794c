#include "compound.h"

#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "quantity.h"

static struct decimal
unit_factor(const struct unit *unit)
{
	struct decimal factor;
	return decimal_read(unit->factor, &factor) ? factor : decimal_of(1);
}

/* The mark for feet glued behind digits: 7', 7′ */
static bool
is_feet(const struct lexemes *lexemes, size_t at)
{
	return at < lexemes->count && !is_spaced(lexemes, at) &&
	       (is_mark(lexemes, at, '\'') || slice_is(lexeme_lower(lexemes, at), "′") ||
		       slice_is(lexeme_lower(lexemes, at), "’"));
}

/* 2 yd 7': the feet by their mark */
static bool
read_feet(const struct lexemes *lexemes, size_t at, struct number *number)
{
	int feet = numeral_digits(lexemes, at, 1, 1);
	if (feet < 0 || !is_feet(lexemes, at + 1) ||
		(!is_spaced(lexemes, at + 2) && is_kind(lexemes, at + 2, TOKEN_LETTERS)))
		return false;
	number_begin(number, at);
	number->low = number->high = decimal_of((uint64_t)feet);
	number->unit = units_find(&lexemes->lexicon->units, SLICE("[ft_i]"));
	number->next = at + 2;
	return true;
}

/*
 * 6 feet 2 inches, one hour and 45 minutes: the sum, in the smaller unit. What stands behind
 * must be of the same dimension and of a smaller unit.
 */
static bool
read_smaller(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next;
	struct number smaller;
	if (is_mark(lexemes, at, ','))
		at++;
	if (is_operator(lexemes, at, OP(AND)))
		at++;
	if ((!read_feet(lexemes, at, &smaller) && !quantity_read_part(lexemes, at, &smaller)) ||
		smaller.per || smaller.unit->dimension.data == NULL ||
		!slice_equal(smaller.unit->dimension, number->unit->dimension))
		return false;
	struct decimal factor = unit_factor(number->unit);
	struct decimal smaller_factor = unit_factor(smaller.unit);
	if (slice_is(number->unit->symbol, "a") && slice_is(smaller.unit->symbol, "mo")) {
		factor = decimal_of(12);
		smaller_factor = decimal_of(1);
	}
	if (decimal_compare(smaller_factor, factor) >= 0)
		return false;
	number->low = decimal_add(
		decimal_divide(decimal_multiply(number->low, factor), smaller_factor),
		smaller.low);
	number->high = number->low;
	number->unit = smaller.unit;
	number->next = smaller.next;
	return true;
}

/* an hour AND A HALF; 2 hours TEN, 1 hour AND THIRTY: minutes where no noun is behind */
static bool
read_time_rest(const struct lexemes *lexemes, struct number *number)
{
	struct amount amount;
	size_t tokens, at = number->next;
	bool and = is_operator(lexemes, at, OP(AND));
	if (!amount_read(lexemes, at + and, AMOUNT_NO_AND, &amount))
		return false;
	if (and&&amount.kind == AMOUNT_FRACTION &&
		decimal_compare(amount.value, decimal_of(1)) < 0) {
		number->low = decimal_add(number->low, amount.value);
		number->high = number->low;
		number->next = amount.next;
		return true;
	}
	if (!slice_is(number->unit->symbol, "h") || amount.kind != AMOUNT_CARDINAL ||
		amount.value.exponent < 0 ||
		decimal_compare(amount.value, decimal_of(60)) >= 0 ||
		is_kind(lexemes, amount.next, TOKEN_LETTERS) ||
		phrase_exact(lexemes, amount.next, ROLE_UNIT | ROLE_CURRENCY, &tokens))
		return false;
	number->low = decimal_add(decimal_multiply(number->low, decimal_of(60)), amount.value);
	number->high = number->low;
	number->unit = units_find(&lexemes->lexicon->units, SLICE("min"));
	number->next = amount.next;
	return true;
}

/* 9 s 98, 9 secondes 98: hundredths behind seconds */
static bool
read_hundredths(const struct lexemes *lexemes, struct number *number)
{
	int hundredths = numeral_digits(lexemes, number->next, 2, 2);
	if (hundredths < 0 || !slice_is(number->unit->symbol, "s") ||
		nounphrase_has(lexemes, number->next + 1) || number->amount.fraction)
		return false;
	number->low =
		decimal_add(number->low, decimal_shift(decimal_of((uint64_t)hundredths), -2));
	number->high = number->low;
	number->next++;
	return true;
}

void
compound_read(const struct lexemes *lexemes, struct number *number)
{
	if (number->per || number->kind == NUMBER_PERCENT)
		return;
	for (int i = 0; i < 6; i++)
		if (!read_smaller(lexemes, number))
			break;
	if (number->kind == NUMBER_DURATION && !read_hundredths(lexemes, number))
		read_time_rest(lexemes, number);
}

/* And for inches: 10", 10″, 10'' */
static size_t
skip_inches(const struct lexemes *lexemes, size_t at)
{
	if (is_spaced(lexemes, at))
		return at;
	if (is_mark(lexemes, at, '"') || slice_is(lexeme_lower(lexemes, at), "″") ||
		slice_is(lexeme_lower(lexemes, at), "”"))
		return at + 1;
	return at + (is_feet(lexemes, at) && is_feet(lexemes, at + 1) ? 2 : 0);
}

bool
compound_read_marks(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next;
	if (number->amount.digits == 0 || number->amount.digits > 2 ||
		number->amount.fraction || !is_feet(lexemes, at))
		return false;
	int inches = numeral_digits(lexemes, at + 1, 1, 2);
	size_t next = inches >= 0 && inches < 12 ? skip_inches(lexemes, at + 2) : 0;
	if (next < at + 3)
		return false;
	number->low = decimal_add(
		decimal_multiply(number->low, decimal_of(12)), decimal_of((uint64_t)inches));
	number->high = number->low;
	number->unit = units_find(&lexemes->lexicon->units, SLICE("[in_i]"));
	number->kind = NUMBER_MEASURE;
	number->next = next;
	return true;
}

/* The digits behind a mark that are glued to it; -1 where there are none. */
static int
digits_behind(const struct lexemes *lexemes, size_t at, char mark, size_t most)
{
	if (!is_mark(lexemes, at, mark) || is_spaced(lexemes, at) || is_spaced(lexemes, at + 1))
		return -1;
	return numeral_digits(lexemes, at + 1, mark == ':' ? 2 : 1, most);
}

bool
compound_read_clock(const struct lexemes *lexemes, size_t at, struct number *number)
{
	if (!is_mark(lexemes, at + 1, ':'))
		return false;
	int first = numeral_digits(lexemes, at, 1, 3);
	int second = digits_behind(lexemes, at + 1, ':', 2);
	if (first < 0 || second < 0 || second > 59)
		return false;
	int third = digits_behind(lexemes, at + 3, ':', 2);
	size_t next = at + (third < 0 ? 3 : 5);
	int fraction = digits_behind(lexemes, next, '.', 3);
	if (fraction < 0 && (third < 0 || !is_operator(lexemes, at - 1, OP(IN) | OP(OF))))
		return false;
	int seconds = first * 60 + second;
	if (third >= 0)
		seconds = seconds * 60 + third;
	*number = (struct number){.first = at, .next = next, .kind = NUMBER_DURATION};
	number->low = decimal_of((uint64_t)seconds);
	if (fraction >= 0) {
		int digits = (int)lexeme_len(lexemes, next + 1);
		number->low = decimal_add(
			number->low, decimal_shift(decimal_of((uint64_t)fraction), -digits));
		number->next = next + 2;
	}
	number->high = number->low;
	number->unit = units_find(&lexemes->lexicon->units, SLICE("s"));
	return number->unit != NULL;
}
