#include "age.h"

/* ten years OLD, 28-year-OLD, six weeks OF AGE */
static void
read_age_behind(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next;
	if (is_operator(lexemes, at, OP(DASH)))
		at++;
	size_t tokens = operator_phrase(lexemes, at, OP(OLD));
	if (tokens == 0 || number->kind != NUMBER_DURATION)
		return;
	number->kind = NUMBER_AGE;
	number->next = at + tokens;
}

static void
make_age(const struct lexemes *lexemes, struct number *number)
{
	number->kind = NUMBER_AGE;
	number->unit = units_find(&lexemes->lexicon->units, SLICE("a"));
}

/* AGED 70, age 87; and the bare "Maria Lopes, 71,", "the suspect, 23," */
static void
read_bare_age(const struct lexemes *lexemes, struct number *number)
{
	uint64_t years;
	if (!number_is_bare(number) || !decimal_whole(number->high, &years) || years > 120 ||
		number->first == 0)
		return;
	size_t before = number->first - 1;
	bool aged = is_operator(lexemes, before, OP(AGED));
	bool bare =
		is_mark(lexemes, before, ',') && number->amount.digits > 0 &&
		number->amount.digits < 3 && before > 0 &&
		(lexeme_at(lexemes, before - 1)->capital ||
			(is_operator(lexemes, before - 2, OP(THE) | OP(A)) &&
				is_mark(lexemes, number->next, ','))) &&
		!is_role(lexemes, before - 1, ROLE_MONTH | ROLE_WEEKDAY) &&
		(is_mark(lexemes, number->next, ',') || is_mark(lexemes, number->next, '.')) &&
		(is_spaced(lexemes, number->next + 1));
	if (!aged && !bare)
		return;
	number->first -= aged;
	make_age(lexemes, number);
}

/* children UNDER 12: a bare number with a bound, behind a word for people */
static void
read_bound_age(const struct lexemes *lexemes, struct number *number)
{
	uint64_t years;
	bool bound =
		number->qualifier == QUALIFIER_ATLEAST || number->qualifier == QUALIFIER_ATMOST;
	if (!bound || !number_is_bare(number) || number->first == 0 ||
		!decimal_whole(number->high, &years) || years > 120 ||
		!is_role(lexemes, number->first - 1, ROLE_PLURAL) ||
		(is_kind(lexemes, number->next, TOKEN_LETTERS) &&
			!is_role(lexemes, number->next, ROLE_STOP)))
		return;
	make_age(lexemes, number);
}

void
age_read(const struct lexemes *lexemes, struct number *number)
{
	read_age_behind(lexemes, number);
	read_bare_age(lexemes, number);
	read_bound_age(lexemes, number);
}

void
age_share(const struct lexemes *lexemes, const struct number *before, struct number *number)
{
	uint64_t years;
	if (before->kind == NUMBER_AGE && number_is_bare(number) &&
		before->next + 1 == number->first &&
		is_operator(lexemes, before->next, OP(AND)) &&
		decimal_whole(number->high, &years) && years < 120 &&
		!is_kind(lexemes, number->next, TOKEN_LETTERS))
		make_age(lexemes, number);
}
