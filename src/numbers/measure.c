#include "measure.h"

#include "nounphrase.h"
#include "phrase.h"
#include "quantity.h"

/* Whether the sentence speaks of how warm it is, so that 45C is no code. */
bool
measure_is_weather(const struct lexemes *lexemes)
{
	enum {
		REACH = 64
	};
	for (size_t i = 0; i < lexemes->count && i < REACH; i++)
		if (is_trait(lexemes, i, TRAIT(WEATHER)))
			return true;
	return false;
}

/* 45C: one letter for degrees */
static bool
is_degree(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = lexeme_at(lexemes, at)->exact_entry;
	return entry->roles & ROLE_UNIT && lexeme_len(lexemes, at) == 1 &&
	       slice_is(entry->sense->unit->dimension, "temperature");
}

/* Whether a mark of inches may as well close a quotation. */
static bool
has_quotation(const struct lexemes *lexemes, size_t at)
{
	enum {
		REACH = 40
	};
	for (size_t i = at; i > 0 && at - i < REACH; i--)
		if (is_mark(lexemes, i - 1, '"'))
			return true;
	return at > REACH;
}

/*
 * A symbol ends where its letters end: not the m of "24703 m212". One that is a word too (in)
 * stands before no other word, and one letter not before a hyphen and digits (L-202).
 */
static bool
is_symbol_end(const struct lexemes *lexemes, size_t at, size_t next)
{
	if (is_role(lexemes, at, ROLE_STOP) && is_spaced(lexemes, at) &&
		(is_kind(lexemes, next, TOKEN_LETTERS) ||
			is_kind(lexemes, next, TOKEN_DIGITS) || is_mark(lexemes, next, '$') ||
			quantity_is_minus(lexemes, next)))
		return false;
	if (is_mark(lexemes, at, '"') && has_quotation(lexemes, at))
		return false;
	/* one of ''delight */
	if (is_operator(lexemes, at, OP(QUOTE)) && is_spaced(lexemes, at))
		return false;
	/* magnitude 6,3 S'est produit, fin 2031 L'astéroïde, 6,3 S-a produs */
	if ((is_operator(lexemes, next, OP(QUOTE)) ||
		    (is_hyphen(lexemes, next) && is_role(lexemes, at, ROLE_STOP))) &&
		!is_spaced(lexemes, next) && !is_spaced(lexemes, next + 1) &&
		is_kind(lexemes, next + 1, TOKEN_LETTERS) && is_spaced(lexemes, at))
		return false;
	if (is_degree(lexemes, at) &&
		(is_spaced(lexemes, at) ||
			!(quantity_is_minus(lexemes, at - 2) || measure_is_weather(lexemes))))
		return false;
	if (!is_kind(lexemes, next - 1, TOKEN_LETTERS) || is_spaced(lexemes, next))
		return true;
	const struct token *token = &lexemes->items[next - 1].token;
	return !is_kind(lexemes, next, TOKEN_DIGITS) &&
	       !(token->end - token->start == 1 && is_operator(lexemes, next, OP(DASH)) &&
		       is_kind(lexemes, next + 1, TOKEN_DIGITS));
}

static const struct entry *
unit_at(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	size_t more;
	const struct entry *symbol = phrase_exact(lexemes, at, ROLE_UNIT, tokens);
	if (symbol && !is_symbol_end(lexemes, at, at + *tokens))
		symbol = NULL;
	const struct entry *name = phrase_at(lexemes, at, ROLE_UNIT, &more);
	if (name && (!symbol || more > *tokens)) {
		*tokens = more;
		return name;
	}
	return symbol;
}

static enum number_kind
kind_of(const struct unit *unit)
{
	if (unit_is_time(unit))
		return NUMBER_DURATION;
	if (slice_is(unit->symbol, "%") || slice_is(unit->symbol, "pp") ||
		slice_is(unit->symbol, "bp"))
		return NUMBER_PERCENT;
	return NUMBER_MEASURE;
}

/* The unit that two make, where the table has it: km and h are km/h. */
static const struct unit *
unit_per(const struct lexemes *lexemes, const struct unit *unit, const struct unit *per)
{
	char symbol[64];
	if (unit->symbol.len + per->symbol.len + 1 > sizeof symbol)
		return NULL;
	memcpy(symbol, unit->symbol.data, unit->symbol.len);
	symbol[unit->symbol.len] = '/';
	memcpy(symbol + unit->symbol.len + 1, per->symbol.data, per->symbol.len);
	return units_find(&lexemes->lexicon->units,
		(struct slice){symbol, unit->symbol.len + per->symbol.len + 1});
}

bool
measure_read_rate(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	if (!measure_may_be_rate(lexemes, at))
		return false;
	const struct entry *per = unit_at(lexemes, at + 1, &tokens);
	if (!per || !unit_is_time(per->sense->unit) || number->kind == NUMBER_DURATION)
		return false;
	/* "a day" that a date begins with: a day earlier, a year ago */
	if (is_operator(lexemes, at + 1 + tokens,
		    OP(AGO) | OP(EARLIER) | OP(LATER) | OP(AFTER) | OP(BEFORE) | OP(OLD)))
		return false;
	const struct unit *both =
		number->unit ? unit_per(lexemes, number->unit, per->sense->unit) : NULL;
	if (both)
		number->unit = both;
	else
		number->per = per->sense->unit;
	number->next = at + 1 + tokens;
	return true;
}

/* 20 (kg): the closing bracket, or 0 */
static char
bracket_of(const struct lexemes *lexemes, size_t at)
{
	if (is_mark(lexemes, at, '('))
		return ')';
	if (is_mark(lexemes, at, '['))
		return ']';
	return is_mark(lexemes, at, '<') ? '>' : 0;
}

static bool
read_bracketed_unit(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	char bracket = bracket_of(lexemes, at);
	const struct entry *entry =
		bracket ? phrase_exact(lexemes, at + 1, ROLE_UNIT, &tokens) : NULL;
	if (!entry || !is_mark(lexemes, at + 1 + tokens, bracket))
		return false;
	number->unit = entry->sense->unit;
	number->kind = kind_of(entry->sense->unit);
	number->next = at + 2 + tokens;
	return true;
}

/* "the waiting LIST tops 7.5m", "POPULATION: 1.4m": what is told is how many people there are
 */
static bool
tells_people(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		REACH = 6
	};
	for (size_t i = 1; i <= REACH && number->first >= i; i++) {
		size_t at = number->first - i;
		if (is_trait(lexemes, at, TRAIT(CROWD)) ||
			(is_role(lexemes, at, ROLE_PERSON) &&
				nounphrase_is_plural(lexemes, at)))
			return true;
		if (!is_kind(lexemes, at, TOKEN_LETTERS) && !is_mark(lexemes, at, ':'))
			break;
	}
	return false;
}

/* 2.5m people: the m of millions, where people or things are counted by it */
static bool
read_millions(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	const struct entry *entry = phrase_exact(lexemes, at, ROLE_SUFFIX, &tokens);
	/* 155mm shells */
	if (lexeme_len(lexemes, at) > 1 && phrase_exact(lexemes, at, ROLE_UNIT, &tokens))
		return false;
	if (!entry || entry->sense->scale_form != SCALE_MONEY || is_spaced(lexemes, at))
		return false;
	size_t noun = at + tokens;
	bool counts = is_kind(lexemes, noun, TOKEN_LETTERS) && is_spaced(lexemes, noun) &&
		      !is_role(lexemes, noun, ROLE_STOP) && nounphrase_is_plural(lexemes, noun);
	if (!counts && (nounphrase_has(lexemes, noun) || !tells_people(lexemes, number)))
		return false;
	quantity_multiply(number, entry->sense->scale);
	number->amount.scale = entry->sense->scale;
	number->next = at + tokens;
	return true;
}

/*
 * 41 degrees where the sentence speaks of how warm it is: no place on earth has been above 57
 * Celsius, so that more are Fahrenheit's.
 */
static void
take_weather(const struct lexemes *lexemes, struct number *number)
{
	enum {
		HOTTEST = 57
	};
	if (!slice_is(number->unit->symbol, "deg") || !measure_is_weather(lexemes))
		return;
	bool fahrenheit = decimal_compare(number->low, decimal_of(HOTTEST)) > 0;
	number->unit = units_find(
		&lexemes->lexicon->units, fahrenheit ? SLICE("[degF]") : SLICE("Cel"));
}

/* против 1,49 млрд ГОДОМ ранее: one year, of which there are no millions */
static bool
is_year_before(const struct lexemes *lexemes, size_t at, const struct number *number,
	const struct entry *entry)
{
	return is_role(lexemes, at, ROLE_SINGULAR) && unit_is_time(entry->sense->unit) &&
	       decimal_compare(number->amount.scale, decimal_of(1000000)) >= 0;
}

bool
measure_read_unit(const struct lexemes *lexemes, size_t at, struct number *number)
{
	size_t tokens;
	if (read_bracketed_unit(lexemes, at, number))
		return true;
	if (number->amount.digits > 0 && read_millions(lexemes, at, number))
		return false;
	const struct entry *entry = unit_at(lexemes, at, &tokens);
	if (!entry || is_year_before(lexemes, at, number, entry))
		return false;
	number->unit = entry->sense->unit;
	number->kind = kind_of(entry->sense->unit);
	quantity_multiply(number, entry->sense->unit_factor);
	take_weather(lexemes, number);
	number->next = at + tokens;
	measure_read_rate(lexemes, number->next, number);
	return true;
}

/* 2 degrees BELOW ZERO: a unit that is negative, behind another */
void
measure_read_below_zero(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens;
	const struct entry *below = phrase_at(lexemes, number->next, ROLE_UNIT, &tokens);
	if (!below || !below->sense->unit_factor.negative)
		return;
	quantity_multiply(number, below->sense->unit_factor);
	if (number->unit && slice_is(number->unit->symbol, "deg"))
		number->unit = below->sense->unit;
	number->next += tokens;
}
