#include "age.h"

#include "lifespan.h"
#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "qualify.h"

enum {
	OLDEST = 120, /* years */
};

static void
make_age(const struct lexemes *lexemes, struct number *number)
{
	number->kind = NUMBER_AGE;
	number->unit = units_find(&lexemes->lexicon->units, SLICE("a"));
}

static bool
may_be_years(const struct number *number)
{
	uint64_t years;
	return number_is_bare(number) && number->amount.kind == AMOUNT_CARDINAL &&
	       !number->per && decimal_compare(number->high, decimal_of(OLDEST)) <= 0 &&
	       (number->high.exponent < 0 || decimal_whole(number->high, &years));
}

/* under THE AGE OF 40 */
static bool
read_age_of(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	size_t first = number->first;
	if (first < floor + 2 || !is_operator(lexemes, first - 1, OP(OF)) ||
		!is_operator(lexemes, first - 2, OP(AGED)))
		return false;
	first -= 2;
	number->first = first - (first > floor && is_operator(lexemes, first - 1, OP(THE)));
	qualify(lexemes, floor, number);
	return true;
}

/* Jan Kos, 71, and "the suspect, 23,"; Jan Kos (71) */
static bool
is_apposition(const struct lexemes *lexemes, const struct number *number)
{
	size_t before = number->first - 1;
	if (number->amount.digits == 0 || number->amount.digits > 2 || before == 0)
		return false;
	bool name = lexeme_at(lexemes, before - 1)->capital &&
		    !is_role(lexemes, before - 1, ROLE_MONTH | ROLE_WEEKDAY);
	if (is_mark(lexemes, before, '('))
		return (name || is_role(lexemes, before - 1, ROLE_PERSON)) &&
		       number->amount.digits == 2 && number->qualifier == QUALIFIER_EXACT &&
		       (lexeme_at(lexemes, before - 2)->capital ||
			       is_role(lexemes, before - 1, ROLE_PERSON)) &&
		       is_mark(lexemes, number->next, ')');
	size_t next = lifespan_end_of_pair(lexemes, number->next);
	bool ends = is_spaced(lexemes, next + 1) &&
		    (is_mark(lexemes, next, ',') || is_mark(lexemes, next, '.') ||
			    (is_operator(lexemes, next, OP(DASH)) && is_spaced(lexemes, next)));
	/* the suspect, 23, and lottery winner, 67, and two brothers, 34 and 31, */
	bool person = is_role(lexemes, before - 1, ROLE_PERSON) &&
		      (next > number->next || !nounphrase_is_plural(lexemes, before - 1));
	bool noun = (is_operator(lexemes, before - 2, OP(THE) | OP(A)) || person) &&
		    (is_mark(lexemes, next, ',') || (person && is_mark(lexemes, next, '.'))) &&
		    !is_role(lexemes, before - 1, ROLE_MONTH | ROLE_WEEKDAY);
	return is_mark(lexemes, before, ',') && ends && (name || noun);
}

/* "the average AGE was 42.7", "the pension AGE will rise from 62": the clause tells an age. */
static bool
is_said_of_age(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		REACH = 7
	};
	if (nounphrase_has(lexemes, number->next) || is_mark(lexemes, number->next, '-') ||
		is_mark(lexemes, number->next, '%') ||
		!is_operator(lexemes, number->first - 1,
			OP(BE) | OP(TO) | OP(FROM) | OP(AT) | OP(BY)))
		return false;
	for (size_t i = 2; i <= REACH && number->first >= i; i++) {
		size_t at = number->first - i;
		if (is_operator(lexemes, at, OP(AGED)))
			return true;
		if (is_kind(lexemes, at, TOKEN_MARK))
			return false;
	}
	return false;
}

/* "people under 30 ENGAGE in it": one word, not capital, that is neither a plural nor a unit */
static bool
counts_nothing(const struct lexemes *lexemes, size_t at)
{
	return lexemes->lexicon->noun_compounds && !nounphrase_has(lexemes, at + 1) &&
	       !lexeme_at(lexemes, at)->capital && !nounphrase_is_plural(lexemes, at) &&
	       !is_role(lexemes, at, ROLE_UNIT | ROLE_SCALE | ROLE_CURRENCY);
}

/* voters UNDER 30, Americans over 65: a bound behind a word for people */
static bool
is_bound_of_people(const struct lexemes *lexemes, const struct number *number)
{
	size_t before = number->first - 1;
	bool bound =
		number->qualifier == QUALIFIER_ATLEAST || number->qualifier == QUALIFIER_ATMOST;
	return bound &&
	       (is_role(lexemes, before, ROLE_PERSON | ROLE_PLURAL) ||
		       (lexeme_at(lexemes, before)->capital &&
			       nounphrase_is_plural(lexemes, before))) &&
	       (!nounphrase_has(lexemes, number->next) ||
		       nounphrase_is_verb(lexemes, number->next) ||
		       counts_nothing(lexemes, number->next));
}

/* The years of a decade that EARLY, MID or LATE leave. */
static void
take_part(struct number *number, int years, uint64_t part)
{
	int low = part & OP(LATE) ? 7 : part & OP(MID) ? 4 : 0;
	int high = part & OP(EARLY) ? 3 : part & OP(MID) ? 6 : 9;
	number->qualifier = QUALIFIER_RANGE;
	number->low = decimal_of((uint64_t)(years + low));
	number->high = decimal_of((uint64_t)(years + high));
}

/* the 18 to 24 AGE group, 16- to 19-year-olds */
static bool
is_age_group(const struct lexemes *lexemes, const struct number *number)
{
	return number->qualifier == QUALIFIER_RANGE &&
	       is_operator(
		       lexemes, number->next + is_hyphen(lexemes, number->next), OP(AGED)) &&
	       !is_operator(lexemes, number->next, OP(OF));
}

/* trois suspects de 18, 20 ET 25 ANS: further ages behind one, the last of them with its years
 */
static bool
has_more_ages(const struct lexemes *lexemes, size_t at)
{
	enum {
		MOST = 8
	};
	size_t tokens, more = 0;
	while (more < MOST &&
		(is_mark(lexemes, at, ',') || is_operator(lexemes, at, OP(AND) | OP(OR))) &&
		numeral_digits(lexemes, at + 1, 1, 2) >= 0) {
		at += 2;
		more++;
	}
	const struct entry *unit = phrase_at(lexemes, at, ROLE_UNIT, &tokens);
	return more > 0 && unit && slice_is(unit->sense->unit->symbol, "a");
}

/* The people whose ages begin at `at`: OF or a comma may stand between. */
static bool
is_behind_people(const struct lexemes *lexemes, size_t at)
{
	bool joined = is_operator(lexemes, at - 1, OP(OF)) || is_mark(lexemes, at - 1, ',');
	return at > joined + (size_t)1 && is_role(lexemes, at - 1 - joined, ROLE_PERSON);
}

/* ein Mädchen VON VIER, a boy of six: where nothing is counted */
static bool
is_of_person(const struct lexemes *lexemes, const struct number *number)
{
	return number->first > 1 && is_operator(lexemes, number->first - 1, OP(OF)) &&
	       is_role(lexemes, number->first - 2, ROLE_PERSON) &&
	       !is_trait(lexemes, number->first - 2, TRAIT(PARENT)) &&
	       number->qualifier == QUALIFIER_EXACT && !number->amount.fraction &&
	       !nounphrase_is_plural(lexemes, number->first - 2) &&
	       !nounphrase_has(lexemes, number->next);
}

/* Ende DREISSIG, Mitte 40: the decade of a life behind these, where nothing is counted */
static bool
read_part_of_life(const struct lexemes *lexemes, struct number *number)
{
	uint64_t years, part = entry_at(lexemes, number->first - 1)->operators &
			       (OP(BEGINNING) | OP(MID) | OP(END));
	if (!part || number->first == 0 || number->qualifier != QUALIFIER_EXACT ||
		!decimal_whole(number->low, &years) || years < 20 || years > 90 ||
		years % 10 != 0 || nounphrase_has(lexemes, number->next) ||
		is_mark(lexemes, number->next, '%') || is_mark(lexemes, number->next, '-'))
		return false;
	uint64_t third = part & OP(END) ? OP(LATE) : part & OP(MID) ? OP(MID) : OP(EARLY);
	number->first--;
	take_part(number, (int)years, third);
	return true;
}

/* she turns 50, he died at 91, who is 70: a number alone behind words for a life */
static bool
is_year_of_life(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		YOUNGEST = 13 /* "died at 10" is a time */
	};
	size_t at = number->first - 1;
	size_t led = is_operator(lexemes, at, OP(AT) | OP(BE));
	/* AT 86 she swims */
	bool ahead = is_operator(lexemes, at, OP(AT)) &&
		     is_trait(lexemes, number->next, TRAIT(LIVED));
	return (ahead || (at > led && is_trait(lexemes, at - led, TRAIT(LIVED)))) &&
	       lexemes->lexicon->noun_compounds && number->qualifier == QUALIFIER_EXACT &&
	       (ahead || !nounphrase_has(lexemes, number->next)) &&
	       !is_operator(lexemes, number->next, OP(OF) | OP(DASH) | OP(TO) | OP(BY)) &&
	       !is_mark(lexemes, number->next, '%') &&
	       decimal_compare(number->low, decimal_of(YOUNGEST)) >= 0;
}

void
age_read(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	lifespan_read(lexemes, floor, number);
	if (number->first == 0 || !may_be_years(number))
		return;
	bool aged = is_operator(lexemes, number->first - 1, OP(AGED));
	if (!aged && !read_age_of(lexemes, floor, number) && !is_apposition(lexemes, number) &&
		!is_said_of_age(lexemes, number) && !is_bound_of_people(lexemes, number) &&
		!is_year_of_life(lexemes, number) && !is_of_person(lexemes, number) &&
		!is_age_group(lexemes, number) &&
		!(is_behind_people(lexemes, number->first) &&
			has_more_ages(lexemes, number->next)) &&
		!read_part_of_life(lexemes, number))
		return;
	number->first -= aged;
	make_age(lexemes, number);
}

bool
age_read_cohort(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->first;
	bool seconds = number->unit && slice_is(number->unit->symbol, "s");
	size_t s = number->next - seconds;
	if (at < 2 || !is_hyphen(lexemes, at - 1) || is_spaced(lexemes, at) ||
		number->amount.digits == 0 || is_spaced(lexemes, s) ||
		!slice_is(lexeme_lower(lexemes, s), "s"))
		return false;
	const struct entry *entry = phrase_at(lexemes, at - 2, ROLE_QUALIFIER, &tokens);
	if (!entry || tokens != 1 || entry->sense->qualifier < QUALIFIER_ATLEAST)
		return false;
	number->qualifier = (enum qualifier)entry->sense->qualifier;
	number->first = at - 2;
	number->next = s + 1;
	make_age(lexemes, number);
	return true;
}

void
age_share(const struct lexemes *lexemes, const struct number *before, struct number *number)
{
	bool years = number->kind == NUMBER_DURATION && slice_is(number->unit->symbol, "a");
	/* aged six, SEVEN and NINE */
	bool list = is_mark(lexemes, before->next, ',') &&
		    (is_operator(lexemes, number->next, OP(AND)) ||
			    is_mark(lexemes, number->next, ','));
	if (before->kind == NUMBER_AGE && before->next + 1 == number->first &&
		(list || is_operator(lexemes, before->next, OP(AND))) &&
		(years || (may_be_years(number) &&
				  (list || !is_kind(lexemes, number->next, TOKEN_LETTERS)))))
		make_age(lexemes, number);
}

void
age_share_back(
	const struct lexemes *lexemes, struct number *before, const struct number *number)
{
	if (number->kind == NUMBER_AGE && before->kind == NUMBER_DURATION &&
		before->unit == number->unit && before->next + 1 == number->first &&
		is_operator(lexemes, before->next, OP(AND) | OP(OR)))
		before->kind = NUMBER_AGE;
}

/* 50s, thirties: the token behind the decade, 0 where there is none */
static size_t
decade_at(const struct lexemes *lexemes, size_t at, int *years)
{
	size_t tokens;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_DECADE, &tokens);
	if (entry) {
		*years = (int)entry->sense->decade;
		return at + tokens;
	}
	*years = numeral_digits(lexemes, at, 2, 2);
	size_t next = at + 1;
	if (*years >= 0 && is_operator(lexemes, next, OP(QUOTE)) && !is_spaced(lexemes, next))
		next++;
	return *years > 0 && *years % 10 == 0 && !is_spaced(lexemes, next) &&
			       lexeme_among(lexemes, next, lexemes->lexicon->decade_endings)
		       ? next + 1
		       : 0;
}

static bool
is_possessive(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = entry_at(lexemes, at);
	return (entry->operators & (OP(THE) | OP(PRONOUN) | OP(THIS))) ==
		       (OP(THE) | OP(PRONOUN)) &&
	       !(entry->roles & ROLE_PERSON);
}

bool
age_read_decade(const struct lexemes *lexemes, size_t at, struct number *number)
{
	bool whose = is_possessive(lexemes, at);
	if (!whose && (at == 0 || !is_possessive(lexemes, at - 1)))
		return false;
	size_t first = at + whose, start = first;
	uint64_t part = entry_at(lexemes, start)->operators & (OP(EARLY) | OP(MID) | OP(LATE));
	if (part)
		start += 1 + is_hyphen(lexemes, start + 1);
	int years;
	size_t next = decade_at(lexemes, start, &years);
	if (next == 0)
		return false;
	*number = (struct number){.first = first, .next = next};
	take_part(number, years, part);
	make_age(lexemes, number);
	return true;
}
