#include "counted.h"

#include "quantity.h"
#include "utf8.h"

enum {
	PHRASE_WORDS = 12,
	CASUALTY_REACH = 8,
};

static struct slice
text_of(const struct lexemes *lexemes, size_t first, size_t next)
{
	if (next <= first)
		return SLICE("");
	return slice_cut(lexemes->text, lexemes->items[first].token.start,
		lexemes->items[next - 1].token.end);
}

static bool
ends_in(struct slice word, const char *end)
{
	return slice_ends(word, slice_of(end));
}

/* A plural by its form; the tables name those that have none (people) or only seem so (gas). */
bool
counted_plural(const struct lexemes *lexemes, size_t at)
{
	struct slice word = lexeme_lower(lexemes, at);
	if (is_role(lexemes, at, ROLE_PLURAL))
		return true;
	return lexeme_ends(lexemes, at, lexemes->lexicon->plural) && !ends_in(word, "ss") &&
	       !ends_in(word, "us") && !ends_in(word, "is") &&
	       !is_role(lexemes, at, ROLE_SINGULAR);
}

static bool
is_word(const struct lexemes *lexemes, size_t at)
{
	return is_kind(lexemes, at, TOKEN_LETTERS) &&
	       !is_role(lexemes, at,
		       ROLE_STOP | ROLE_CASUALTY | ROLE_DAY | ROLE_WEEKDAY | ROLE_CARDINAL) &&
	       !is_operator(lexemes, at, OP(LAST) | OP(NEXT));
}

/* Whether the tokens are glued by a hyphen or an apostrophe: asylum-seekers, nation's */
static bool
is_glue(const struct lexemes *lexemes, size_t at)
{
	return !is_spaced(lexemes, at) && !is_spaced(lexemes, at + 1) &&
	       is_kind(lexemes, at, TOKEN_MARK) && is_word(lexemes, at + 1) &&
	       !is_mark(lexemes, at, ',') && !is_mark(lexemes, at, '.') &&
	       !is_mark(lexemes, at, '(') && !is_mark(lexemes, at, '/') &&
	       !is_mark(lexemes, at, ':') && !is_mark(lexemes, at, ')');
}

/* A verb in the past behind a noun, by its form: "12 workers walked". */
static bool
is_past(const struct lexemes *lexemes, size_t at)
{
	struct slice word = lexeme_lower(lexemes, at);
	return word.len > 4 && ends_in(word, "ed") && !lexeme_at(lexemes, at)->capital;
}

/*
 * The noun phrase that begins at `first`: up to a stop word, punctuation, a verb behind a noun,
 * or the end of the first plural in lower case. Returns the token behind it.
 */
static size_t
noun_phrase(const struct lexemes *lexemes, size_t first)
{
	size_t at = first;
	while (is_word(lexemes, at) && at < first + PHRASE_WORDS) {
		const struct lexeme *lexeme = lexeme_at(lexemes, at);
		bool ends =
			at > first || (!is_word(lexemes, at + 1) && !is_glue(lexemes, at + 1));
		if (ends && is_past(lexemes, at) && is_spaced(lexemes, at))
			break;
		at++;
		if (is_glue(lexemes, at)) {
			at++;
			continue;
		}
		if (counted_plural(lexemes, at - 1) &&
			(!lexeme->capital || !is_word(lexemes, at) || is_past(lexemes, at)))
			break;
		if (lexemes->lexicon->noun_capitals && lexeme->capital)
			break;
	}
	return at;
}

/* Leaves out what may stand before a noun phrase and is no part of it: of the, other, more. */
static size_t
skip_to_noun(const struct lexemes *lexemes, size_t at)
{
	for (size_t i = 0; i < 4; i++) {
		if (!is_operator(lexemes, at, OP(THE) | OP(A) | OP(MORE)))
			break;
		at++;
	}
	return at;
}

/* The number that stands before the noun: 4,000 of the 12,000 SOLDIERS */
static size_t
skip_number(const struct lexemes *lexemes, size_t at)
{
	struct amount amount;
	if (amount_read(lexemes, at, 0, &amount))
		return skip_to_noun(lexemes, amount.next);
	return at;
}

/* killed; killed and wounded; either killed or injured */
static size_t
casualties(const struct lexemes *lexemes, size_t at)
{
	size_t next = at;
	while (is_role(lexemes, next, ROLE_CASUALTY)) {
		next++;
		if (is_operator(lexemes, next, OP(AND) | OP(OR)) &&
			is_role(lexemes, next + 1, ROLE_CASUALTY))
			next++;
		else
			break;
	}
	return next;
}

/* The word for what happened, where one word says it: "killing" is killed. */
static struct slice
state_of(const struct lexemes *lexemes, size_t first, size_t next)
{
	struct slice state = entry_at(lexemes, first)->state;
	return next == first + 1 && state.len > 0 ? state : text_of(lexemes, first, next);
}

/*
 * What happened to those counted, behind the noun: "(have been) killed", "deployed there have
 * been killed". The token behind it, `at` where there is none.
 */
static size_t
casualties_behind(const struct lexemes *lexemes, size_t at, struct slice *state)
{
	size_t limit = at + CASUALTY_REACH, is = at;
	for (size_t i = at; i < limit && i < lexemes->count; i++) {
		size_t next = casualties(lexemes, i);
		if (next > i && (i == is)) {
			*state = state_of(lexemes, i, next);
			return next;
		}
		bool hyphen = is_mark(lexemes, i, '-') && !is_spaced(lexemes, i);
		if ((!is_kind(lexemes, i, TOKEN_LETTERS) && !hyphen) ||
			is_role(lexemes, i, ROLE_CARDINAL))
			break;
		if (is_operator(lexemes, i, OP(BE)))
			is = i + 1;
	}
	return at;
}

/* "45 injured when two TRAINS met": the word is said of the count right before. */
static bool
is_said_before(size_t at, const struct number *before)
{
	return before && before->next == at && before->what[1].len > 0;
}

/* And before the number: "killed 21 soldiers", "the killing of 21", "injuries to 40" */
static struct slice
casualties_before(const struct lexemes *lexemes, size_t first, const struct number *before)
{
	for (size_t i = 0; i < CASUALTY_REACH / 2 && first > i; i++) {
		size_t at = first - i - 1;
		if (is_role(lexemes, at, ROLE_CASUALTY))
			return is_said_before(at, before) ? SLICE("")
							  : state_of(lexemes, at, at + 1);
		if (!is_kind(lexemes, at, TOKEN_LETTERS) ||
			is_operator(lexemes, at, OP(AND) | OP(OR) | OP(BE)))
			break;
	}
	return SLICE("");
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

/* "the number of dead at 31", "the toll rose to 31": what the number stands for. */
static struct slice
casualties_led_in(const struct lexemes *lexemes, size_t first)
{
	enum {
		REACH = 5
	};
	if (!is_operator(lexemes, first - 1, OP(AT) | OP(TO) | OP(BE)))
		return SLICE("");
	for (size_t i = 2; i <= REACH && first >= i; i++) {
		size_t at = first - i;
		if (is_role(lexemes, at, ROLE_CASUALTY))
			return state_of(lexemes, at, at + 1);
		if (!is_kind(lexemes, at, TOKEN_LETTERS) || is_operator(lexemes, at, OP(AND)))
			break;
	}
	return SLICE("");
}

/* Where the noun of a measure or a part stands: behind "of", or half THE hostages. */
static size_t
noun_of_part(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = skip_conversion(lexemes, number->next);
	if (is_operator(lexemes, at, OP(OF)))
		return skip_to_noun(lexemes, at + 1);
	if (number->kind == NUMBER_FRACTION || number->kind == NUMBER_RATIO) {
		while (is_operator(lexemes, at, OP(COMPARATIVE)))
			at++;
		return skip_to_noun(lexemes, at);
	}
	return lexemes->count;
}

/* "up from nine A DAY EARLIER": nothing is counted there. */
static bool
is_time_before(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	return is_operator(lexemes, at, OP(A)) &&
	       phrase_at(lexemes, at + 1, ROLE_UNIT, &tokens) &&
	       is_operator(lexemes, at + 1 + tokens, OP(AGO) | OP(EARLIER) | OP(LATER));
}

static size_t
noun_of_count(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	if (is_hyphen(lexemes, at) && is_glue(lexemes, at))
		return at + 1; /* 27-member */
	if (is_time_before(lexemes, at))
		return at;
	if (is_operator(lexemes, at, OP(OF)))
		at++;
	at = skip_to_noun(lexemes, at);
	/* 13,000 of them CHILDREN */
	if (at > number->next && is_operator(lexemes, at, OP(PRONOUN)))
		at++;
	return at;
}

static bool
inherits(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	if (is_operator(lexemes, at, OP(OF)) && is_operator(lexemes, at + 1, OP(PRONOUN)))
		return true;
	if (is_time_before(lexemes, at))
		return true;
	at = skip_to_noun(lexemes, at);
	return at >= lexemes->count || is_operator(lexemes, at, OP(OTHER) | OP(BE)) ||
	       is_role(lexemes, at, ROLE_CASUALTY) || !is_kind(lexemes, at, TOKEN_LETTERS);
}

static bool
has_noun(enum number_kind kind)
{
	return kind == NUMBER_COUNT || kind == NUMBER_FRACTION || kind == NUMBER_PERCENT ||
	       kind == NUMBER_MEASURE || kind == NUMBER_RATIO;
}

/* The noun that is counted, or that of the count before; the token behind it. */
static size_t
read_noun(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	bool count = number->kind == NUMBER_COUNT;
	size_t first = count ? noun_of_count(lexemes, number) : noun_of_part(lexemes, number);
	if (!count || first > number->next)
		first = skip_number(lexemes, first);
	bool glued = count && first == number->next + 1 && is_hyphen(lexemes, number->next);
	size_t next = glued ? first + is_word(lexemes, first) : noun_phrase(lexemes, first);
	/* 40 percent of the city's 3 million RESIDENTS */
	if (next > first + 1 && slice_is(lexeme_lower(lexemes, next - 1), "s") &&
		!is_spaced(lexemes, next - 1) && skip_number(lexemes, next) > next) {
		first = skip_number(lexemes, next);
		next = noun_phrase(lexemes, first);
	}
	number->what[0] = text_of(lexemes, first, next);
	if (next > first)
		return next;
	if (count)
		number->what[1] = casualties_led_in(lexemes, number->first);
	if (count && before && number->what[1].len == 0 && inherits(lexemes, number))
		number->what[0] = before->what[0];
	if (count && before && is_time_before(lexemes, number->next))
		number->what[1] = before->what[1];
	return next + is_operator(lexemes, next, OP(OTHER));
}

/* "400 of the 1,200 recruits were wounded": what is said of the part is not of the whole. */
static bool
is_whole(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		NUMBERS = ROLE_CARDINAL | ROLE_SCALE | ROLE_DENOMINATOR | ROLE_UNIT,
	};
	size_t at = number->first - 1;
	at -= is_operator(lexemes, at, OP(THE));
	return is_operator(lexemes, at, OP(OF)) &&
	       (is_kind(lexemes, at - 1, TOKEN_DIGITS) || is_mark(lexemes, at - 1, '%') ||
		       is_role(lexemes, at - 1, NUMBERS));
}

/* "a quake of magnitude 6.8 killed 40": people come whole, so it is none of them. */
static bool
counts_nobody(const struct number *number)
{
	uint64_t whole;
	return number->kind == NUMBER_COUNT && number->what[0].len == 0 &&
	       !decimal_whole(number->low, &whole) && !decimal_whole(number->high, &whole);
}

/* $80 A BARREL is not one barrel more. */
static void
skip_rate(const struct lexemes *lexemes, struct number *number)
{
	size_t tokens, at = number->next;
	if (!is_operator(lexemes, at, OP(A) | OP(PER)) ||
		!phrase_at(lexemes, at + 1, ROLE_UNIT, &tokens) ||
		is_operator(lexemes, at + 1 + tokens, OP(AGO) | OP(EARLIER) | OP(LATER)))
		return;
	number->rate = at;
	number->rate_next = at + 1 + tokens;
}

void
counted_read(const struct lexemes *lexemes, struct number *number, const struct number *before)
{
	if (number->kind == NUMBER_MONEY)
		skip_rate(lexemes, number);
	if (!has_noun(number->kind))
		return;
	size_t next = read_noun(lexemes, number, before);
	if (number->kind == NUMBER_MEASURE || number->kind == NUMBER_RATIO ||
		is_whole(lexemes, number) || counts_nobody(number))
		return;
	size_t behind = casualties_behind(lexemes, next, &number->what[1]);
	if (behind == next && number->what[1].len == 0 &&
		(number->what[0].len > 0 || is_role(lexemes, number->first - 1, ROLE_CASUALTY)))
		number->what[1] = casualties_before(lexemes, number->first, before);
	/* "killed seven watchmen and 12 OTHERS" */
	if (number->what[1].len == 0 && before &&
		is_operator(lexemes, number->next, OP(OTHER)) &&
		is_operator(lexemes, number->first - 1, OP(AND)))
		number->what[1] = before->what[1];
	struct number rate = *number;
	if (number->kind == NUMBER_COUNT && quantity_read_rate(lexemes, behind, &rate)) {
		number->per = rate.per;
		number->rate = behind;
		number->rate_next = rate.next;
	}
}
