#include "range.h"

#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "quantity.h"

/* How the first of two ends is led in. */
enum opening {
	OPENING_NONE,
	OPENING_FROM,
	OPENING_BETWEEN,
};

/* The token of "between" or "from" before `at`, a qualifier between them or not. */
static enum opening
find_opening(const struct lexemes *lexemes, size_t floor, size_t at, size_t *first)
{
	size_t tokens;
	if (phrase_before(lexemes, floor, at, ROLE_QUALIFIER, &tokens))
		at -= tokens;
	/* tussen DE 30 en 45 */
	if (at > floor + 1 && is_operator(lexemes, at - 1, OP(THE) | OP(A)) &&
		is_operator(lexemes, at - 2, OP(BETWEEN)))
		at--;
	if (at <= floor || !is_operator(lexemes, at - 1, OP(BETWEEN) | OP(FROM)))
		return OPENING_NONE;
	*first = at - 1;
	return is_operator(lexemes, at - 1, OP(BETWEEN)) ? OPENING_BETWEEN : OPENING_FROM;
}

/* The token behind what joins the ends; 0 where nothing does. *dash: a hyphen does. */
static size_t
read_join(const struct lexemes *lexemes, size_t at, enum opening opening, bool *dash)
{
	*dash = false;
	if (is_mark(lexemes, at, '-') && !is_spaced(lexemes, at) &&
		is_operator(lexemes, at + 1, OP(TO))) /* 8- to 16-metre */
		at++;
	/* a 2-to-1 vote */
	if (is_operator(lexemes, at, OP(TO)) && is_hyphen(lexemes, at + 1) &&
		!is_spaced(lexemes, at) && !is_spaced(lexemes, at + 1))
		return at + 2;
	/* tra i 4 e I 5 */
	if (opening == OPENING_BETWEEN && is_operator(lexemes, at, OP(AND)))
		return at + 1 +
		       (is_operator(lexemes, at + 1, OP(THE) | OP(A)) &&
			       is_kind(lexemes, at + 2, TOKEN_DIGITS));
	if (opening != OPENING_BETWEEN && is_operator(lexemes, at, OP(TO)))
		return at + 1;
	/* von 12 AUF 15 */
	if (opening == OPENING_FROM && is_operator(lexemes, at, OP(AT)))
		return at + 1;
	if (opening == OPENING_NONE && is_operator(lexemes, at, OP(OR)))
		return at + 1;
	/* 3:1 is no time, which has two digits of minutes */
	if (is_mark(lexemes, at, ':') && !is_spaced(lexemes, at) &&
		!is_spaced(lexemes, at + 1) && numeral_digits(lexemes, at + 1, 1, 1) >= 0) {
		*dash = true;
		return at + 1;
	}
	*dash = is_operator(lexemes, at, OP(DASH)) && at + 1 < lexemes->count &&
		(is_spaced(lexemes, at + 1) || !is_spaced(lexemes, at) ||
			is_kind(lexemes, at + 1, TOKEN_DIGITS));
	return *dash ? at + 1 : 0;
}

static void
scale_low(struct number *number, struct decimal factor)
{
	number->low = decimal_multiply(number->low, factor);
}

static bool
same_measure(const struct number *a, const struct number *b)
{
	return a->kind == b->kind && a->unit == b->unit && a->per == b->per &&
	       slice_equal(a->currency, b->currency);
}

/* Gives the first end the unit and the scale of the second: $2-3bn, 12 to 18 inches. */
static bool
share(struct number *low, struct number *high)
{
	struct decimal one = decimal_of(1);
	if (low->currency.len > 0 && number_is_bare(high)) { /* $5 to 6 million */
		high->kind = low->kind;
		high->currency = low->currency;
	}
	/* "by a third to 420 million euros" are two figures */
	bool bare = number_is_bare(low) ||
		    (low->kind == NUMBER_FRACTION && high->kind != NUMBER_FRACTION &&
			    decimal_compare(high->amount.scale, one) == 0);
	bool scaled = decimal_compare(low->amount.scale, one) != 0;
	if (!scaled && decimal_compare(high->amount.scale, one) > 0 && low->amount.digits > 0 &&
		low->amount.digits < 4 && decimal_compare(low->low, high->low) < 0 &&
		(bare || low->kind == high->kind)) {
		struct decimal whole = decimal_multiply(low->low, high->amount.scale);
		if (decimal_compare(whole, high->low) < 0)
			scale_low(low, high->amount.scale);
	}
	if (bare && !number_is_bare(high)) {
		/* 5 to 6 dollars, but not 5 to 60 cents as 5 cents: the factor is the same */
		if (high->currency.len > 0 &&
			decimal_compare(high->low, high->amount.value) < 0)
			scale_low(low, decimal_shift(one, -2));
		low->kind = high->kind;
		low->unit = high->unit;
		low->per = high->per;
		low->currency = high->currency;
	}
	return same_measure(low, high);
}

/* 52-48: a score; not where the ends have units. */
static bool
is_score(const struct number *a, const struct number *b)
{
	return number_is_bare(a) && number_is_bare(b) && a->amount.digits > 0 &&
	       a->amount.digits <= 3 && b->amount.digits > 0 && b->amount.digits <= 3 &&
	       !a->amount.grouped && !b->amount.grouped;
}

/* Scores in a row. */
struct sets {
	size_t count;
	bool falling; /* the second number of one is smaller, */
	bool large;   /* or one is larger than a tennis set allows */
};

/* Two numbers with a dash between them, all glued: 6-4 */
static bool
is_pair(const struct lexemes *lexemes, size_t at, struct sets *sets)
{
	enum {
		MOST = 7
	};
	int first = numeral_digits(lexemes, at, 1, 2);
	int second = numeral_digits(lexemes, at + 2, 1, 2);
	sets->falling = sets->falling || (first >= 0 && second >= 0 && second < first);
	sets->large = sets->large || first > MOST || second > MOST;
	return first >= 0 && second >= 0 && is_operator(lexemes, at + 1, OP(DASH)) &&
	       !is_spaced(lexemes, at + 1) && !is_spaced(lexemes, at + 2);
}

static size_t
skip_marks(const struct lexemes *lexemes, size_t at)
{
	while (is_mark(lexemes, at, ',') || is_mark(lexemes, at, '(') ||
		is_mark(lexemes, at, ')'))
		at++;
	return at;
}

/* 6-7 (4-7), 6-4, 6-2; 4-6, 4-6: the sets of a match */
static bool
is_set(const struct lexemes *lexemes, size_t at)
{
	enum {
		SETS = 8
	};
	struct sets sets = {0};
	size_t first = at;
	while (first >= 4 && sets.count < SETS) {
		size_t before = first - 4;
		before -= is_mark(lexemes, first - 2, ')') && first > 4;
		if (!is_pair(lexemes, before, &sets) ||
			skip_marks(lexemes, before + 3) != first)
			break;
		first = before;
		sets.count++;
	}
	for (size_t next = at; sets.count < 2 * SETS && is_pair(lexemes, next, &sets);
		sets.count++)
		next = skip_marks(lexemes, next + 3);
	return sets.falling || (sets.count > 1 && !sets.large);
}

/* 0-1, 1:2: a colon joins no range, nor are there nought to two of what is not named */
static bool
is_lost(const struct lexemes *lexemes, const struct number *number, const struct number *behind)
{
	if (number->amount.digits > 2 || behind->amount.digits > 2)
		return false;
	return is_mark(lexemes, number->next, ':') ||
	       (number->low.coefficient == 0 && !nounphrase_has(lexemes, behind->next));
}

static void
take_score(struct number *number, const struct number *behind)
{
	bool falling = decimal_compare(behind->low, number->low) < 0;
	number->kind = NUMBER_RATIO;
	number->high = falling ? number->low : behind->low;
	number->low = falling ? behind->low : number->low;
	number->next = behind->next;
}

/* Whether a verb of change led in the first end: "rose from 5 to 10" are two figures. */
static bool
is_change(const struct lexemes *lexemes, size_t floor, size_t first)
{
	for (size_t i = first; i > floor && first - i < 8; i--) {
		if (is_operator(lexemes, i - 1, OP(CHANGE)))
			return true;
		if (is_mark(lexemes, i - 1, ',') || is_mark(lexemes, i - 1, ';'))
			return false;
	}
	return false;
}

/* won 4 TO 1, 3 à 1, by 311 to 112: the smaller one behind, and nothing that changes */
static bool
is_result(
	const struct lexemes *lexemes, const struct number *number, const struct number *behind)
{
	size_t to = behind->first - 1;
	to -= is_hyphen(lexemes, to); /* 2-to-1 */
	return is_score(number, behind) && is_operator(lexemes, to, OP(TO)) &&
	       (number->amount.digits < 3 || !is_change(lexemes, 0, number->first)) &&
	       decimal_compare(behind->low, number->low) < 0 && number->low.exponent >= 0 &&
	       !is_mark(lexemes, behind->next, '%') &&
	       (!nounphrase_has(lexemes, behind->next) || lexemes->lexicon->noun_compounds);
}

/* 54 zu 46 PROZENT: both are */
static void
share_percent(struct number *number, const struct number *behind)
{
	if (!number_is_bare(number) || behind->kind != NUMBER_PERCENT ||
		number->amount.digits == 0 || decimal_compare(number->low, decimal_of(100)) > 0)
		return;
	number->kind = behind->kind;
	number->unit = behind->unit;
}

static bool
join(const struct lexemes *lexemes, struct number *number, struct number *behind,
	enum opening opening, bool dash)
{
	if (number->kind == NUMBER_ORDINAL || behind->kind == NUMBER_ORDINAL ||
		behind->amount.article)
		return false;
	if (opening == OPENING_NONE && !dash && is_result(lexemes, number, behind)) {
		take_score(number, behind);
		return true;
	}
	int order = decimal_compare(number->low, behind->low);
	if (dash && is_score(number, behind) &&
		(order >= 0 || is_lost(lexemes, number, behind) ||
			is_set(lexemes, number->first))) {
		take_score(number, behind);
		return true;
	}
	struct number low = *number;
	if (!share(&low, behind))
		return false;
	if (decimal_compare(low.low, behind->low) >= 0) {
		share_percent(number, behind);
		return false;
	}

	number->kind = low.kind;
	number->low = low.low;
	number->high = behind->low;
	number->unit = low.unit;
	number->per = low.per;
	number->currency = low.currency;
	number->next = behind->next;
	number->qualifier = QUALIFIER_RANGE;
	number->amount = behind->amount;
	return true;
}

static size_t
skip_qualifier(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	const struct entry *entry = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	return entry && entry->sense->qualifier == QUALIFIER_ABOUT ? at + tokens : at;
}

/* "45 and 50 mg": two quantities of one unit. */
static void
share_over_and(const struct lexemes *lexemes, struct number *number)
{
	struct number behind;
	if (!number_is_bare(number) || number->amount.digits == 0 ||
		!is_operator(lexemes, number->next, OP(AND)) ||
		!quantity_read(lexemes, number->next + 1, AMOUNT_NO_AND, &behind) ||
		!behind.unit || behind.per || behind.amount.digits == 0)
		return;
	number->unit = behind.unit;
	number->kind = behind.kind;
}

/* 67.4 ± 0.5 km: as far below it as above */
static bool
read_tolerance(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	struct number by;
	const struct entry *sign = phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens);
	if (!sign || sign->sense->qualifier != QUALIFIER_EXACT ||
		!is_kind(lexemes, at, TOKEN_MARK) ||
		!quantity_read(lexemes, at + tokens, AMOUNT_NO_AND, &by))
		return false;
	if (number_is_bare(&by)) { /* 42% ± 3 */
		by.kind = number->kind;
		by.unit = number->unit;
	}
	if (!share(number, &by) || decimal_compare(by.low, decimal_of(0)) < 0)
		return false;
	number->high = decimal_add(number->low, by.low);
	number->low = decimal_add(number->low, decimal_negate(by.low));
	number->qualifier = QUALIFIER_RANGE;
	number->next = by.next;
	return true;
}

bool
range_read(const struct lexemes *lexemes, size_t floor, size_t at, struct number *number)
{
	size_t first = at;
	enum opening opening = find_opening(lexemes, floor, at, &first);
	unsigned flags = opening == OPENING_BETWEEN ? AMOUNT_NO_AND : 0;
	if (!quantity_read(lexemes, at, flags, number))
		return false;
	bool dash;
	size_t behind = read_join(lexemes, number->next, opening, &dash);
	struct number high;
	if (behind == 0) {
		if (!read_tolerance(lexemes, number))
			share_over_and(lexemes, number);
		return true;
	}
	if (!quantity_read(lexemes, skip_qualifier(lexemes, behind), flags, &high))
		return true;
	/* "rose 92 cents TO $73.20": by one to the other */
	if (opening == OPENING_NONE && !dash && !number_is_bare(number) &&
		is_change(lexemes, at > floor + 3 ? at - 3 : floor, at))
		return true;
	bool change = is_change(lexemes, floor, first) ||
		      (behind > 0 && !is_operator(lexemes, behind - 1, OP(TO)) &&
			      is_operator(lexemes, behind - 1, OP(AT)));
	if (opening == OPENING_FROM && change) {
		share(number, &high);
		number->high = number->low;
		return true;
	}
	if (join(lexemes, number, &high, opening, dash))
		number->first = first;
	return true;
}
