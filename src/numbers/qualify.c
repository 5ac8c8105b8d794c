#include "qualify.h"

#include "nounphrase.h"
#include "phrase.h"

bool
has_low(const struct number *number)
{
	return number->qualifier != QUALIFIER_ATMOST;
}

bool
has_high(const struct number *number)
{
	return number->qualifier != QUALIFIER_ATLEAST;
}

const struct entry *
qualifier_before(const struct lexemes *lexemes, size_t floor, size_t end, size_t *tokens)
{
	const struct entry *entry = phrase_before(lexemes, floor, end, ROLE_QUALIFIER, tokens);
	while (entry && !(entry->sense->side & SIDE_BEFORE))
		entry = phrase_before(lexemes, end - *tokens + 1, end, ROLE_QUALIFIER, tokens);
	return entry;
}

bool
qualifier_compares(const struct lexemes *lexemes, size_t end, size_t tokens)
{
	const uint32_t ends =
		ROLE_UNIT | ROLE_CARDINAL | ROLE_CURRENCY | ROLE_DENOMINATOR | ROLE_ORDINAL;
	size_t before = end - tokens - 1;
	return end > tokens && tokens > 1 &&
	       (entry_at(lexemes, before)->ends & ends ||
		       is_kind(lexemes, before, TOKEN_DIGITS) || is_mark(lexemes, before, '%'));
}

/* A bound says more than "about", and a range more than both. */
static void
take(struct number *number, const struct entry *entry)
{
	if (number->qualifier == QUALIFIER_RANGE || number->qualifier == QUALIFIER_ATLEAST ||
		number->qualifier == QUALIFIER_ATMOST)
		return;
	if (entry->sense->qualifier != QUALIFIER_EXACT)
		number->qualifier = entry->sense->qualifier;
}

/*
 * "4 billion euros OVER five years", "doses OVER two weeks": while they last. Behind other
 * words it is more than they: it took over two hours.
 */
static bool
is_during(const struct lexemes *lexemes, size_t floor, const struct number *number,
	const struct entry *entry)
{
	size_t over = number->first - 1;
	if (number->kind != NUMBER_DURATION || over < 2)
		return false;
	/* mehr Lohn ÜBER zwei Jahre */
	if (lexemes->lexicon->noun_capitals)
		return entry->sense->qualifier == QUALIFIER_ATLEAST &&
		       lexeme_at(lexemes, over - 1)->capital;
	return is_operator(lexemes, over, OP(OVER)) &&
	       (over == floor || nounphrase_is_plural(lexemes, over - 1));
}

/*
 * "fell TO 2.3 percent", "tripled TO 900", "by 25 points, TO 2 percent", in languages where the
 * same word says "up to"
 */
static bool
is_change_to(const struct lexemes *lexemes, size_t floor, size_t to)
{
	enum {
		REACH = 8
	};
	if (!is_operator(lexemes, to, OP(TO)))
		return false;
	for (size_t i = 1; i <= REACH && to >= i; i++)
		if (is_operator(lexemes, to - i, OP(CHANGE)) ||
			is_role(lexemes, to - i, ROLE_MULTIPLE))
			return true;
	return floor > 0 && to - floor <= 1;
}

/* buried UNDER six metres OF mud: where it lies */
static bool
is_beneath(const struct lexemes *lexemes, const struct number *number, size_t tokens)
{
	return tokens == 1 && number->kind == NUMBER_MEASURE && number->unit &&
	       slice_is(number->unit->dimension, "length") &&
	       is_operator(lexemes, number->next, OP(OF)) &&
	       !is_operator(lexemes, number->next + 1, OP(THE));
}

/* charged OVER a €2m fraud, a row OVER 40 lost jobs: what it is about */
static bool
is_about(const struct lexemes *lexemes, const struct number *number)
{
	size_t over = number->first - 1;
	return is_operator(lexemes, over, OP(OVER)) && over > 0 &&
	       is_trait(lexemes, over - 1, TRAIT(DISPUTE)) &&
	       nounphrase_has(lexemes, number->next);
}

static void
qualify_before(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	size_t tokens;
	bool score =
		number->kind == NUMBER_RATIO && decimal_compare(number->low, number->high) != 0;
	for (int i = 0; i < 2 && !score; i++) {
		/* almost THE half, oltre IL 90 per cento, about EVERY fifth */
		bool part = number->kind == NUMBER_FRACTION || number->kind == NUMBER_PERCENT;
		size_t the = part && number->first > floor + 1 &&
			     is_operator(lexemes, number->first - 1, OP(THE) | OP(EVERY));
		const struct entry *entry =
			qualifier_before(lexemes, floor, number->first - the, &tokens);
		if (!entry || is_during(lexemes, floor, number, entry) ||
			is_about(lexemes, number))
			return;
		if (entry->sense->qualifier == QUALIFIER_ATMOST &&
			is_beneath(lexemes, number, tokens))
			return;
		if (entry->sense->qualifier == QUALIFIER_ATMOST &&
			is_change_to(lexemes, floor, number->first - the - tokens))
			return;
		/* a fifth MORE THAN a week earlier */
		if (number->kind == NUMBER_DURATION &&
			is_operator(lexemes, number->next - 1, OP(EARLIER)) &&
			qualifier_compares(lexemes, number->first, tokens))
			return;
		/* three TIMES AS MUCH AS a year earlier */
		if (is_operator(lexemes, number->first - tokens - 1, OP(TIMES)))
			return;
		number->first -= tokens + the;
		take(number, entry);
	}
}

/*
 * "above 1000 AND BELOW 1500", "5000 OR LESS than 6000": what would stand behind this number
 * stands before the next.
 */
static bool
leads_in_another(const struct lexemes *lexemes, size_t at, size_t tokens)
{
	struct amount amount;
	for (size_t i = at; i < at + tokens; i++) {
		size_t length;
		const struct entry *entry = phrase_at(lexemes, i, ROLE_QUALIFIER, &length);
		if (entry && entry->sense->side & SIDE_BEFORE && i + length >= at + tokens &&
			amount_read(lexemes, i + length, 0, &amount))
			return true;
	}
	return false;
}

/* "50 percent PLUS one vote", "$5m PLUS interest": something is added. */
static bool
adds_another(const struct lexemes *lexemes, const struct number *number, size_t at)
{
	return is_spaced(lexemes, at) && is_kind(lexemes, at, TOKEN_LETTERS) &&
	       (is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
		       (number->kind != NUMBER_COUNT &&
			       is_kind(lexemes, at + 1, TOKEN_LETTERS)) ||
		       is_operator(lexemes, at + 1, OP(A) | OP(THE)));
}

static void
qualify_behind(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	/* 70-plus, 40-odd */
	if (is_operator(lexemes, at, OP(DASH)) && !is_spaced(lexemes, at))
		at++;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	if (!entry || !(entry->sense->side & SIDE_AFTER) ||
		leads_in_another(lexemes, at, tokens))
		return;
	/* "and after" goes on from a date; "12, and after that" */
	if (is_kind(lexemes, at + tokens, TOKEN_LETTERS) &&
		is_operator(lexemes, at + tokens - 1,
			OP(BEFORE) | OP(AFTER) | OP(EARLIER) | OP(LATER)))
		return;
	if (tokens == 1 && entry->sense->qualifier == QUALIFIER_ATLEAST &&
		adds_another(lexemes, number, at))
		return;
	take(number, entry);
	number->next = at + tokens;
}

void
qualify(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	qualify_before(lexemes, floor, number);
	qualify_behind(lexemes, number);
}
