#include "designation.h"

#include "nounphrase.h"
#include "numeral.h"
#include "phrase.h"
#include "utf8.h"

/* Behind the last of the tokens that are glued to each other without white space. */
static size_t
end_of_run(const struct lexemes *lexemes, size_t at)
{
	do
		at++;
	while (at < lexemes->count && !is_spaced(lexemes, at));
	return at;
}

/* 2.4.1, 192.168.10.1, 206-555-0199: digits with two or more of a mark between them */
static bool
is_chain(const struct lexemes *lexemes, size_t at, char mark)
{
	size_t marks = 0;
	while (is_mark(lexemes, at + 1, mark) && !is_spaced(lexemes, at + 1) &&
		!is_spaced(lexemes, at + 2) && is_kind(lexemes, at + 2, TOKEN_DIGITS)) {
		marks++;
		at += 2;
		if (marks > 1)
			return true;
	}
	return false;
}

static bool
is_grouped_by_points(const struct lexemes *lexemes, size_t at)
{
	for (size_t i = at + 2; is_kind(lexemes, i, TOKEN_DIGITS); i += 2) {
		const struct token *token = &lexemes->items[i].token;
		if (token->end - token->start != 3)
			return false;
		if (!is_mark(lexemes, i + 1, '.') || is_spaced(lexemes, i + 1) ||
			is_spaced(lexemes, i + 2))
			return true;
	}
	return false;
}

/* Su-27, i7, COVID-19, A1B2: a letter directly before the digits, with a hyphen or without */
static bool
has_letters_before(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (at == 0 || is_spaced(lexemes, at))
		return false;
	if (is_kind(lexemes, at - 1, TOKEN_LETTERS))
		return !phrase_exact_before(lexemes, 0, at, ROLE_CURRENCY, &tokens);
	return (is_mark(lexemes, at - 1, '-') || is_mark(lexemes, at - 1, '_')) &&
	       !is_spaced(lexemes, at - 1) && is_kind(lexemes, at - 2, TOKEN_LETTERS) &&
	       !is_role(lexemes, at - 2, ROLE_MONTH | ROLE_QUALIFIER | ROLE_CARDINAL) &&
	       !is_operator(lexemes, at - 2, OP(MID) | OP(EARLY) | OP(LATE) | OP(IN));
}

/* 2G to 6G, generations of networks: no five billion */
static bool
is_generation(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *behind = lexeme_at(lexemes, at + 1);
	int generation = numeral_digits(lexemes, at, 1, 1);
	return generation >= 2 && generation <= 6 && !is_spaced(lexemes, at + 1) &&
	       slice_is(token_text(lexemes->text, behind->token), "G") &&
	       !is_mark(lexemes, at - 1, '.') && !is_mark(lexemes, at - 1, ',');
}

size_t
designation_skip(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (phrase_at(lexemes, at, ROLE_IDIOM, &tokens))
		return at + tokens;
	if (!is_kind(lexemes, at, TOKEN_DIGITS))
		return 0;
	if ((is_chain(lexemes, at, '.') && !is_grouped_by_points(lexemes, at)) ||
		is_chain(lexemes, at, '-'))
		return end_of_run(lexemes, at);
	if (has_letters_before(lexemes, at) || is_generation(lexemes, at))
		return end_of_run(lexemes, at);
	return 0;
}

/* A name's word: capital, and not because a sentence begins with it. */
static bool
is_name(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	/* what begins a sentence may be any word; a name where no table has it */
	if (at == 0 && (lexeme->entry->roles || lexeme->entry->begins ||
			       nounphrase_is_plural(lexemes, at)))
		return false;
	return lexeme->capital &&
	       !(lexeme->entry->roles &
		       (ROLE_STOP | ROLE_QUALIFIER | ROLE_MONTH | ROLE_WEEKDAY | ROLE_DAY |
			       ROLE_SEASON | ROLE_CURRENCY)) &&
	       !lexeme->entry->operators;
}

/* Labour 214 seats, Liberal Democrats 163: names with what each has, as the one before */
static bool
is_tally(
	const struct lexemes *lexemes, const struct number *number, const struct number *before)
{
	enum {
		REACH = 6
	};
	if (!before || before->first == 0 || before->amount.digits == 0 ||
		!lexeme_at(lexemes, before->first - 1)->capital ||
		number->first > before->next + REACH)
		return false;
	size_t at = number->first;
	while (at > before->next && is_name(lexemes, at - 1))
		at--;
	return at < number->first && is_mark(lexemes, at - 1, ',') &&
	       !is_kind(lexemes, number->next, TOKEN_LETTERS);
}

/* Windows 11, Boeing 737: a name, plain digits, and no noun behind them */
static bool
is_model(const struct lexemes *lexemes, const struct number *number)
{
	if (!number_is_bare(number) || number->amount.digits == 0 || number->gauged ||
		number->amount.digits > 4 || number->amount.grouped ||
		number->qualifier != QUALIFIER_EXACT || number->first == 0 ||
		decimal_compare(number->amount.scale, decimal_of(1)) != 0)
		return false;
	if (number->what[1].len > 0 && number->what[0].len == 0)
		return false;
	/* a noun that was taken from before is none that it counts */
	bool bare =
		number->what[0].len == 0 ||
		number->what[0].data < lexemes_text(lexemes, number->first, number->next).data;
	return is_name(lexemes, number->first - 1) && is_spaced(lexemes, number->first) &&
	       (bare || number->amount.fraction ||
		       (lexeme_at(lexemes, number->next)->capital &&
			       !lexemes->lexicon->noun_capitals));
}

/* Chapter 11, Flight 370, No. 7, #4 */
static bool
is_labelled(const struct lexemes *lexemes, const struct number *number)
{
	size_t tokens;
	if (number->kind != NUMBER_COUNT || number->qualifier == QUALIFIER_RANGE ||
		number->unit || number->first == 0)
		return false;
	const struct entry *label =
		phrase_before(lexemes, 0, number->first, ROLE_DESIGNATION, &tokens);
	if (!label)
		return false;
	/* "in chapter 11" too, but "the group five men joined" is no name */
	return number->amount.digits > 0 ||
	       lexeme_at(lexemes, number->first - tokens)->capital ||
	       !nounphrase_has(lexemes, number->next);
}

/* 8th Regiment, Fifth Avenue; not 1st Sunday or "his First" */
static bool
is_ordinal_name(const struct lexemes *lexemes, const struct number *number)
{
	return number->kind == NUMBER_ORDINAL && !lexemes->lexicon->noun_capitals &&
	       is_name(lexemes, number->next) && is_spaced(lexemes, number->next);
}

/* 10-K, 11a: letters that are no unit glued behind digits */
static bool
has_letters_behind(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next;
	if (number->amount.digits == 0 || !number_is_bare(number) || is_spaced(lexemes, at))
		return false;
	if (is_kind(lexemes, at, TOKEN_LETTERS))
		return true;
	if (!is_mark(lexemes, at, '-') || is_spaced(lexemes, at + 1))
		return false;
	const struct token *token = &lexeme_at(lexemes, at + 1)->token;
	return is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
	       (lexeme_at(lexemes, at + 1)->capital && token->end - token->start < 3);
}

/* 0800, 007: what is counted does not begin with a 0, unless it is all there is */
static bool
is_padded(const struct lexemes *lexemes, const struct number *number)
{
	return lexemes->count > 1 && number_is_bare(number) && number->amount.padded &&
	       !number->amount.fraction && number->amount.digits > 2 &&
	       number->low.coefficient != 0;
}

/* 783492272595750912: so many digits without groups are a code */
static bool
is_code(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		LONGEST = 12,
		ALONE = 2 /* tokens, with a sign: a number as such */
	};
	return number_is_bare(number) && lexemes->count > ALONE &&
	       number->amount.digits > LONGEST && !number->amount.grouped &&
	       !number->amount.fraction;
}

/* 131 West 23rd STREET, 10 Downing Street: the number of a house */
static bool
is_address(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		WORDS = 4
	};
	if (number->kind != NUMBER_COUNT || number->amount.digits == 0 ||
		number->amount.grouped || !number_is_bare(number) ||
		number->qualifier != QUALIFIER_EXACT)
		return false;
	size_t at = number->next;
	for (size_t i = 0; i < WORDS; i++, at++) {
		if (is_kind(lexemes, at, TOKEN_DIGITS) && i > 0)
			at += is_operator(lexemes, at + 1, OP(ORDINAL));
		else if (!lexeme_at(lexemes, at)->capital)
			return false;
		if (i > 0 && is_trait(lexemes, at, TRAIT(STREET)))
			return !nounphrase_has(lexemes, at + 1);
	}
	return false;
}

/* SEVEN West Media, the FIVE Star Movement: a name that begins with a word for a number */
static bool
is_name_of_number(const struct lexemes *lexemes, const struct number *number)
{
	enum {
		REACH = 12,
		LONG = 5
	};
	if (number->amount.digits > 0 || !number_is_bare(number) || number->first == 0 ||
		number->amount.kind != AMOUNT_CARDINAL || lexemes->lexicon->noun_capitals ||
		number->next != number->first + 1 || number->amount.article ||
		!lexeme_at(lexemes, number->first)->capital ||
		!is_name(lexemes, number->next) ||
		!is_kind(lexemes, number->first - 1, TOKEN_LETTERS))
		return false;
	/* not in A Headline That Has Five Words in Capitals */
	size_t at = number->first > REACH ? number->first - REACH : 0;
	for (; at < number->first + REACH; at++)
		if (lexeme_len(lexemes, at) >= LONG && !lexeme_at(lexemes, at)->capital)
			return true;
	return false;
}

bool
designation_is(
	const struct lexemes *lexemes, const struct number *number, const struct number *before)
{
	return is_padded(lexemes, number) || is_labelled(lexemes, number) ||
	       (is_model(lexemes, number) && !is_tally(lexemes, number, before)) ||
	       is_ordinal_name(lexemes, number) || has_letters_behind(lexemes, number) ||
	       is_code(lexemes, number) || is_address(lexemes, number) ||
	       is_name_of_number(lexemes, number);
}
