#include "ordinal.h"

#include "phrase.h"
#include "portion.h"

bool
ordinal_is_point(const struct lexemes *lexemes, size_t at)
{
	return lexemes->lexicon->ordinal_points && is_mark(lexemes, at, '.') &&
	       !is_spaced(lexemes, at) && is_spaced(lexemes, at + 1) &&
	       is_kind(lexemes, at + 1, TOKEN_LETTERS) && lexeme_len(lexemes, at - 1) <= 2;
}

/* What makes the digits before `at` an ordinal: 21ST, 93-ТЯ, 2. Quartal; the token behind, or 0
 */
static size_t
read_ending(const struct lexemes *lexemes, size_t at, const struct numeral *numeral)
{
	if (is_spaced(lexemes, at) || numeral->fraction)
		return 0;
	size_t ending = at + is_hyphen(lexemes, at);
	if (!is_spaced(lexemes, ending) && is_operator(lexemes, ending, OP(ORDINAL)))
		return ending + 1;
	return !numeral->grouped && ordinal_is_point(lexemes, at) ? at + 1 : 0;
}

bool
ordinal_read_behind(struct cardinal *reading)
{
	const struct lexemes *lexemes = reading->lexemes;
	size_t at = reading->at, tokens;
	if (reading->is_numeral) {
		size_t next = read_ending(lexemes, at, &reading->numeral);
		reading->at = next ? next : at;
		return next > 0;
	}
	at += is_hyphen(lexemes, at);
	if (is_operator(lexemes, at, OP(AND)) && !reading->no_and)
		at++;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_ORDINAL, &tokens);
	if (!entry)
		return false;
	struct decimal value = decimal_of(entry->sense->ordinal);
	if (entry->sense->ordinal >= 100)
		reading->value = decimal_multiply(reading->value, value);
	else if (cardinal_fits(reading, value))
		reading->value = decimal_add(reading->value, value);
	else
		return false;
	reading->at = at + tokens;
	return true;
}

bool
ordinal_read(const struct lexemes *lexemes, struct amount *amount)
{
	size_t tokens, at = amount->first;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_ORDINAL, &tokens);
	if (!entry)
		return false;
	amount->kind = AMOUNT_ORDINAL;
	amount->value = decimal_of(entry->sense->ordinal);
	amount->next = at + tokens;
	portion_read_every(lexemes, amount);
	return true;
}
