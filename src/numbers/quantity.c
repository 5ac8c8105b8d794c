#include "quantity.h"

#include "compound.h"
#include "measure.h"
#include "money.h"
#include "nounphrase.h"
#include "phrase.h"

void
quantity_multiply(struct number *number, struct decimal factor)
{
	number->low = decimal_multiply(number->low, factor);
	number->high = number->low;
}

void
quantity_take_amount(struct number *number, const struct amount *amount)
{
	static const enum number_kind kinds[] = {
		[AMOUNT_CARDINAL] = NUMBER_COUNT,
		[AMOUNT_ORDINAL] = NUMBER_ORDINAL,
		[AMOUNT_FRACTION] = NUMBER_FRACTION,
		[AMOUNT_VAGUE] = NUMBER_COUNT,
	};
	number->next = amount->next;
	number->kind = kinds[amount->kind];
	number->low = number->high = amount->value;
	number->amount = *amount;
	if (amount->kind == AMOUNT_VAGUE)
		number->qualifier = QUALIFIER_ATLEAST;
	else if (amount->rough)
		number->qualifier = QUALIFIER_ABOUT;
}

/* A sign counts where nothing it could join stands before it. */
bool
quantity_is_minus(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (!is_operator(lexemes, at, OP(MINUS)) || is_operator(lexemes, at - 1, OP(OR)))
		return false;
	if (is_kind(lexemes, at, TOKEN_LETTERS)) /* au MOINS 40 is none */
		return is_spaced(lexemes, at + 1) &&
		       !phrase_before(lexemes, 0, at + 1, ROLE_QUALIFIER, &tokens);
	return is_spaced(lexemes, at) ? !is_spaced(lexemes, at + 1)
				      : !is_kind(lexemes, at - 1, TOKEN_LETTERS) &&
						!is_kind(lexemes, at - 1, TOKEN_DIGITS) &&
						!is_spaced(lexemes, at + 1);
}

/*
 * "a" before a unit stands for one: a week, an hour; so does "all" or "another" before one of
 * time. "A second round" is no time, and the sum in "a $5 note" is not one dollar.
 */
static bool
read_article(const struct lexemes *lexemes, size_t at, struct amount *amount)
{
	size_t tokens, next = at + 1;
	bool article = is_operator(lexemes, at, OP(A));
	if (!article && !is_operator(lexemes, at, OP(ALL) | OP(MORE)))
		return false;
	if (is_operator(lexemes, next, OP(DASH)) && !is_spaced(lexemes, next + 1))
		next++;
	const struct entry *entry =
		phrase_at(lexemes, next, ROLE_UNIT | ROLE_CURRENCY, &tokens);
	if (!entry || is_kind(lexemes, next + tokens, TOKEN_DIGITS))
		return false;
	const struct unit *unit = entry->sense->unit;
	if (!article && !unit_is_time(unit))
		return false;
	/* a bit late; on a stone */
	if (unit && (slice_is(unit->symbol, "bit") || slice_is(unit->symbol, "[stone_av]")))
		return false;
	if (entry->roles & ROLE_ORDINAL && is_kind(lexemes, next + tokens, TOKEN_LETTERS) &&
		!is_role(lexemes, next + tokens, ROLE_STOP))
		return false;
	*amount = (struct amount){.first = at,
		.next = next,
		.value = decimal_of(1),
		.scale = decimal_of(1),
		.article = true};
	return true;
}

/* A few hours, several days: about three. */
static bool
read_few(const struct lexemes *lexemes, size_t at, struct amount *amount)
{
	if (!is_operator(lexemes, at, OP(A)) && !is_operator(lexemes, at - 1, OP(FEW)) &&
		!(entry_at(lexemes, at)->leads & OP(FEW)))
		return false; /* most */
	size_t tokens, next = at + is_operator(lexemes, at, OP(A));
	size_t few = operator_phrase(lexemes, at, OP(FEW)); /* EIN PAAR Wochen */
	if (few == 0)
		few = next - at + is_operator(lexemes, next, OP(FEW));
	next = at + few;
	const struct entry *unit = phrase_at(lexemes, next, ROLE_UNIT, &tokens);
	if (!is_operator(lexemes, next - 1, OP(FEW)) || !unit ||
		!unit_is_time(unit->sense->unit))
		return false;
	/* "Few hours are as quiet" is a lack of them */
	if (lexeme_at(lexemes, next - 1)->capital &&
		!is_operator(lexemes, next + tokens,
			OP(AGO) | OP(EARLIER) | OP(LATER) | OP(BEFORE) | OP(AFTER)))
		return false;
	*amount = (struct amount){.first = at,
		.next = next,
		.value = decimal_of(3),
		.scale = decimal_of(1),
		.article = true};
	return true;
}

/* Where a unit may stand behind the amount: 10-mile, half an hour, two more minutes */
static size_t
skip_to_unit(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	if (is_operator(lexemes, at, OP(DASH)) && !is_spaced(lexemes, at) &&
		!is_spaced(lexemes, at + 1) && is_kind(lexemes, at + 1, TOKEN_LETTERS))
		return at + 1;
	if (is_elision(lexemes, at) && is_role(lexemes, at - 1, ROLE_CARDINAL))
		return at + 1; /* ottant'anni */
	if (number->kind == NUMBER_FRACTION) {
		size_t inner = at + is_operator(lexemes, at, OP(OF));
		if (is_operator(lexemes, inner, OP(A)) || inner > at)
			return inner + is_operator(lexemes, inner, OP(A));
	}
	/* one and three quarters of hours; hundreds of miles; a couple of days */
	if (is_operator(lexemes, at, OP(OF)) &&
		(number->amount.digits == 0 || lexemes->lexicon->of_units))
		return at + 1 + is_elision(lexemes, at + 1);
	if (is_operator(lexemes, at, OP(MORE))) {
		size_t tokens;
		const struct entry *unit = phrase_at(lexemes, at + 1, ROLE_UNIT, &tokens);
		if (unit && unit_is_time(unit->sense->unit))
			return at + 1;
	}
	return at;
}

bool
quantity_read_part(const struct lexemes *lexemes, size_t at, struct number *number)
{
	struct amount amount;
	number_begin(number, at);
	if ((!amount_read(lexemes, at, AMOUNT_NO_AND, &amount) &&
		    !read_article(lexemes, at, &amount)) ||
		amount.kind == AMOUNT_ORDINAL || amount.kind == AMOUNT_VAGUE)
		return false;
	quantity_take_amount(number, &amount);
	return measure_read_unit(lexemes, skip_to_unit(lexemes, number), number);
}

bool
quantity_read(const struct lexemes *lexemes, size_t at, unsigned flags, struct number *number)
{
	number_begin(number, at);
	if (money_read_before(lexemes, at, number))
		return true;
	bool minus = quantity_is_minus(lexemes, at);
	struct amount amount;
	bool few = operator_phrase(lexemes, at, OP(FEW)) > 1 && read_few(lexemes, at, &amount);
	if (!few && !amount_read(lexemes, at + minus, flags, &amount)) {
		few = !minus && read_few(lexemes, at, &amount);
		if (!few && (minus || !read_article(lexemes, at, &amount)))
			return false;
	}
	quantity_take_amount(number, &amount);
	if (few)
		number->qualifier = QUALIFIER_ABOUT;
	if (minus)
		quantity_multiply(number, decimal_negate(decimal_of(1)));
	if (number->kind == NUMBER_ORDINAL)
		return !minus;
	if (compound_read_marks(lexemes, number))
		return true;
	size_t unit = skip_to_unit(lexemes, number);
	if (money_read_behind(lexemes, unit, number))
		return true;
	if (measure_read_unit(lexemes, unit, number))
		compound_read(lexemes, number);
	measure_read_below_zero(lexemes, number);
	/* with the wind it feels like -30 */
	if (minus && number_is_bare(number) && measure_is_weather(lexemes) &&
		!nounphrase_has(lexemes, number->next)) {
		number->kind = NUMBER_MEASURE;
		number->unit = units_find(&lexemes->lexicon->units, SLICE("Cel"));
	}
	return !amount.article || number->unit || number->currency.len > 0;
}
