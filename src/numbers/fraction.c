#include "fraction.h"

#include "nounphrase.h"
#include "phrase.h"

struct decimal
fraction_divide(struct fraction quotient)
{
	return decimal_divide(quotient.above, quotient.below);
}

/* ½, anderthalb, с половиной */
static const struct entry *
glyph_at(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	return phrase_at(lexemes, at, ROLE_GLYPH, tokens);
}

static struct fraction
glyph_value(const struct entry *glyph)
{
	return (struct fraction){
		decimal_of(glyph->sense->numerator), decimal_of(glyph->sense->denominator)};
}

bool
fraction_is_usual(uint64_t number)
{
	return (number >= 2 && number <= 10) || number == 12 || number == 15 || number == 16 ||
	       number == 20 || number == 25 || number == 32 || number == 40 || number == 50 ||
	       number == 64 || (number > 0 && number % 100 == 0);
}

/* 3/4: two numerals; not 3/4/2020. The token behind it, 0 where there is none. */
static size_t
read_slash(const struct lexemes *lexemes, size_t at, struct fraction *value)
{
	struct numeral above, below;
	uint64_t number;
	if (!numeral_read(lexemes, at, &above) || above.padded || above.fraction)
		return 0;
	size_t slash = above.next;
	if (!is_mark(lexemes, slash, '/') ||
		is_spaced(lexemes, slash) != is_spaced(lexemes, slash + 1) ||
		!numeral_read(lexemes, slash + 1, &below) || below.padded || below.fraction)
		return 0;
	if (!decimal_whole(below.value, &number) || !fraction_is_usual(number) ||
		(is_mark(lexemes, below.next, '/') && !is_spaced(lexemes, below.next)) ||
		(is_mark(lexemes, at - 1, '/') && !is_spaced(lexemes, at)))
		return 0;
	*value = (struct fraction){above.value, below.value};
	return below.next;
}

/* The denominator there, compound ones too: thirds, twenty-firsts, hundredths. */
static size_t
read_denominator(const struct lexemes *lexemes, size_t at, uint64_t *denominator, bool *plural)
{
	size_t tokens, first;
	const struct entry *tens = phrase_at(lexemes, at, ROLE_CARDINAL, &first);
	size_t behind = at;
	*denominator = 0;
	if (tens && tens->sense->cardinal >= 20 && tens->sense->cardinal < 100 &&
		tens->sense->cardinal % 10 == 0) {
		behind = at + first + is_hyphen(lexemes, at + first);
		*denominator = tens->sense->cardinal;
	}
	const struct entry *entry = phrase_at(lexemes, behind, ROLE_DENOMINATOR, &tokens);
	if (!entry || (*denominator > 0 && entry->sense->denominator > 9))
		return 0;
	*denominator += entry->sense->denominator;
	*plural = !(entry->roles & ROLE_ORDINAL);
	return behind + tokens;
}

/* The second half, the quarter that ended in March: no part of anything. */
static bool
is_period(const struct lexemes *lexemes, size_t at)
{
	if (is_role(lexemes, at - 1, ROLE_ORDINAL))
		return true;
	return is_operator(lexemes, at, OP(QUARTER)) &&
	       !is_role(lexemes, at + 1, ROLE_SCALE | ROLE_UNIT) &&
	       !is_operator(lexemes, at + 1, OP(OF) | OP(PAST));
}

/* HALF-frozen, half-hearted: what is done by halves is no part of it */
static bool
is_half_done(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	return is_operator(lexemes, at, OP(HALF)) && is_mark(lexemes, at + 1, '-') &&
	       !is_spaced(lexemes, at + 1) && !is_spaced(lexemes, at + 2) &&
	       is_kind(lexemes, at + 2, TOKEN_LETTERS) && lexemes->lexicon->noun_compounds &&
	       !is_operator(lexemes, at + 2, OP(OF) | OP(A) | OP(ORDINAL)) &&
	       !phrase_at(lexemes, at + 2,
		       ROLE_UNIT | ROLE_SCALE | ROLE_CURRENCY | ROLE_CARDINAL, &tokens);
}

/* la edad MEDIA de: an adjective behind its noun and article, where these stand behind */
static bool
is_average(const struct lexemes *lexemes, size_t at)
{
	return lexemes->lexicon->pointers_behind && at > 1 && nounphrase_has(lexemes, at - 1) &&
	       is_operator(lexemes, at - 2, OP(THE) | OP(A));
}

/* la DÉCIMA PARTE, десятая часть: such a phrase needs no numerator */
static bool
is_part_word(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	return phrase_at(lexemes, at, ROLE_DENOMINATOR, &tokens) && tokens > 1;
}

/*
 * A fraction in words with its numerator: two thirds, one-fifth, a third, half, 3 quarters.
 * The token behind it, 0 where there is none.
 */
static size_t
read_fraction_words(const struct lexemes *lexemes, size_t at, struct fraction *value)
{
	struct cardinal above;
	cardinal_begin(&above, lexemes, at);
	above.no_and = true;
	uint64_t denominator;
	bool plural, article = is_operator(lexemes, at, OP(A));
	size_t next;
	if (article) {
		above.at++;
		above.value = decimal_of(1);
	} else if ((is_role(lexemes, at, ROLE_DENOMINATOR) &&
			   is_operator(lexemes, at, OP(HALF) | OP(QUARTER)) &&
			   !is_period(lexemes, at) && !is_average(lexemes, at)) ||
		   is_part_word(lexemes, at)) {
		above.value = decimal_of(1);
	} else if (cardinal_read_small(&above)) {
		above.at += is_hyphen(lexemes, above.at);
	} else {
		return 0;
	}
	next = read_denominator(lexemes, above.at, &denominator, &plural);
	if (next == 0 || is_half_done(lexemes, next - 1))
		return 0;
	bool one = decimal_compare(above.value, decimal_of(1)) == 0;
	/* A third of it, but not a third man; one fifth, but not twenty fifth */
	if (!plural && (!one || (article && is_kind(lexemes, next, TOKEN_LETTERS) &&
					!is_role(lexemes, next, ROLE_STOP) &&
					!is_operator(lexemes, next,
						OP(OF) | OP(MORE) | OP(COMPARATIVE) | OP(LAST) |
							OP(THIS)))))
		return 0;
	*value = (struct fraction){above.value, decimal_of(denominator)};
	return next;
}

size_t
fraction_read(const struct lexemes *lexemes, size_t at, struct fraction *value)
{
	size_t tokens;
	const struct entry *glyph = glyph_at(lexemes, at, &tokens);
	if (glyph) {
		*value = glyph_value(glyph);
		return at + tokens;
	}
	size_t next = read_slash(lexemes, at, value);
	return next ? next : read_fraction_words(lexemes, at, value);
}

/* two-AND-A-HALF-year: where the fraction begins behind the hyphens; 0: nowhere */
static size_t
skip_hyphens(const struct lexemes *lexemes, size_t at)
{
	if (!is_hyphen(lexemes, at) || is_spaced(lexemes, at) ||
		!is_operator(lexemes, at + 1, OP(AND)) || !is_hyphen(lexemes, at + 2))
		return 0;
	at += 3;
	return at + 2 * (is_operator(lexemes, at, OP(A)) && is_hyphen(lexemes, at + 1));
}

/* 3½; 10 1/2; two AND a half */
bool
fraction_read_behind(struct cardinal *reading)
{
	struct fraction value;
	const struct lexemes *lexemes = reading->lexemes;
	bool and = is_operator(lexemes, reading->at, OP(AND));
	size_t next = 0, tokens;
	const struct entry *glyph = glyph_at(lexemes, reading->at, &tokens);
	size_t hyphened = skip_hyphens(lexemes, reading->at);
	uint64_t below;
	bool plural;
	if (glyph) {
		value = glyph_value(glyph);
		next = reading->at + tokens;
	} else if (hyphened > 0) {
		next = read_denominator(lexemes, hyphened, &below, &plural);
		value = (struct fraction){decimal_of(1), decimal_of(below)};
	} else if (and&&!reading->no_and) {
		next = fraction_read(lexemes, reading->at + 1, &value);
	} else if (!and&&reading->is_numeral) {
		/* 2-1/4 */
		size_t dash = is_mark(lexemes, reading->at, '-') &&
			      !is_spaced(lexemes, reading->at) &&
			      !is_spaced(lexemes, reading->at + 1);
		next = read_slash(lexemes, reading->at + dash, &value);
	}
	if (next == 0 || decimal_compare(value.above, value.below) >= 0)
		return false;
	/* a MILLION and a half */
	struct decimal million = decimal_of(1000000);
	if (and&&decimal_compare(reading->room, million) >= 0)
		value.above = decimal_multiply(value.above, reading->room);
	reading->value = decimal_add(reading->value, fraction_divide(value));
	reading->at = next;
	reading->is_numeral = false;
	return decimal_compare(reading->room, decimal_of(100)) < 0;
}
