#include "recogniser.h"

#include <stdlib.h>

#include "counted.h"
#include "designation.h"
#include "memory.h"
#include "moment.h"
#include "qualify.h"
#include "quantity.h"
#include "range.h"
#include "scan.h"

enum {
	BEGINNINGS = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_GLYPH |
		     ROLE_MULTIPLE | ROLE_CURRENCY | ROLE_UNIT | ROLE_IDIOM | ROLE_MONTH |
		     ROLE_WEEKDAY | ROLE_SEASON | ROLE_DAYPART | ROLE_DAY | ROLE_FESTIVAL,
};

#define LEADS                                                                                  \
	(OP(A) | OP(MINUS) | OP(POINT) | OP(FEW) | OP(ALL) | OP(MORE) | OP(QUARTER) |          \
		OP(THE) | OP(EARLIER) | OP(LATER) | OP(LAST) | OP(NEXT) | OP(THIS) |           \
		OP(EARLY) | OP(MID) | OP(LATE) | OP(BEGINNING) | OP(END) | OP(IN))

/* twice, halved, doubled */
static bool
read_multiple(const struct scan *scan, size_t at, struct number *number)
{
	size_t tokens;
	const struct entry *entry = phrase_at(scan->lexemes, at, ROLE_MULTIPLE, &tokens);
	if (!entry)
		return false;
	*number = (struct number){.first = at,
		.next = at + tokens,
		.kind = entry->ratio ? NUMBER_RATIO : NUMBER_CHANGE,
		.low = entry->multiple,
		.high = entry->multiple};
	return true;
}

/* four TIMES as many, five-FOLD */
static void
read_times(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next + is_operator(lexemes, number->next, OP(DASH));
	if (!number_is_bare(number))
		return;
	if (is_operator(lexemes, at, OP(FOLD))) {
		number->kind = NUMBER_RATIO;
		number->next = at + 1;
	} else if (is_operator(lexemes, at, OP(TIMES)) &&
		   is_operator(lexemes, at + 1, OP(COMPARATIVE) | OP(THE) | OP(MORE))) {
		number->kind = NUMBER_RATIO;
		number->next = at + 1;
	}
}

/* ten years OLD, 28-year-OLD, six weeks OF AGE */
static void
read_age_behind(const struct lexemes *lexemes, struct number *number)
{
	size_t at = number->next;
	if (is_operator(lexemes, at, OP(DASH)))
		at++;
	size_t tokens = operator_phrase(lexemes, at, OP(OLD));
	if (tokens == 0 || number->kind != NUMBER_DURATION)
		return;
	number->kind = NUMBER_AGE;
	number->next = at + tokens;
}

/* AGED 70, age 87; and the bare "Maria Lopes, 71," */
static void
read_bare_age(const struct lexemes *lexemes, struct number *number)
{
	uint64_t years;
	if (!number_is_bare(number) || !decimal_whole(number->high, &years) || years > 120 ||
		number->first == 0)
		return;
	size_t before = number->first - 1;
	bool aged = is_operator(lexemes, before, OP(AGED));
	bool bare =
		is_mark(lexemes, before, ',') && number->amount.digits > 0 &&
		number->amount.digits < 3 && before > 0 &&
		lexeme_at(lexemes, before - 1)->capital &&
		!is_role(lexemes, before - 1, ROLE_MONTH | ROLE_WEEKDAY) &&
		(is_mark(lexemes, number->next, ',') || is_mark(lexemes, number->next, '.')) &&
		(is_spaced(lexemes, number->next + 1));
	if (!aged && !bare)
		return;
	number->first -= aged;
	number->kind = NUMBER_AGE;
	number->unit = units_find(&lexemes->lexicon->units, SLICE("a"));
}

static bool
read_number(const struct scan *scan, size_t at, struct number *number)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (read_multiple(scan, at, number))
		return true;
	struct number moment;
	bool dated = moment_read(scan, at, &moment);
	bool counted = range_read(lexemes, scan->floor, at, number);
	if (dated && (!counted || moment.next >= number->next)) {
		*number = moment;
		return true;
	}
	if (!counted)
		return false;
	/* 20 minutes LATER */
	if (number->kind == NUMBER_DURATION)
		number->next += is_operator(lexemes, number->next, OP(EARLIER) | OP(LATER));
	read_times(lexemes, number);
	qualify(lexemes, scan->floor, number);
	read_age_behind(lexemes, number);
	read_bare_age(lexemes, number);
	return true;
}

/* "one" is a number only where it counts something: one hospital, one of the two. */
static bool
is_pronoun_one(const struct lexemes *lexemes, const struct number *number)
{
	if (!is_operator(lexemes, number->next - 1, OP(ONE)) || !number_is_bare(number) ||
		number->next - number->first != 1)
		return false;
	return number->what[0].len == 0 && number->what[1].len == 0 && lexemes->count > 1;
}

/* Words that begin a number only before certain others: A week, LAST month, IN two days. */
static bool
leads_in(const struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = scan->lexemes;
	const struct lexeme *behind = lexeme_at(lexemes, at + 1);
	const uint64_t pointers = OP(LAST) | OP(NEXT) | OP(THIS);
	if (behind->token.kind == TOKEN_DIGITS || behind->entry->begins & ROLE_CARDINAL)
		return true;
	if (is_operator(lexemes, at, OP(QUARTER))) /* Q3 */
		return false;
	if (is_operator(lexemes, at, OP(A) | OP(FEW) | OP(ALL) | OP(MORE)) &&
		behind->entry->begins &
			(ROLE_SCALE | ROLE_DENOMINATOR | ROLE_UNIT | ROLE_CURRENCY))
		return true;
	if (is_operator(lexemes, at, OP(IN)))
		return (scan->future || at == 0) &&
		       behind->entry->operators & (OP(A) | OP(FEW));
	if (is_operator(lexemes, at, OP(THE)) && behind->entry->operators & OP(WEEKEND))
		return true;
	if (is_operator(lexemes, at, OP(EARLIER) | OP(LATER)))
		return (behind->entry->operators & OP(THIS)) != 0;
	if (is_operator(lexemes, at, OP(ALL) | OP(MORE)))
		return is_mark(lexemes, at + 1, '-');
	if (is_operator(lexemes, at, pointers) &&
		(behind->entry->begins & (ROLE_UNIT | ROLE_MONTH | ROLE_WEEKDAY | ROLE_SEASON |
						 ROLE_DAYPART) ||
			behind->entry->operators &
				(pointers | OP(FEW) | OP(QUARTER) | OP(WEEKEND) | OP(CENTURY))))
		return true;
	return is_operator(
		       lexemes, at, OP(EARLY) | OP(MID) | OP(LATE) | OP(BEGINNING) | OP(END)) &&
	       (behind->entry->begins & (ROLE_MONTH | ROLE_SEASON | ROLE_DAY) ||
		       behind->entry->operators &
			       (pointers | OP(OF) | OP(IN) | OP(DASH) | OP(THE) | OP(QUOTE)));
}

/* A sign or code of currency before digits, a decimal mark or a quotation mark glued to them */
static bool
is_sign(const struct lexemes *lexemes, size_t at)
{
	size_t tokens;
	if (phrase_exact(lexemes, at, ROLE_CURRENCY, &tokens))
		return true;
	return is_kind(lexemes, at, TOKEN_MARK) && is_kind(lexemes, at + 1, TOKEN_DIGITS) &&
	       !is_spaced(lexemes, at + 1);
}

static bool
can_begin(const struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = scan->lexemes;
	const struct lexeme *lexeme = &lexemes->items[at];
	const struct entry *entry = lexeme->entry;
	size_t tokens;
	if (lexeme->token.kind == TOKEN_DIGITS || phrase_at(lexemes, at, BEGINNINGS, &tokens))
		return true;
	if (entry->operators & LEADS && leads_in(scan, at))
		return true;

	return is_sign(lexemes, at);
}

/* "more than 30 and less than 40" is one range. */
static bool
merge_bounds(const struct lexemes *lexemes, struct number *before, const struct number *number)
{
	const struct number *low = before->qualifier == QUALIFIER_ATLEAST ? before : number;
	const struct number *high = low == before ? number : before;
	if (low->qualifier != QUALIFIER_ATLEAST || high->qualifier != QUALIFIER_ATMOST ||
		before->next + 1 != number->first ||
		!is_operator(lexemes, before->next, OP(AND) | OP(BUT)) ||
		before->kind != number->kind || before->unit != number->unit ||
		!slice_equal(before->currency, number->currency) ||
		decimal_compare(low->low, high->high) >= 0)
		return false;
	struct decimal bound = low->low;
	before->high = high->high;
	before->low = bound;
	before->qualifier = QUALIFIER_RANGE;
	before->next = number->next;
	before->what[0] = number->what[0];
	before->what[1] = number->what[1];
	return true;
}

static struct number *
add(struct recogniser *recogniser, const struct number *number)
{
	recogniser->numbers = memory_reserve(recogniser->numbers, &recogniser->capacity,
		recogniser->count + 1, sizeof *recogniser->numbers);
	recogniser->numbers[recogniser->count] = *number;
	return &recogniser->numbers[recogniser->count++];
}

/* The last count with a noun, from which "another 40" takes it. */
static const struct number *
last_counted(const struct recogniser *recogniser)
{
	for (size_t i = recogniser->count; i > 0 && recogniser->count - i < 8; i--) {
		const struct number *number = &recogniser->numbers[i - 1];
		if (number->kind == NUMBER_COUNT && number->what[0].len > 0)
			return number;
	}
	return NULL;
}

/* Whether the sentence speaks of what will be, as far as its first words tell. So does a date
 * that stands alone: it announces. */
static bool
is_future(const struct lexemes *lexemes)
{
	enum {
		WORDS = 200,
		DATES = ROLE_MONTH | ROLE_WEEKDAY | ROLE_DAYPART | ROLE_ORDINAL | ROLE_CARDINAL,
	};
	bool alone = true;
	for (size_t i = 0; i < lexemes->count && i < WORDS; i++) {
		const struct lexeme *lexeme = &lexemes->items[i];
		if (lexeme->entry->operators & OP(WILL))
			return true;
		alone = alone &&
			(lexeme->token.kind != TOKEN_LETTERS || lexeme->entry->operators ||
				lexeme->entry->roles & DATES);
	}
	return alone;
}

void
recognise(struct recogniser *recogniser, const struct lexicon *lexicon, struct slice text,
	const struct date *today)
{
	struct lexemes *lexemes = &recogniser->lexemes;
	lexemes_split(lexemes, lexicon, text);
	recogniser->count = 0;
	struct scan scan = {.lexemes = lexemes, .today = today};
	scan.future = is_future(lexemes);
	for (size_t at = 0; at < lexemes->count;) {
		struct number number;
		size_t skip;
		if (at == scan.rate && at > 0) {
			at = scan.rate_next;
			continue;
		}
		if (!can_begin(&scan, at)) {
			at++;
			continue;
		}
		bool read = read_number(&scan, at, &number);
		if ((!read || number.kind != NUMBER_DATE) &&
			(skip = designation_skip(lexemes, at)) > 0) {
			at = scan.floor = skip;
			continue;
		}
		if (!read) {
			at++;
			continue;
		}
		counted_read(lexemes, &number, last_counted(recogniser));
		at = scan.floor = number.next;
		scan.rate = number.rate;
		scan.rate_next = number.rate_next;
		if (designation_is(lexemes, &number) || is_pronoun_one(lexemes, &number))
			continue;
		if (recogniser->count == 0 || number.kind == NUMBER_DATE ||
			number.kind == NUMBER_TIME ||
			!merge_bounds(
				lexemes, &recogniser->numbers[recogniser->count - 1], &number))
			add(recogniser, &number);
	}
}

void
recogniser_free(struct recogniser *recogniser)
{
	lexemes_free(&recogniser->lexemes);
	free(recogniser->numbers);
	*recogniser = (struct recogniser){0};
}
