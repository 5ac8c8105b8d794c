#include "absolute.h"

#include "amount.h"
#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "qualify.h"

/* Two digits of a year belong to the century that is nearer to the document. */
int
date_full_year(const struct scan *scan, int year, size_t digits)
{
	if (digits == 4)
		return year;
	int now = scan->today ? scan->today->year : 2000;
	int full = now / 100 * 100 + year;
	return full > now + 20 ? full - 100 : full;
}

/* nineteen eighty six, two thousand and fifteen, twenty ten */
static size_t
year_in_words(const struct lexemes *lexemes, size_t at, int *year)
{
	struct amount amount;
	size_t tokens;
	uint64_t value, rest = 0;
	if (!is_role(lexemes, at, ROLE_CARDINAL) || !amount_read(lexemes, at, 0, &amount) ||
		amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &value))
		return 0;
	if (value >= DATE_YEAR_MIN && value <= DATE_YEAR_MAX) {
		*year = (int)value;
		return amount.next;
	}
	const struct entry *first = phrase_at(lexemes, at, ROLE_CARDINAL, &tokens);
	if (!first || (first->sense->cardinal < 10 || first->sense->cardinal > 20))
		return 0;
	if (!amount_read(lexemes, at + tokens, 0, &amount) ||
		!decimal_whole(amount.value, &rest) || rest < 10 || rest > 99)
		return 0;
	*year = (int)(first->sense->cardinal * 100 + rest);
	return amount.next;
}

size_t
date_year(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	*year = numeral_digits(lexemes, at, 4, 4);
	if (*year >= DATE_YEAR_MIN && *year <= DATE_YEAR_MAX && !date_glued(lexemes, at + 1)) {
		size_t tokens;
		const struct entry *unit =
			phrase_exact(lexemes, at + 1, ROLE_UNIT | ROLE_CURRENCY, &tokens);
		return unit && !is_spaced(lexemes, at + 1) ? 0 : at + 1;
	}
	/* '96 */
	if ((is_mark(lexemes, at, '\'') || slice_is(lexeme_lower(lexemes, at), "’")) &&
		!is_spaced(lexemes, at + 1) && numeral_digits(lexemes, at + 1, 2, 2) >= 0 &&
		is_spaced(lexemes, at)) {
		*year = date_full_year(scan, numeral_digits(lexemes, at + 1, 2, 2), 2);
		return at + 2;
	}
	return year_in_words(lexemes, at, year);
}

/* 2025 ROKU: a singular, which names the year */
static bool
is_year_word(const struct lexemes *lexemes, size_t at)
{
	enum grain grain;
	return is_role(lexemes, at, ROLE_SINGULAR) && date_grain(lexemes, at, &grain) > 0 &&
	       grain == GRAIN_YEAR;
}

/* Whether four digits that may be a year count something: 2000 soldiers, more than 1900 */
static bool
is_year_count(const struct lexemes *lexemes, size_t at, int year)
{
	size_t tokens, words;
	const struct entry *qualifier = qualifier_before(lexemes, 0, at, &words);
	size_t next = at + 1;
	if (is_year_word(lexemes, next))
		return false;
	/* fin 2031 L'astéroïde */
	if (is_operator(lexemes, next + 1, OP(QUOTE)) && !is_spaced(lexemes, next + 1) &&
		is_role(lexemes, next, ROLE_STOP))
		return false;
	/* seit 1990 UM 55 Prozent */
	bool word = is_role(lexemes, next, ROLE_STOP) && is_spaced(lexemes, next);
	if (phrase_at(lexemes, next, ROLE_SCALE | ROLE_UNIT | ROLE_CURRENCY, &tokens) ||
		(!word && phrase_exact(lexemes, next, ROLE_UNIT | ROLE_CURRENCY | ROLE_SUFFIX,
				  &tokens)))
		return true;
	bool noun = is_kind(lexemes, next, TOKEN_LETTERS) && is_spaced(lexemes, next) &&
		    !is_role(lexemes, next, ROLE_STOP) &&
		    lexeme_at(lexemes, next)->capital == lexemes->lexicon->noun_capitals;
	if (is_operator(lexemes, at - 1, OP(IN) | OP(SINCE) | OP(UNTIL) | OP(BY)))
		return noun && date_counts(lexemes, next) && year % 100 == 0;
	if (qualifier)
		return !qualifier_compares(lexemes, at, words);
	/* her 1967 album: what is counted is a plural */
	if (noun && lexemes->lexicon->noun_compounds &&
		!nounphrase_is_plural(lexemes, nounphrase_end(lexemes, next) - 1))
		return false;
	if (noun && is_operator(lexemes, at - 1, OP(THE) | OP(FROM) | OP(TO)))
		return year % 100 == 0;
	return noun || is_operator(lexemes, next, OP(OF));
}

/* Whether the year there is glued to what makes it no year, as in A-2019; not in mid-2019. */
static bool
is_glued_behind(const struct lexemes *lexemes, size_t at)
{
	if (at == 0 || !date_glued(lexemes, at - 1))
		return false;
	return at < 2 || !is_hyphen(lexemes, at - 1) ||
	       !is_operator(lexemes, at - 2, OP(EARLY) | OP(MID) | OP(LATE));
}

/* What tells the era of a year: AD, B.C.; how many tokens */
static size_t
read_era(const struct lexemes *lexemes, size_t at, bool *bygone)
{
	size_t tokens;
	if (!lexeme_at(lexemes, at)->capital)
		return 0;
	const struct entry *era = phrase_at(lexemes, at, ROLE_OPERATOR, &tokens);
	*bygone = era && era->traits & TRAIT(PAST_ERA);
	return era && era->traits & (TRAIT(ERA) | TRAIT(PAST_ERA)) ? tokens : 0;
}

/* 79 AD, 44 BC, of which no bounds are told; not in "40 BC Ferries" */
size_t
year_read_of_era(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool bygone;
	int year = numeral_digits(lexemes, at, 1, 4);
	size_t tokens = year > 0 ? read_era(lexemes, at + 1, &bygone) : 0;
	if (tokens == 0 || year > DATE_YEAR_MAX || !is_spaced(lexemes, at) ||
		lexeme_at(lexemes, at + 1 + tokens)->capital ||
		nounphrase_is_plural(lexemes, at + 1 + tokens))
		return 0;
	*period = period_year(year);
	period->unknown = bygone;
	return at + 1 + tokens;
}

/* 2031, in 2014; 2019-20, 2014-2018, 2019/20 */
size_t
year_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int year, last;
	if (numeral_digits(lexemes, at, 4, 4) < 1500 || is_glued_behind(lexemes, at))
		return 0;
	bool glued = !is_spaced(lexemes, at + 1) && !is_spaced(lexemes, at + 2);
	bool range = glued && is_operator(lexemes, at + 1, OP(DASH));
	bool season = glued && is_mark(lexemes, at + 1, '/');
	int short_year = numeral_digits(lexemes, at + 2, 2, 2);
	year = numeral_digits(lexemes, at, 4, 4);
	if ((range || season) && year <= DATE_YEAR_MAX && !date_glued(lexemes, at + 3) &&
		(short_year == (year + 1) % 100 || (range && short_year > year % 100))) {
		last = year / 100 * 100 + short_year + (short_year == 0 ? 100 : 0);
		*period = period_days((struct date){year, 1, 1}, (struct date){last, 12, 31});
		return at + 3;
	}
	last = numeral_digits(lexemes, at + 2, 4, 4);
	if (range && last > year && last <= DATE_YEAR_MAX && !date_glued(lexemes, at + 3)) {
		*period = period_days((struct date){year, 1, 1}, (struct date){last, 12, 31});
		/* в 2019–2023 ГОДАХ */
		return at + 3 + lexeme_among(lexemes, at + 3, lexemes->lexicon->decade_tails);
	}
	if (date_year(scan, at, &year) == 0 || is_year_count(lexemes, at, year))
		return 0;
	/* 2017 April */
	if (is_role(lexemes, at + 1, ROLE_MONTH) && !is_kind(lexemes, at + 2, TOKEN_DIGITS)) {
		*period = period_month(year, entry_at(lexemes, at + 1)->sense->month);
		return at + 2;
	}
	*period = period_year(year);
	return at + 1 + is_year_word(lexemes, at + 1);
}

/* THE YEAR 2020 */
size_t
year_read_named(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	enum grain grain;
	int year;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	size_t tokens = date_grain(lexemes, start, &grain);
	if (tokens == 0 || grain != GRAIN_YEAR || is_operator(lexemes, start, OP(END)) ||
		!is_kind(lexemes, start + tokens, TOKEN_DIGITS))
		return 0;
	size_t next = date_year(scan, start + tokens, &year);
	if (next > 0)
		*period = period_year(year);
	return next;
}
