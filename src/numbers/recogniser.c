#include "recogniser.h"

#include <stdlib.h>
#include <string.h>

#include "age.h"
#include "compound.h"
#include "counted.h"
#include "designation.h"
#include "memory.h"
#include "multiple.h"
#include "nounphrase.h"
#include "phrase.h"
#include "portion.h"
#include "qualify.h"
#include "quantity.h"
#include "range.h"
#include "scan.h"
#include "when.h"

enum {
	BEGINNINGS = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_GLYPH |
		     ROLE_MULTIPLE | ROLE_CURRENCY | ROLE_UNIT | ROLE_IDIOM | ROLE_MONTH |
		     ROLE_AGO | ROLE_DECADE | ROLE_WEEKDAY | ROLE_SEASON | ROLE_DAYPART |
		     ROLE_DAY | ROLE_FESTIVAL,
};

#define POINTERS (OP(LAST) | OP(NEXT) | OP(THIS))
#define PARTS (OP(EARLY) | OP(MID) | OP(LATE) | OP(BEGINNING) | OP(END))

/*
 * Words that begin a number or date before certain others only: A week, LAST month, LATE March.
 * Before digits and number words all of them may.
 */
static const struct lead {
	uint64_t operators;
	uint32_t roles;            /* the next word has one of these roles, */
	uint64_t operators_behind; /* or one of these operators */
} leads[] = {
	{OP(A) | OP(FEW) | OP(ALL) | OP(MORE),
		ROLE_SCALE | ROLE_DENOMINATOR | ROLE_UNIT | ROLE_CURRENCY, 0},
	{OP(ALL) | OP(MORE), 0, OP(DASH)},
	{OP(A), 0, OP(FEW)},
	{OP(THE), 0, OP(WEEKEND)},
	{OP(EARLIER) | OP(LATER), 0, OP(THIS) | OP(IN)},
	{POINTERS,
		ROLE_UNIT | ROLE_MONTH | ROLE_WEEKDAY | ROLE_SEASON | ROLE_DAYPART |
			ROLE_FESTIVAL,
		POINTERS | OP(FEW) | OP(QUARTER) | OP(WEEKEND)},
	{PARTS, ROLE_MONTH | ROLE_SEASON | ROLE_DAY | ROLE_DECADE,
		POINTERS | OP(OF) | OP(IN) | OP(DASH) | OP(THE) | OP(QUOTE)},
	{OP(IN), 0, OP(A) | OP(FEW) | OP(HALF)},
	{OP(HALF), ROLE_ORDINAL, OP(TO)},
	{OP(MINUS) | OP(POINT) | OP(QUARTER) | OP(HALF), 0, 0},
};

/* All of these words. */
#define LEADS                                                                                  \
	(OP(A) | OP(FEW) | OP(ALL) | OP(MORE) | OP(THE) | OP(EARLIER) | OP(LATER) | POINTERS | \
		PARTS | OP(IN) | OP(MINUS) | OP(POINT) | OP(QUARTER) | OP(HALF) | OP(WEEKEND))

/*
 * The most common of them, and all that may stand behind these; so that most places where they
 * do are passed at once.
 */
#define COMMON_LEADS (OP(A) | OP(FEW) | OP(ALL) | OP(MORE) | OP(THE) | POINTERS | OP(IN))
#define FOLLOWING (OP(DASH) | OP(FEW) | OP(WEEKEND) | POINTERS | OP(QUARTER) | OP(A) | OP(HALF))
enum {
	FOLLOWERS = ROLE_CARDINAL | ROLE_SCALE | ROLE_DENOMINATOR | ROLE_UNIT | ROLE_CURRENCY |
		    ROLE_MONTH | ROLE_WEEKDAY | ROLE_SEASON | ROLE_DAYPART | ROLE_FESTIVAL,
};

static bool
read_number(const struct scan *scan, size_t at, struct number *number)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (multiple_read(lexemes, at, number)) {
		qualify(lexemes, scan->floor, number); /* MORE THAN doubled */
		return true;
	}
	if (age_read_decade(lexemes, at, number) || compound_read_clock(lexemes, at, number))
		return true;
	struct number longer;
	if (when_read(scan, at, number)) {
		if (!range_read(lexemes, scan->floor, at, &longer) ||
			number->next >= longer.next)
			return true;
		*number = longer;
	} else if (!range_read(lexemes, scan->floor, at, number)) {
		return false;
	}
	if (age_read_cohort(lexemes, number))
		return true;
	/* 20 minutes LATER */
	if (number->kind == NUMBER_DURATION)
		number->next += is_operator(lexemes, number->next, OP(EARLIER) | OP(LATER));
	multiple_read_times(lexemes, number);
	portion_read_article(lexemes, scan->floor, number);
	qualify(lexemes, scan->floor, number);
	age_read(lexemes, scan->floor, number);
	return true;
}

/* "one" is a number only where it counts something: one hospital, one of the two. */
static bool
is_pronoun_one(const struct lexemes *lexemes, const struct number *number)
{
	size_t at = number->next - 1;
	if (!is_role(lexemes, at, ROLE_CARDINAL) ||
		entry_at(lexemes, at)->sense->cardinal != 1 || !number_is_bare(number) ||
		number->next - number->first != 1)
		return false;
	/* ein Mann: an article, which some languages have no other word for */
	if (is_operator(lexemes, at, OP(A)) && lexemes->count > 1)
		return true;
	return number->what[0].len == 0 && number->what[1].len == 0 && lexemes->count > 1;
}

static bool
leads_in(const struct scan *scan, size_t at)
{
	uint64_t operators = entry_at(scan->lexemes, at)->operators & LEADS;
	if (!operators)
		return false;
	if (operators & OP(WEEKEND))
		return true;
	const struct lexeme *behind = lexeme_at(scan->lexemes, at + 1);
	if (behind->token.kind == TOKEN_DIGITS || behind->entry->begins & ROLE_CARDINAL)
		return true;
	if (!behind->entry->begins && !behind->entry->leads)
		return false; /* most words */
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (operators & leads[i].operators &&
			(behind->entry->begins & leads[i].roles ||
				operator_phrase(
					scan->lexemes, at + 1, leads[i].operators_behind)))
			return true;
	return false;
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

static void
mark(struct entry *entry)
{
	if (entry->roles & BEGINNINGS || entry->operators & LEADS & ~COMMON_LEADS)
		entry->marks |= 1 << MARK_STARTS;
	else if (entry->begins & BEGINNINGS)
		entry->marks |= 1 << MARK_OPENS;
	if (entry->operators & COMMON_LEADS)
		entry->marks |= 1 << MARK_LEADS;
	if (entry->begins & FOLLOWERS || entry->leads & FOLLOWING)
		entry->marks |= 1 << MARK_FOLLOWS;
	if (entry->roles & (ROLE_CARDINAL | ROLE_GLYPH))
		entry->marks |= 1 << MARK_NUMBER;
}

void
recogniser_mark(struct recogniser *recogniser, struct lexicon *lexicon)
{
	rules_mark(&recogniser->rules, lexicon);
	for (size_t i = 0; i < lexicon->count; i++)
		mark(&lexicon->entries[i]);
	mark(&lexicon->compound);
}

static bool
can_begin(const struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens;
	return is_kind(lexemes, at, TOKEN_DIGITS) || is_role(lexemes, at, BEGINNINGS) ||
	       phrase_at(lexemes, at, BEGINNINGS, &tokens) || leads_in(scan, at) ||
	       is_sign(lexemes, at);
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

/* The time of day in a moment: behind its T, or all of it. */
static const char *
time_in(const char *moment)
{
	const char *mark = strchr(moment, 'T');
	return mark ? mark + 1 : moment;
}

/* Gives a moment that is a time alone the day of another. */
static void
share_day(char *moment, const char *other)
{
	char time[MOMENT_SIZE];
	size_t day = (size_t)(time_in(other) - other), len = strlen(moment);
	if (time_in(moment) != moment || strchr(moment, '-') || day + len >= MOMENT_SIZE)
		return;
	memcpy(time, moment, len + 1);
	memcpy(moment, other, day);
	memcpy(moment + day, time, len + 1);
}

/* "after 9 am but before 11 am on Thursday" is one stretch; "and" joins two times of a day. */
static bool
merge_moments(const struct lexemes *lexemes, struct number *before, const struct number *number)
{
	if (before->qualifier != QUALIFIER_ATLEAST || number->qualifier != QUALIFIER_ATMOST ||
		before->next + 1 != number->first ||
		!is_operator(lexemes, before->next,
			before->kind == NUMBER_TIME ? OP(AND) | OP(BUT) : OP(BUT)) ||
		before->from[0] == '\0' || number->to[0] == '\0')
		return false;
	memcpy(before->to, number->to, sizeof before->to);
	share_day(before->from, before->to);
	share_day(before->to, before->from);
	if (strlen(before->from) == strlen(before->to) && strcmp(before->from, before->to) > 0)
		before->from[0] = before->to[0] = '\0';
	if (before->kind == NUMBER_TIME)
		before->kind = number->kind;
	before->qualifier = QUALIFIER_EXACT;
	before->next = number->next;
	return true;
}

/* "to 600 million euros FROM 1.2 billion", "6.1%, up from 5.9": one unit for both */
static void
share_unit(const struct lexemes *lexemes, const struct number *before, struct number *number)
{
	enum {
		REACH = 4
	};
	size_t from = number->first - 1;
	if (!number_is_bare(number) || !is_kind(lexemes, number->first, TOKEN_DIGITS) ||
		(!before->unit && before->currency.len == 0) ||
		before->kind == NUMBER_DURATION || before->kind == NUMBER_AGE ||
		!is_operator(lexemes, from, OP(FROM)) || from > before->next + REACH ||
		nounphrase_has(lexemes, number->next))
		return;
	/* "up 5.5% from 43.8 million": by so much */
	if (is_operator(lexemes, before->first - 1, OP(CHANGE) | OP(BY)) ||
		(before->kind == NUMBER_PERCENT &&
			decimal_compare(number->amount.scale, decimal_of(1)) != 0))
		return;
	for (size_t at = before->next; at < from; at++)
		if (!is_mark(lexemes, at, ',') && !is_operator(lexemes, at, OP(CHANGE)))
			return;
	number->kind = before->kind;
	number->unit = before->unit;
	number->per = before->per;
	number->currency = before->currency;
}

/* Where the next number is read: behind those that were found. */
static struct number *
next_number(struct recogniser *recogniser)
{
	recogniser->numbers = memory_reserve(recogniser->numbers, &recogniser->capacity,
		recogniser->count + 1, sizeof *recogniser->numbers);
	return &recogniser->numbers[recogniser->count];
}

static bool
is_moment(const struct number *number)
{
	return number->kind == NUMBER_DATE || number->kind == NUMBER_TIME;
}

/* Keeps the number that was read there, or makes it a part of the one before. */
static void
add(struct recogniser *recogniser)
{
	const struct number *number = &recogniser->numbers[recogniser->count];
	struct number *before =
		recogniser->count > 0 ? &recogniser->numbers[recogniser->count - 1] : NULL;
	bool merged = before && is_moment(number) == is_moment(before) &&
		      (is_moment(number) ? merge_moments : merge_bounds)(
			      &recogniser->lexemes, before, number);
	recogniser->count += !merged;
}

/* The last count with a noun, from which "another 40" takes it. */
static const struct number *
last_counted(const struct recogniser *recogniser)
{
	for (size_t i = recogniser->count; i > 0 && recogniser->count - i < 8; i--) {
		const struct number *number = &recogniser->numbers[i - 1];
		if (number->kind == NUMBER_COUNT &&
			number->what[0].len + number->what[1].len > 0)
			return number;
	}
	return NULL;
}

/* Reads what begins at a token, if anything does, and returns where to go on. */
static size_t
read_token(struct recogniser *recogniser, struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (!can_begin(scan, at))
		return at + 1;
	struct number *number = next_number(recogniser);
	bool read = read_number(scan, at, number);
	size_t tokens;
	bool dated = read && number->kind == NUMBER_DATE &&
		     !phrase_at(lexemes, at, ROLE_IDIOM, &tokens); /* 9/11 */
	size_t skip = dated ? 0 : designation_skip(lexemes, at);
	if (skip > 0)
		return scan->floor = skip;
	if (!read)
		return at + 1;
	if (recogniser->count > 0) {
		age_share(lexemes, number - 1, number);
		share_unit(lexemes, number - 1, number);
	}
	counted_read(lexemes, number, last_counted(recogniser));
	scan->floor = number->next;
	scan->rate = number->rate;
	scan->rate_next = number->rate_next;
	size_t next = number->next;
	if (!designation_is(lexemes, number) && !is_pronoun_one(lexemes, number))
		add(recogniser);
	return next;
}

/* The next token that something may begin with, behind the rate that was read already. */
static size_t
next_start(const struct scan *scan, size_t at)
{
	size_t next = lexemes_next_start(scan->lexemes, at);
	if (scan->rate == 0 || at > scan->rate || next < scan->rate)
		return next;
	return lexemes_next_start(scan->lexemes, scan->rate_next);
}

void
recognise(struct recogniser *recogniser, struct trigger *trigger, struct slice text,
	const struct date *today, int clock)
{
	struct lexemes *lexemes = &recogniser->lexemes;
	folded_take(&lexemes->folded, text);
	recogniser->count = 0;
	if (!trigger_find(trigger, &lexemes->folded))
		return;
	lexemes_split(lexemes, trigger->lexicon);
	struct scan scan = {.lexemes = lexemes,
		.today = today,
		.clock = clock,
		.rules = &recogniser->rules};
	rules_enter(&recogniser->rules, lexemes);
	for (size_t at = 0; (at = next_start(&scan, at)) < lexemes->count;)
		at = read_token(recogniser, &scan, at);
}

void
recogniser_free(struct recogniser *recogniser)
{
	lexemes_free(&recogniser->lexemes);
	free(recogniser->numbers);
	*recogniser = (struct recogniser){0};
}
