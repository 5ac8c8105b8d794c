#include "counted.h"

#include "casualty.h"
#include "nounphrase.h"
#include "phrase.h"
#include "quantity.h"

/* The mark in "milliers d'oiseaux" */
static bool
is_elision(const struct lexemes *lexemes, size_t at)
{
	return is_operator(lexemes, at, OP(QUOTE)) && !is_spaced(lexemes, at) &&
	       !is_spaced(lexemes, at + 1);
}

/* The number that stands before the noun: 4,000 of the 12,000 SOLDIERS */
static size_t
skip_number(const struct lexemes *lexemes, size_t at)
{
	struct amount amount;
	size_t tokens;
	/* 1,500 of the ABOUT 18,000 posts */
	bool led = is_operator(lexemes, at - 1, OP(OF) | OP(THE));
	const struct entry *about =
		led ? phrase_at(lexemes, at, ROLE_QUALIFIER, &tokens) : NULL;
	size_t start = at + (about && about->sense->side & SIDE_BEFORE ? tokens : 0);
	if (!amount_read(lexemes, start, 0, &amount))
		return at;
	/* tre quarti dei 2,1 milioni DI abitanti */
	size_t next = amount.next + is_operator(lexemes, amount.next, OP(OF));
	next += next > amount.next && is_elision(lexemes, next);
	return nounphrase_begin(lexemes, next);
}

/* 55 kilograms (121 pounds) OF; also from within the brackets */
static size_t
skip_conversion(const struct lexemes *lexemes, size_t at)
{
	enum {
		REACH = 8
	};
	if (is_mark(lexemes, at, ')'))
		return at + 1;
	if (!is_mark(lexemes, at, '('))
		return at;
	for (size_t i = at + 1; i < at + REACH; i++)
		if (is_mark(lexemes, i, ')'))
			return i + 1;
	return at;
}

/* "up from nine A DAY EARLIER": nothing is counted there. */
static bool
is_time_before(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	at += is_operator(lexemes, at, OP(OF)) && is_operator(lexemes, at + 1, OP(A));
	bool article = is_operator(lexemes, at, OP(A));
	return (article || is_role(lexemes, at, ROLE_SINGULAR)) &&
	       phrase_at(lexemes, at + article, ROLE_UNIT, &tokens) &&
	       operator_phrase(lexemes, at + article + tokens,
		       OP(AGO) | OP(EARLIER) | OP(LATER) | OP(BEFORE));
}

/* "within 5 km of the border", "40 miles of Paris": how far it is from there. */
static bool
is_distance(const struct lexemes *lexemes, const struct number *number, size_t at)
{
	return number->kind == NUMBER_MEASURE && slice_is(number->unit->dimension, "length") &&
	       (is_operator(lexemes, at, OP(THE)) || lexeme_at(lexemes, at)->capital);
}

/* Where the noun of a measure or a part stands: behind "of", or half THE hostages. */
static size_t
noun_of_part(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = skip_conversion(lexemes, number->next);
	if (is_operator(lexemes, at, OP(OF))) {
		at += 1 + is_elision(lexemes, at + 1);
		return is_distance(lexemes, number, at) ? lexemes->count
							: nounphrase_begin(lexemes, at);
	}
	bool bare = lexemes->lexicon->bare_parts ||
		    (lexemes->lexicon->bare_measures && number->kind == NUMBER_MEASURE &&
			    !slice_is(number->unit->dimension, "temperature"));
	if (bare && nounphrase_has(lexemes, at) && !is_operator(lexemes, at, ~UINT64_C(0)) &&
		!nounphrase_is_verb(lexemes, at) &&
		lexeme_at(lexemes, at)->capital == lexemes->lexicon->noun_capitals)
		return at;
	if (number->kind == NUMBER_FRACTION || number->kind == NUMBER_RATIO) {
		while (is_operator(lexemes, at, OP(COMPARATIVE)))
			at++;
		return is_time_before(lexemes, at) ? lexemes->count
						   : nounphrase_begin(lexemes, at);
	}
	return lexemes->count;
}

static size_t
noun_of_count(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	if (is_hyphen(lexemes, at) && nounphrase_is_glue(lexemes, at))
		return nounphrase_begin(lexemes, at + 1); /* 27-member; 900-strong CROWD */
	if (is_time_before(lexemes, at))
		return at;
	/* 34 THE army says are dead */
	if (is_operator(lexemes, at, OP(THE)) && !is_operator(lexemes, at, OP(OF)) &&
		is_role(lexemes, at, ROLE_STOP))
		return at;
	size_t out_of = operator_phrase(lexemes, at, OP(IN));
	if (out_of > 1)
		at += out_of;
	else
		at += is_operator(lexemes, at, OP(OF));
	at += at > number->next && is_elision(lexemes, at);
	size_t begin = nounphrase_begin(lexemes, at);
	/* 13,000 of them CHILDREN */
	return begin + (at > number->next && is_operator(lexemes, begin, OP(PRONOUN)));
}

/* "12 men died, four IN hospital"; "up FROM 95 on Monday": it stands where a noun was before.
 */
static bool
is_elliptic(const struct lexemes *lexemes, const struct number *number)
{
	const uint64_t prepositions = OP(IN) | OP(ON) | OP(FROM) | OP(AT) | OP(BY) | OP(LAST);
	size_t before = number->first - 1;
	return is_operator(lexemes, number->next, prepositions) &&
	       (is_operator(
			lexemes, before, OP(AND) | OP(BUT) | OP(FROM) | OP(TO) | OP(MORE)) ||
		       (is_role(lexemes, before, ROLE_STOP) &&
			       !entry_at(lexemes, before)->operators) ||
		       is_mark(lexemes, before, ',') || is_mark(lexemes, before, ';'));
}

static bool
inherits(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	size_t whose = at + 1 + is_elision(lexemes, at + 1);
	/* 300 of WHOM, des centaines d'AUTRES ont marché */
	if (is_operator(lexemes, at, OP(OF)) &&
		(is_operator(lexemes, whose, OP(PRONOUN)) ||
			(is_operator(lexemes, whose, OP(OTHER)) &&
				!nounphrase_has(lexemes, whose + 1))))
		return true;
	if (is_time_before(lexemes, at) || is_elliptic(lexemes, number))
		return true;
	at = nounphrase_begin(lexemes, at);
	/* two MORE than last time */
	if (at > number->next && is_operator(lexemes, at - 1, OP(MORE)))
		return true;
	/* fewer than 200 RETURNED */
	if (nounphrase_is_verb(lexemes, at))
		return true;
	return at >= lexemes->count || is_operator(lexemes, at, OP(OTHER) | OP(BE)) ||
	       is_role(lexemes, at, ROLE_CASUALTY) || !is_kind(lexemes, at, TOKEN_LETTERS);
}

/* The noun of the count before, and what happened to it where that is meant too. */
static void
inherit(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	number->what[0] = before->what[0];
	if (is_time_before(lexemes, number->next) || before->what[0].len == 0 ||
		is_operator(lexemes, number->first - 1, OP(FROM)))
		number->what[1] = before->what[1];
}

/* "the NUMBER OF voters rose to 40" */
static struct slice
tallied(const struct lexemes *lexemes, size_t first)
{
	enum {
		REACH = 10
	};
	if (!is_operator(lexemes, first - 1, OP(AT) | OP(TO) | OP(BE) | OP(FROM)))
		return SLICE("");
	for (size_t i = 2; i <= REACH && first >= i; i++) {
		size_t at = first - i;
		if (is_role(lexemes, at, ROLE_TALLY)) {
			size_t of = is_operator(lexemes, at + 1, OP(OF));
			size_t noun = nounphrase_begin(lexemes, at + 1 + of);
			size_t next = nounphrase_end(lexemes, noun);
			bool verb = is_operator(lexemes, noun, OP(CHANGE));
			return lexemes_text(lexemes, noun, next < first && !verb ? next : noun);
		}
		if (is_kind(lexemes, at, TOKEN_MARK))
			break;
	}
	return SLICE("");
}

static bool
has_noun(enum number_kind kind)
{
	return kind == NUMBER_COUNT || kind == NUMBER_FRACTION || kind == NUMBER_PERCENT ||
	       kind == NUMBER_MEASURE || kind == NUMBER_RATIO;
}

/* "traffic DEATHS fell by a tenth to 40": the subject of a verb of change */
static struct slice
changed(const struct lexemes *lexemes, size_t first)
{
	enum {
		REACH = 10,
		WORDS = 3,
	};
	if (!is_operator(lexemes, first - 1, OP(TO) | OP(FROM) | OP(BY)))
		return SLICE("");
	size_t verb = first - 1;
	for (size_t i = 0; i < REACH && verb > 0 && !is_operator(lexemes, verb, OP(CHANGE));
		i++)
		verb--;
	size_t begin = verb;
	while (begin > 0 && verb - begin < WORDS && nounphrase_has(lexemes, begin - 1))
		begin--;
	if (!is_operator(lexemes, verb, OP(CHANGE)) || begin == verb ||
		!nounphrase_is_plural(lexemes, verb - 1))
		return SLICE("");
	return lexemes_text(lexemes, begin, verb);
}

/* killing 14, injuring ANOTHER 31 */
static bool
is_behind_casualty(const struct lexemes *lexemes, size_t first)
{
	return is_role(
		lexemes, first - 1 - is_operator(lexemes, first - 1, OP(MORE)), ROLE_CASUALTY);
}

/* Where no noun stands behind a count: what the clause counts, or the count before. */
static void
read_noun_elsewhere(
	const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	number->what[1] = casualty_led_in(lexemes, number->first);
	if (number->what[1].len > 0 || is_behind_casualty(lexemes, number->first))
		return;
	number->what[0] = tallied(lexemes, number->first);
	if (number->what[0].len == 0)
		number->what[0] = changed(lexemes, number->first);
	if (number->what[0].len == 0 && before && inherits(lexemes, number))
		inherit(lexemes, number, before);
}

/*
 * Behind "one" a plural in s is none: a part of a compound (one SPORTS car), or a verb (one
 * report SAYS).
 */
static size_t
end_of_one(const struct lexemes *lexemes, size_t next)
{
	if (!lexemes->lexicon->noun_compounds || lexeme_at(lexemes, next - 1)->capital ||
		!nounphrase_is_plural(lexemes, next - 1) ||
		!lexeme_ends(lexemes, next - 1, &lexemes->lexicon->plural))
		return next;
	size_t end = nounphrase_end(lexemes, next);
	return is_spaced(lexemes, next) && end > next ? end : next - 1;
}

/* MAGNITUDE 6.3, a magnitude of 6.3: what a number measures that counts nothing */
static struct slice
gauged(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->first - 1;
	at -= at > 0 && is_operator(lexemes, at, OP(OF) | OP(FROM));
	/* a magnitude 6 QUAKE */
	bool noun = nounphrase_has(lexemes, number->next) &&
		    !nounphrase_is_verb(lexemes, number->next);
	return number->kind == NUMBER_COUNT && is_trait(lexemes, at, TRAIT(GAUGE)) && !noun
		       ? lexemes_text(lexemes, at, at + 1)
		       : SLICE("");
}

/* some 220 A DAY: a rate where the noun would stand, which is that of the count before */
static bool
is_rate(const struct lexemes *lexemes, const struct number *number)
{
	size_t tokens;
	const struct entry *per =
		number->kind == NUMBER_COUNT && quantity_may_be_rate(lexemes, number->next)
			? phrase_at(lexemes, number->next + 1, ROLE_UNIT, &tokens)
			: NULL;
	return per && slice_is(per->sense->unit->dimension, "time") &&
	       !is_time_before(lexemes, number->next);
}

/* The noun that is counted, or that of the count before; the token behind it. */
static size_t
read_noun(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	bool count = number->kind == NUMBER_COUNT;
	if (number->amount.noun > 0) {
		number->what[0] =
			lexemes_text(lexemes, number->amount.noun, number->amount.noun_next);
		return number->next;
	}
	if (is_rate(lexemes, number)) {
		number->what[0] = before ? before->what[0] : SLICE("");
		return number->next;
	}
	size_t first = count ? noun_of_count(lexemes, number) : noun_of_part(lexemes, number);
	if (!count || first > number->next)
		first = skip_number(lexemes, first);
	/* 2.3 percent of 2.6 PERCENT */
	size_t tokens;
	if (first > number->next && is_kind(lexemes, first - 1, TOKEN_DIGITS) &&
		phrase_at(lexemes, first, ROLE_UNIT | ROLE_CURRENCY, &tokens))
		first = lexemes->count;
	/* "magnitudo 6,2 ha COLPITO": a verb, where participles do not stand before nouns */
	bool verb = !lexemes->lexicon->noun_compounds && nounphrase_is_verb(lexemes, first);
	bool glued = count && first == number->next + 1 && is_hyphen(lexemes, number->next);
	size_t next = first;
	if (!verb)
		next = glued ? first + nounphrase_has(lexemes, first)
			     : nounphrase_end(lexemes, first);
	/* 40 percent of the city's 3 million RESIDENTS */
	if (next > first + 1 && slice_is(lexeme_lower(lexemes, next - 1), "s") &&
		!is_spaced(lexemes, next - 1) && skip_number(lexemes, next) > next) {
		first = skip_number(lexemes, next);
		next = nounphrase_end(lexemes, first);
	}
	if (count && next > first && first == number->next &&
		number->qualifier == QUALIFIER_EXACT &&
		decimal_compare(number->low, decimal_of(1)) == 0)
		next = end_of_one(lexemes, next);
	/* "one of them carrying food" */
	if (count && next > first && is_operator(lexemes, first - 1, OP(PRONOUN)) &&
		!nounphrase_is_plural(lexemes, next - 1))
		next = first;
	number->what[0] = lexemes_text(lexemes, first, next);
	if (next == first && count)
		read_noun_elsewhere(lexemes, number, before);
	return next + (next == first && is_operator(lexemes, next, OP(OTHER)));
}

/*
 * "400 of the 1,200 recruits were wounded", "five of the ship's 22 men": what is said of the
 * part is not of the whole.
 */
static bool
is_whole(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		NUMBERS = ROLE_CARDINAL | ROLE_SCALE | ROLE_DENOMINATOR | ROLE_UNIT,
		REACH = 6,
	};
	for (size_t i = 1; i <= REACH && i < number->first; i++) {
		size_t at = number->first - i;
		if (is_operator(lexemes, at, OP(OF)))
			return is_kind(lexemes, at - 1, TOKEN_DIGITS) ||
			       is_mark(lexemes, at - 1, '%') ||
			       is_role(lexemes, at - 1, NUMBERS);
		if (!is_kind(lexemes, at, TOKEN_LETTERS) &&
			!is_operator(lexemes, at, OP(QUOTE)))
			break;
	}
	return false;
}

/* "a quake of magnitude 6.8 killed 40": people come whole, so it is none of them. */
static bool
counts_nobody(const struct number *number)
{
	uint64_t whole;
	return number->kind == NUMBER_COUNT && number->what[0].len == 0 &&
	       !decimal_whole(number->low, &whole) && !decimal_whole(number->high, &whole);
}

/* $80 A BARREL is not one barrel more, two hours A DAY and 90 minutes of sport A WEEK no day
 * and week. */
static void
skip_rate(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	bool money = number->kind == NUMBER_MONEY;
	if (!money && is_operator(lexemes, at, OP(OF)))
		at = nounphrase_end(lexemes, nounphrase_begin(lexemes, at + 1));
	const struct entry *per = is_operator(lexemes, at, OP(A) | OP(PER))
					  ? phrase_at(lexemes, at + 1, ROLE_UNIT, &tokens)
					  : NULL;
	if (!per || (!money && !slice_is(per->sense->unit->dimension, "time")) ||
		is_operator(lexemes, at + 1 + tokens, OP(AGO) | OP(EARLIER) | OP(LATER)))
		return;
	number->rate = at;
	number->rate_next = at + 1 + tokens;
}

/* 40 geese A DAY, 3 tonnes of ice a year: the rate behind the noun */
static void
take_rate(const struct lexemes *lexemes, size_t at, struct number *number)
{
	if (number->per || !quantity_may_be_rate(lexemes, at))
		return;
	struct number rate = *number;
	if (!quantity_read_rate(lexemes, at, &rate))
		return;
	number->unit = rate.unit;
	number->per = rate.per;
	number->rate = at;
	number->rate_next = rate.next;
}

void
counted_read(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	if (number->kind == NUMBER_MONEY || number->kind == NUMBER_DURATION)
		skip_rate(lexemes, number);
	/* an 80-19 VOTE, but "3-1 depois": scores stand before nouns only where these compound
	 */
	bool score = number->kind == NUMBER_RATIO && !lexemes->lexicon->noun_compounds &&
		     decimal_compare(number->low, number->high) != 0;
	if (!has_noun(number->kind) || score)
		return;
	struct slice gauge = gauged(lexemes, number);
	number->gauged = gauge.len > 0;
	if (number->gauged) {
		number->what[0] = gauge;
		return;
	}
	size_t next = read_noun(lexemes, number, before);
	if (number->kind == NUMBER_MEASURE)
		take_rate(lexemes, next, number);
	if (number->kind == NUMBER_MEASURE || number->kind == NUMBER_RATIO ||
		is_whole(lexemes, number) || counts_nobody(number))
		return;
	size_t behind = casualty_behind(lexemes, number->first, next, &number->what[1]);
	if (behind == next && number->what[1].len == 0 &&
		(number->what[0].len > 0 || is_behind_casualty(lexemes, number->first)))
		number->what[1] = casualty_before(lexemes, number->first, before);
	/* "killed seven watchmen and 12 OTHERS" */
	if (number->what[1].len == 0 && before &&
		is_operator(lexemes, number->next, OP(OTHER)) &&
		is_operator(lexemes, number->first - 1, OP(AND)))
		number->what[1] = before->what[1];
	if (number->kind == NUMBER_COUNT)
		take_rate(lexemes, behind, number);
}
