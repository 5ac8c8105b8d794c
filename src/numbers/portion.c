#include "portion.h"

#include "fraction.h"
#include "nounphrase.h"
#include "phrase.h"

static bool
is_small_ratio(struct decimal above, struct decimal below)
{
	uint64_t a, b;
	if (!decimal_whole(above, &a) || !decimal_whole(below, &b) || a == 0 || a >= b)
		return false;
	return b < 1000000 && (a == 1 || (a < 10 && (b <= 10 || fraction_is_usual(b))));
}

/* drei VON zehn, eine von zwölf: such words also tell how many of some there are */
static bool
is_share(struct decimal above, struct decimal below)
{
	enum {
		MOST = 12
	};
	uint64_t a, b;
	return decimal_whole(above, &a) && decimal_whole(below, &b) && a < b &&
	       (b == 10 || b == 100 || b == 1000 || (a == 1 && b <= MOST));
}

/* one VOTER in ten: behind the noun that stands between; 0 where none does */
static size_t
skip_noun(const struct cardinal *reading)
{
	enum {
		WORDS = 2
	};
	const struct lexemes *lexemes = reading->lexemes;
	size_t next = reading->at;
	if (!(lexemes->leads & (OP(IN) | OP(OVER))) ||
		decimal_compare(reading->value, decimal_of(10)) >= 0)
		return 0;
	while (next < reading->at + WORDS && nounphrase_has(lexemes, next) &&
		is_spaced(lexemes, next) &&
		!is_role(lexemes, next, ROLE_UNIT | ROLE_SCALE | ROLE_CURRENCY))
		next++;
	return next > reading->at && operator_phrase(lexemes, next, OP(IN) | OP(OVER)) ? next
										       : 0;
}

/* Whether a noun stands there that may be counted, by its form no verb. */
static bool
is_counted(const struct lexemes *lexemes, size_t at)
{
	return nounphrase_has(lexemes, at) && !nounphrase_is_verb(lexemes, at) &&
	       (lexemes->lexicon->noun_compounds || lexemes->lexicon->plural.list.len == 0 ||
		       nounphrase_is_plural(lexemes, at));
}

/* one IN five, one-IN-ten, one OUT OF three, one OVER 20 */
void
portion_read(struct cardinal *reading, struct amount *amount)
{
	const struct lexemes *lexemes = reading->lexemes;
	size_t tokens, at = reading->at;
	size_t noun = skip_noun(reading);
	bool dash = is_hyphen(lexemes, at);
	at = noun > 0 ? noun : at;
	at += dash;
	size_t in = operator_phrase(lexemes, at, OP(IN));
	size_t over = operator_phrase(lexemes, at, OP(OVER));
	/* one OF every nine */
	bool of_every = in + over == 0 && is_operator(lexemes, at, OP(OF)) &&
			is_operator(lexemes, at + 1, OP(EVERY));
	if (of_every)
		in = 1;
	bool part = in + over == 0 && noun == 0 && is_trait(lexemes, at, TRAIT(PART));
	if (in + over + part == 0)
		return;
	at += in ? in : over + part;
	at += in > 0 && is_operator(lexemes, at, OP(EVERY)); /* one in EVERY 36 */
	at += dash && is_hyphen(lexemes, at);
	struct cardinal below;
	cardinal_begin(&below, lexemes, at);
	struct decimal scale;
	if (!cardinal_read(&below, &scale) || below.value.coefficient == 0 ||
		(below.is_numeral && (below.numeral.fraction || below.numeral.digits == 4)) ||
		phrase_at(lexemes, below.at, ROLE_UNIT | ROLE_MONTH | ROLE_CURRENCY, &tokens))
		return;
	if (in && !is_small_ratio(reading->value, below.value))
		return;
	if (part && !is_share(reading->value, below.value))
		return;
	/* "one man in five CARS" */
	if (noun > 0 && is_counted(lexemes, below.at))
		return;
	amount->noun = noun > 0 ? reading->at : 0;
	amount->noun_next = noun;
	amount->kind = AMOUNT_FRACTION;
	amount->value = decimal_divide(reading->value, below.value);
	amount->next = below.at;
	reading->at = below.at;
}

void
portion_read_every(const struct lexemes *lexemes, struct amount *amount)
{
	/* but every second YEAR */
	if (!is_operator(lexemes, amount->first - 1, OP(EVERY)) ||
		decimal_compare(amount->value, decimal_of(1)) <= 0 ||
		is_role(lexemes, amount->next, ROLE_UNIT | ROLE_WEEKDAY))
		return;
	amount->kind = AMOUNT_FRACTION;
	amount->value = decimal_divide(decimal_of(1), amount->value);
}

void
portion_read_article(const struct lexemes *lexemes, size_t floor, struct number *number)
{
	enum {
		WORDS = 2
	};
	size_t tokens;
	if (!number_is_bare(number) || number->qualifier != QUALIFIER_EXACT)
		return;
	const struct entry *in =
		phrase_before(lexemes, floor, number->first, ROLE_OPERATOR, &tokens);
	if (!in || !(in->operators & (OP(IN) | OP(OVER)) || in->traits & TRAIT(PART)) ||
		!(in->traits & TRAIT(PART) ? is_share : is_small_ratio)(
			decimal_of(1), number->low))
		return;
	size_t end = number->first - tokens, at = end;
	while (at > floor && end - at < WORDS && nounphrase_has(lexemes, at - 1))
		at--;
	bool counted = is_counted(lexemes, number->next);
	/* un sur cinq, einer von zwölf: an article that is a number, too; not "A in 5 foods" */
	bool one = lexeme_len(lexemes, at - 1) > 1;
	if (at <= floor || !is_operator(lexemes, at - 1, OP(A)) ||
		(at == end ? tokens < 2 && !one : counted))
		return;
	number->kind = NUMBER_FRACTION;
	number->low = number->high = decimal_divide(decimal_of(1), number->low);
	number->amount.noun = at < end ? at : 0;
	number->amount.noun_next = end;
	number->first = at - 1;
}
