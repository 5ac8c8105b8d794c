#include "money.h"

#include "numeral.h"
#include "phrase.h"
#include "quantity.h"

/* 5m is metres, $5m millions. */
static void
read_money_suffix(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens;
	const struct entry *entry = phrase_exact(lexemes, number->next, ROLE_SUFFIX, &tokens);
	if (!entry || number->amount.digits == 0 ||
		is_kind(lexemes, number->next + tokens, TOKEN_DIGITS))
		return;
	quantity_multiply(number, entry->sense->scale);
	number->amount.scale = entry->sense->scale;
	number->next += tokens;
}

/* 85p: a letter is a coin only where it is glued to digits, and small; "at 7p" is an hour. */
static bool
is_coin(const struct lexemes *lexemes, size_t at)
{
	int hour = numeral_digits(lexemes, at - 1, 1, 2);
	if (lexeme_len(lexemes, at) > 1 || !is_kind(lexemes, at, TOKEN_LETTERS))
		return true;
	return !is_spaced(lexemes, at) && is_kind(lexemes, at - 1, TOKEN_DIGITS) &&
	       lexeme_len(lexemes, at - 1) < 4 && !lexeme_at(lexemes, at)->capital &&
	       !(hour >= 0 && hour <= 12 && is_operator(lexemes, at - 2, OP(AT)));
}

static const struct entry *
currency_at(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	const struct entry *entry = phrase_exact(lexemes, at, ROLE_CURRENCY, tokens);
	size_t more;
	const struct entry *word = phrase_at(lexemes, at, ROLE_CURRENCY, &more);
	if (word && (!entry || more > *tokens) && (more > 1 || is_coin(lexemes, at))) {
		*tokens = more;
		return word;
	}
	return entry;
}

static void
take_currency(struct number *number, const struct entry *entry)
{
	number->kind = NUMBER_MONEY;
	number->currency = entry->sense->currency;
	quantity_multiply(number, entry->sense->currency_factor);
}

/* 43c behind $20, 50 cents behind 3 dollars; a bare 50 only at the end of a clause. */
static void
read_minor(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	struct amount amount;
	if (is_operator(lexemes, at, OP(AND)))
		at++;
	if (!amount_read(lexemes, at, AMOUNT_NO_AND, &amount) ||
		amount.kind != AMOUNT_CARDINAL || amount.value.exponent < 0 ||
		decimal_compare(amount.value, decimal_of(100)) >= 0)
		return;
	const struct entry *entry = currency_at(lexemes, amount.next, &tokens);
	bool minor = entry && decimal_compare(entry->sense->currency_factor, decimal_of(1)) < 0;
	/* "420 Millionen Euro ein" are no euros and one cent */
	bool enough = amount.digits > 0 || at > number->next ||
		      decimal_compare(amount.value, decimal_of(10)) >= 0;
	bool bare = !entry && enough && !is_kind(lexemes, amount.next, TOKEN_LETTERS) &&
		    !is_kind(lexemes, amount.next, TOKEN_DIGITS) &&
		    (amount.next >= lexemes->count || !is_mark(lexemes, amount.next, '%'));
	if (!minor && (!bare || number->low.exponent < 0))
		return;
	number->low = decimal_add(number->low, decimal_shift(amount.value, -2));
	number->high = number->low;
	number->next = amount.next + (minor ? tokens : 0);
}

/* $15/HOUR: a part of what is written there */
static void
skip_slash(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	if (is_mark(lexemes, at, '/') && !is_spaced(lexemes, at) &&
		!is_spaced(lexemes, at + 1) && phrase_at(lexemes, at + 1, ROLE_UNIT, &tokens))
		number->next = at + 1 + tokens;
}

bool
money_read_before(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	struct amount amount;
	const struct lexeme *first = lexeme_at(lexemes, at);
	if (!((first->entry->begins | first->exact_entry->begins) & ROLE_CURRENCY))
		return false; /* most */
	const struct entry *entry = currency_at(lexemes, at, &tokens);
	if (!entry || (is_kind(lexemes, at + tokens - 1, TOKEN_LETTERS) &&
			      !is_kind(lexemes, at + tokens, TOKEN_DIGITS)))
		return false;
	size_t behind = at + tokens;
	bool minus = quantity_is_minus(lexemes, behind);
	behind += minus;
	struct numeral numeral;
	if (!numeral_read(lexemes, behind, &numeral) ||
		!amount_read(lexemes, behind, AMOUNT_NO_AND, &amount) ||
		amount.kind == AMOUNT_ORDINAL)
		return false;
	/* "the DOLLAR 156.4 yen": what the dollar is worth */
	if (is_operator(lexemes, at - 1, OP(THE)) && !first->capital &&
		is_kind(lexemes, at, TOKEN_LETTERS) &&
		currency_at(lexemes, amount.next, &tokens))
		return false;
	quantity_take_amount(number, &amount);
	number->first = at;
	read_money_suffix(lexemes, number);
	take_currency(number, entry);
	if (minus)
		quantity_multiply(number, decimal_negate(decimal_of(1)));
	/* $10 dollars; $5 million US */
	if (currency_at(lexemes, number->next, &tokens) &&
		is_kind(lexemes, number->next, TOKEN_LETTERS) &&
		slice_equal(currency_at(lexemes, number->next, &tokens)->sense->currency,
			number->currency))
		number->next += tokens;
	else
		read_minor(lexemes, number);
	skip_slash(lexemes, number);
	return true;
}

/* Whether the sentence speaks of weights, so that its pounds are not money. */
static bool
is_weight(const struct lexemes *lexemes, const struct number *number, size_t next)
{
	size_t floor = number->first > 24 ? number->first - 24 : 0;
	if (is_operator(lexemes, next, OP(OF)) ||
		(is_mark(lexemes, next, ')') && is_operator(lexemes, next + 1, OP(OF))))
		return true;
	for (size_t i = floor; i < number->first + 24 && i < lexemes->count; i++) {
		const struct entry *entry = entry_at(lexemes, i);
		if (entry->traits & TRAIT(WEIGHT) ||
			(entry->roles & ROLE_UNIT && !(entry->roles & ROLE_CURRENCY) &&
				slice_is(entry->sense->unit->dimension, "mass")))
			return true;
	}
	return number->amount.article;
}

bool
money_read_behind(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	const struct entry *entry = currency_at(lexemes, at, &tokens);
	if (!entry)
		return false;
	size_t longer;
	if (entry->roles & ROLE_UNIT && is_weight(lexemes, number, at + tokens))
		return false;
	if (phrase_at(lexemes, at, ROLE_UNIT, &longer) && longer > tokens)
		return false; /* pounds per square inch */
	/* the sign of the next sum: 5 $10 bills */
	if (is_kind(lexemes, at, TOKEN_MARK) && is_spaced(lexemes, at) &&
		is_kind(lexemes, at + tokens, TOKEN_DIGITS) && !is_spaced(lexemes, at + tokens))
		return false;
	number->next = at + tokens;
	take_currency(number, entry);
	/* 75 USD million */
	const struct entry *scale = phrase_at(lexemes, number->next, ROLE_SCALE, &tokens);
	if (scale && scale->sense->scale_form == SCALE_WORD &&
		decimal_compare(number->amount.scale, decimal_of(1)) == 0 &&
		number->amount.digits > 0) {
		quantity_multiply(number, scale->sense->scale);
		number->next += tokens;
	} else if (decimal_compare(entry->sense->currency_factor, decimal_of(1)) == 0) {
		read_minor(lexemes, number);
	}
	return true;
}
