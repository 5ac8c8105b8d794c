#include "numeral.h"

#include "utf8.h"

enum {
	LONGEST = 30, /* digits; what has more is a code, not a quantity */
	GROUPS = 10,
};

/* Appends the digits of a token to the value; how many there were. */
static unsigned
add_digits(const struct lexemes *lexemes, size_t at, struct decimal *value)
{
	const struct token *token = &lexemes->items[at].token;
	unsigned count = 0;
	for (size_t i = token->start, len; i < token->end && count <= LONGEST; i += len) {
		int32_t character = utf8_decode(lexemes->text, i, &len);
		value->coefficient =
			value->coefficient * 10 + (unsigned)utf8_digit_value(character);
		count++;
	}
	return count;
}

/* Whether digits stand directly behind the mark at `at`, which stands directly behind digits.
 */
static bool
joins_digits(const struct lexemes *lexemes, size_t at)
{
	return !is_spaced(lexemes, at) && !is_spaced(lexemes, at + 1) &&
	       is_kind(lexemes, at + 1, TOKEN_DIGITS);
}

static bool
is_digits_of(const struct lexemes *lexemes, size_t at, size_t len)
{
	return is_kind(lexemes, at, TOKEN_DIGITS) && lexeme_len(lexemes, at) == len;
}

/* Groups of three behind the mark: how many; 0 where the mark does not group. */
static size_t
count_groups(const struct lexemes *lexemes, size_t at, char mark)
{
	size_t groups = 0;
	while (groups < GROUPS && is_mark(lexemes, at, mark) && joins_digits(lexemes, at) &&
		is_digits_of(lexemes, at + 1, 3)) {
		groups++;
		at += 2;
	}
	if (is_mark(lexemes, at, mark) && joins_digits(lexemes, at))
		return 0;
	return groups;
}

/* 10,00,000: groups of two and a last one of three. */
static size_t
count_indian_groups(const struct lexemes *lexemes, size_t at)
{
	size_t groups = 0;
	while (groups < GROUPS && is_mark(lexemes, at, ',') && joins_digits(lexemes, at) &&
		is_digits_of(lexemes, at + 1, 2)) {
		groups++;
		at += 2;
	}
	if (groups == 0 || !is_mark(lexemes, at, ',') || !joins_digits(lexemes, at) ||
		!is_digits_of(lexemes, at + 1, 3))
		return 0;
	return groups + 1;
}

/* 1 414 021: how many groups stand behind spaces (no-break or not). */
static size_t
count_spaced_groups(const struct lexemes *lexemes, size_t at)
{
	size_t groups = 0;
	while (groups < GROUPS && is_digits_of(lexemes, at + groups, 3) &&
		lexemes->items[at + groups].token.start -
				lexemes->items[at + groups - 1].token.end <=
			3)
		groups++;
	return is_kind(lexemes, at + groups, TOKEN_DIGITS) ? 0 : groups;
}

/* The decimal mark at `at`: the language's own, or the other where it cannot group. */
static bool
is_decimal_mark(const struct lexemes *lexemes, size_t at)
{
	if (!joins_digits(lexemes, at) ||
		!(is_mark(lexemes, at, '.') || is_mark(lexemes, at, ',')))
		return false;
	char mark = lexemes->text.data[lexemes->items[at].token.start];
	/* 1.2.3 is a version, 1,2,3 a list */
	if (is_mark(lexemes, at + 2, mark) && joins_digits(lexemes, at + 2))
		return false;
	return mark == (lexemes->lexicon->decimal_comma ? ',' : '.') ||
	       lexeme_len(lexemes, at + 1) != 3;
}

static size_t
read_groups(const struct lexemes *lexemes, size_t at, struct numeral *numeral)
{
	char own = lexemes->lexicon->decimal_comma ? '.' : ',';
	char other = lexemes->lexicon->decimal_comma ? ',' : '.';
	size_t step = 2, groups = count_groups(lexemes, at, own);
	if (groups == 0)
		groups = count_groups(lexemes, at, '\'');
	if (groups == 0)
		groups = count_indian_groups(lexemes, at);
	if (groups == 0) {
		/* the other mark groups where it comes twice, or before a decimal
		 * mark: 1.111,11 */
		size_t others = count_groups(lexemes, at, other);
		if (others > 1 || (others == 1 && is_mark(lexemes, at + 2, own) &&
					  joins_digits(lexemes, at + 2)))
			groups = others;
	}
	if (groups == 0 && is_digits_of(lexemes, at, 3)) {
		groups = count_spaced_groups(lexemes, at);
		step = 1;
	}
	numeral->grouped = groups > 0;
	for (size_t i = 0; i < groups; i++, at += step)
		numeral->digits += add_digits(lexemes, at + step - 1, &numeral->value);
	return at;
}

static size_t
read_fraction(const struct lexemes *lexemes, size_t at, struct numeral *numeral)
{
	int digits = (int)add_digits(lexemes, at, &numeral->value);
	numeral->fraction = true;
	numeral->value.exponent = -digits;
	return at + 1;
}

/* 4e14, 9.83e-3 */
static size_t
read_exponent(const struct lexemes *lexemes, size_t at, struct numeral *numeral)
{
	if (is_spaced(lexemes, at) || !slice_is(lexeme_lower(lexemes, at), "e"))
		return at;
	size_t digits = at + 1;
	bool negative = is_mark(lexemes, digits, '-');
	if ((negative || is_mark(lexemes, digits, '+')) && !is_spaced(lexemes, digits))
		digits++;
	if (is_spaced(lexemes, digits) || !is_kind(lexemes, digits, TOKEN_DIGITS) ||
		lexeme_len(lexemes, digits) > 2)
		return at;
	struct decimal power = {0};
	add_digits(lexemes, digits, &power);
	numeral->value.exponent += negative ? -(int)power.coefficient : (int)power.coefficient;
	numeral->fraction = true;
	return digits + 1;
}

bool
numeral_read(const struct lexemes *lexemes, size_t at, struct numeral *numeral)
{
	*numeral = (struct numeral){0};
	bool bare_fraction = is_mark(lexemes, at, '.') && !is_spaced(lexemes, at + 1) &&
			     is_spaced(lexemes, at) && is_kind(lexemes, at + 1, TOKEN_DIGITS);
	if (!bare_fraction && !is_kind(lexemes, at, TOKEN_DIGITS))
		return false;
	if (bare_fraction) {
		at = read_fraction(lexemes, at + 1, numeral);
	} else {
		numeral->padded = lexemes->text.data[lexemes->items[at].token.start] == '0' &&
				  lexeme_len(lexemes, at) > 1;
		numeral->digits = add_digits(lexemes, at, &numeral->value);
		at++;
		if (numeral->digits <= 3)
			at = read_groups(lexemes, at, numeral);
		if (numeral->digits <= LONGEST && is_decimal_mark(lexemes, at))
			at = read_fraction(lexemes, at + 1, numeral);
	}
	numeral->next = read_exponent(lexemes, at, numeral);
	return numeral->digits <= LONGEST && numeral->value.exponent >= -LONGEST;
}

int
numeral_read_digits(const struct lexemes *lexemes, size_t at, size_t min, size_t max)
{
	size_t len = lexeme_len(lexemes, at);
	if (len < min || len > max)
		return -1;
	int value = 0;
	const char *digits = lexemes->text.data + lexemes->items[at].token.start;
	for (size_t i = 0; i < len; i++) {
		if (digits[i] < '0' || digits[i] > '9')
			return -1;
		value = value * 10 + (digits[i] - '0');
	}
	return value;
}
