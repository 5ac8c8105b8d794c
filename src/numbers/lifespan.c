#include "lifespan.h"

#include "numeral.h"
#include "phrase.h"

/* 14-jährige HAFT, 14-летний тюремный СРОК: what is so long, and not so old */
static bool
is_term(const struct lexemes *lexemes, size_t at)
{
	return is_spaced(lexemes, at) &&
	       (is_trait(lexemes, at, TRAIT(TERM)) ||
		       (is_kind(lexemes, at, TOKEN_LETTERS) &&
			       is_trait(lexemes, at + 1, TRAIT(TERM))));
}

/* ten years OLD, 28-year-OLD, six weeks OF AGE */
static void
read_age_behind(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next;
	if (is_operator(lexemes, at, OP(DASH)))
		at++;
	size_t tokens = operator_phrase(lexemes, at, OP(OLD));
	/* 34-jährig: the word has the years in it */
	bool years = number_is_bare(number) && number->amount.digits > 0 &&
		     (at > number->next || !is_spaced(lexemes, at));
	if (tokens == 0 || (number->kind != NUMBER_DURATION && !years))
		return;
	number->kind = is_term(lexemes, at + tokens) ? NUMBER_DURATION : NUMBER_AGE;
	if (!number->unit)
		number->unit = units_find(&lexemes->lexicon->units, SLICE("a"));
	number->next = at + tokens;
}

/* Dos hermanos, de 34 Y 31 años: behind the second of two ages */
size_t
lifespan_end_of_pair(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (!is_operator(lexemes, at, OP(AND)) || numeral_digits(lexemes, at + 1, 1, 2) < 0)
		return at;
	at += 2;
	return at + (phrase_at(lexemes, at, ROLE_UNIT, &tokens) ? tokens : 0);
}

/*
 * Kinder UNTER fünf Jahren, enfants de moins de 5 ans, pazienti TRA i 40 e i 69 anni: a bound
 * or a range behind people
 */
static bool
is_bound_of_years(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->first - 1;
	bool bound = number->qualifier >= QUALIFIER_ATLEAST;
	/* les moins de 25 ans, gli over 65: they who are so old */
	if (bound && number->qualifier != QUALIFIER_RANGE &&
		!lexemes->lexicon->noun_compounds && is_operator(lexemes, at, OP(THE)) &&
		!is_operator(lexemes, at, OP(PRONOUN)) &&
		!is_operator(lexemes, number->next, OP(OF)))
		return true;
	at -= at > 0 && bound && !is_role(lexemes, at, ROLE_PERSON) &&
	      is_role(lexemes, at, ROLE_STOP);
	return bound && is_role(lexemes, at, ROLE_PERSON);
}

/*
 * il AVAIT 62 ans, MIT 62 Jahren, est MORT à 62 ans: years behind words for a life, where they
 * are no years of something
 */
static bool
is_life(const struct lexemes *lexemes, const struct number *number)
{
	size_t before = number->first - 1;
	if (is_operator(lexemes, number->next, OP(OF)) || is_elision(lexemes, number->next) ||
		number->qualifier == QUALIFIER_RANGE)
		return false;
	if (is_trait(lexemes, before, TRAIT(LIVED)))
		return !is_kind(lexemes, number->next, TOKEN_LETTERS) ||
		       is_role(lexemes, number->next, ROLE_STOP) ||
		       is_operator(lexemes, number->next, OP(AND)) ||
		       (lexemes->lexicon->noun_capitals &&
			       !lexeme_at(lexemes, number->next)->capital);
	return before > 0 && is_operator(lexemes, before, OP(AT) | OP(IN)) &&
	       is_trait(lexemes, before - 1, TRAIT(LIVED));
}

/* Ana Gil, 34 años, lives; behind a word for people a sentence may end as well */
static bool
ends_apposition(const struct lexemes *lexemes, size_t at, size_t person)
{
	return is_mark(lexemes, at, ',') ||
	       (is_mark(lexemes, at, '.') && is_role(lexemes, person, ROLE_PERSON));
}

/* un homme DE 34 ANS, Ana Gil, 34 AÑOS,: years behind a person */
static void
read_years_of_person(const struct lexemes *lexemes, struct number *number)
{
	size_t before = number->first - 1;
	if (number->kind != NUMBER_DURATION || number->first < 1 ||
		!slice_is(number->unit->symbol, "a"))
		return;
	if (is_bound_of_years(lexemes, number) || is_life(lexemes, number)) {
		number->kind = NUMBER_AGE;
		return;
	}
	/* мужчина 40 лет, where no word stands between */
	if (lexemes->lexicon->bare_parts && number->amount.digits > 0 &&
		is_role(lexemes, before, ROLE_PERSON)) {
		number->kind = NUMBER_AGE;
		return;
	}
	if (number->first < 2 || number->qualifier == QUALIFIER_ATLEAST ||
		number->qualifier == QUALIFIER_ATMOST)
		return;
	bool of = is_operator(lexemes, before, OP(OF));
	bool person =
		of && (is_role(lexemes, before - 1, ROLE_PERSON) ||
			      lexeme_ends(lexemes, before - 1, &lexemes->lexicon->persons));
	/* Ana Gil, 34 años, or el conductor, DE 34 años, */
	size_t comma = before - of;
	bool named = number->amount.digits > 0 && is_mark(lexemes, comma, ',') &&
		     (of || lexeme_at(lexemes, comma - 1)->capital ||
			     is_role(lexemes, comma - 2, ROLE_CARDINAL) ||
			     is_operator(lexemes, comma - 2, OP(THE) | OP(QUOTE)) ||
			     is_role(lexemes, comma - 1, ROLE_PERSON)) &&
		     ends_apposition(
			     lexemes, lifespan_end_of_pair(lexemes, number->next), comma - 1);
	if (person || named)
		number->kind = NUMBER_AGE;
}

/* ÂGÉ DE 12 ans, im ALTER VON 12 Jahren */
static void
read_aged_years(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	size_t tokens, at = number->first;
	if (number->kind != NUMBER_DURATION || number->unit->symbol.len == 0 || at == 0)
		return;
	/* menores DE CINCO años: a bound of ages only */
	const struct entry *bound = phrase_at(lexemes, at, ROLE_OPERATOR, &tokens);
	if (bound && bound->operators & OP(AGED)) {
		number->kind = NUMBER_AGE;
		return;
	}
	const struct entry *aged = phrase_before(lexemes, floor, at, ROLE_OPERATOR, &tokens);
	if (aged && !(aged->operators & OP(AGED)) && aged->operators & OP(OF) && tokens < at)
		aged = phrase_before(lexemes, floor, at - tokens, ROLE_OPERATOR, &tokens);
	if (aged && aged->operators & OP(AGED))
		number->kind = NUMBER_AGE;
}

void
lifespan_read(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	read_age_behind(lexemes, number);
	read_years_of_person(lexemes, number);
	read_aged_years(lexemes, floor, number);
}
