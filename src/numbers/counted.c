#include "counted.h"

#include "casualty.h"
#include "ellipsis.h"
#include "measure.h"
#include "nounphrase.h"
#include "phrase.h"

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

/* two 500-POUND bombs, three 12-YEAR-OLD boys: what each is like, with a hyphen */
static size_t
skip_size(const struct lexemes *lexemes, size_t at)
{
	struct amount amount;
	size_t tokens;
	if (!(is_kind(lexemes, at, TOKEN_DIGITS) || is_role(lexemes, at, ROLE_CARDINAL)) ||
		!amount_read(lexemes, at, 0, &amount) || !is_hyphen(lexemes, amount.next) ||
		is_spaced(lexemes, amount.next) ||
		!phrase_at(lexemes, amount.next + 1, ROLE_UNIT, &tokens))
		return at;
	size_t unit = amount.next + 1 + tokens;
	unit += 2 * (is_hyphen(lexemes, unit) && is_operator(lexemes, unit + 1, OP(OLD)));
	return nounphrase_has(lexemes, unit) ? unit : at;
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
		return ellipsis_is_time(lexemes, at) ? lexemes->count
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
	if (ellipsis_is_time(lexemes, at))
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

static bool
has_noun(enum number_kind kind)
{
	return kind == NUMBER_COUNT || kind == NUMBER_FRACTION || kind == NUMBER_PERCENT ||
	       kind == NUMBER_MEASURE || kind == NUMBER_RATIO;
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
		number->kind == NUMBER_COUNT && measure_may_be_rate(lexemes, number->next)
			? phrase_at(lexemes, number->next + 1, ROLE_UNIT, &tokens)
			: NULL;
	return per && slice_is(per->sense->unit->dimension, "time") &&
	       !ellipsis_is_time(lexemes, number->next);
}

/* Where the noun begins; behind the last token where there is none. */
static size_t
noun_begin(const struct lexemes *lexemes, const struct number *number)
{
	bool count = number->kind == NUMBER_COUNT;
	size_t first = count ? noun_of_count(lexemes, number) : noun_of_part(lexemes, number);
	first = !count || first > number->next ? skip_number(lexemes, first)
					       : skip_size(lexemes, first);
	/* 2.3 percent of 2.6 PERCENT */
	size_t tokens;
	bool share = first > number->next && is_kind(lexemes, first - 1, TOKEN_DIGITS) &&
		     phrase_at(lexemes, first, ROLE_UNIT | ROLE_CURRENCY, &tokens);
	return share ? lexemes->count : first;
}

/* Where the noun ends that begins at `first`; there if it is none. */
static size_t
noun_end(const struct lexemes *lexemes, const struct number *number, size_t first)
{
	/* "magnitudo 6,2 ha COLPITO": a verb, where participles do not stand before nouns */
	if (!lexemes->lexicon->noun_compounds && nounphrase_is_verb(lexemes, first))
		return first;
	bool glued = number->kind == NUMBER_COUNT && first == number->next + 1 &&
		     is_hyphen(lexemes, number->next);
	return glued ? first + nounphrase_has(lexemes, first) : nounphrase_end(lexemes, first);
}

/* The end of the noun first..next of a count, which may be less than its phrase, or nothing. */
static size_t
end_of_counted(
	const struct lexemes *lexemes, const struct number *number, size_t first, size_t next)
{
	if (next == first)
		return next;
	if (first == number->next && number->qualifier == QUALIFIER_EXACT &&
		decimal_compare(number->low, decimal_of(1)) == 0)
		next = end_of_one(lexemes, next);
	/* "one of them carrying food" */
	bool whose = is_operator(lexemes, first - 1, OP(PRONOUN)) &&
		     !nounphrase_is_plural(lexemes, next - 1);
	return whose ? first : next;
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
	size_t first = noun_begin(lexemes, number), next = noun_end(lexemes, number, first);
	/* 40 percent of the city's 3 million RESIDENTS */
	if (next > first + 1 && slice_is(lexeme_lower(lexemes, next - 1), "s") &&
		!is_spaced(lexemes, next - 1) && skip_number(lexemes, next) > next) {
		first = skip_number(lexemes, next);
		next = nounphrase_end(lexemes, first);
	}
	if (count)
		next = end_of_counted(lexemes, number, first, next);
	number->what[0] = lexemes_text(lexemes, first, next);
	if (next == first && count)
		ellipsis_read(lexemes, number, before);
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
	if (number->per || !measure_may_be_rate(lexemes, at))
		return;
	struct number rate = *number;
	if (!measure_read_rate(lexemes, at, &rate))
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
		(number->what[0].len > 0 || casualty_is_before(lexemes, number->first)))
		number->what[1] = casualty_before(lexemes, number->first, before);
	/* "killed seven watchmen and 12 OTHERS" */
	if (number->what[1].len == 0 && before &&
		is_operator(lexemes, number->next, OP(OTHER)) &&
		is_operator(lexemes, number->first - 1, OP(AND)))
		number->what[1] = before->what[1];
	if (number->kind == NUMBER_COUNT)
		take_rate(lexemes, behind, number);
}
