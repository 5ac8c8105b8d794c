#include "recogniser.h"

#include <stdlib.h>

#include "age.h"
#include "compound.h"
#include "counted.h"
#include "designation.h"
#include "hours.h"
#include "memory.h"
#include "multiple.h"
#include "nounphrase.h"
#include "phrase.h"
#include "portion.h"
#include "qualify.h"
#include "quantity.h"
#include "range.h"
#include "scan.h"
#include "sharing.h"
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

/* un anno PRIMA, PRIMA di: an ordinal only before a noun */
static bool
is_sooner(const struct lexemes *lexemes, const struct number *number)
{
	return number->kind == NUMBER_ORDINAL &&
	       is_operator(lexemes, number->first, OP(BEFORE)) &&
	       (!nounphrase_has(lexemes, number->next) ||
		       is_role(lexemes, number->first - 1, ROLE_UNIT));
}

/* A LAS 3.14 a 12 kilómetros: behind such words stands nothing but a time of day. */
static bool
is_surely_time(const struct scan *scan, size_t at, const struct number *number)
{
	size_t tokens;
	return number->kind == NUMBER_TIME && number->next > at + 1 &&
	       hours_lead(scan->lexemes, scan->floor, at, &tokens);
}

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
		if (is_surely_time(scan, at, number) ||
			!range_read(lexemes, scan->floor, at, &longer) ||
			number->next >= longer.next)
			return true;
		*number = longer;
	} else if (!range_read(lexemes, scan->floor, at, number)) {
		return false;
	}
	if (is_sooner(lexemes, number))
		return false;
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
		number->next - number->first > 2)
		return false; /* THE ONLY one that came */
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

/* A unit that no rule of periods begins with stands behind its number: 5 HOURS, PERCENT. */
static bool
only_follows(const struct entry *entry)
{
	return (entry->roles & BEGINNINGS) == ROLE_UNIT && !entry->rules;
}

static void
mark(struct entry *entry)
{
	bool starts = entry->roles & BEGINNINGS && !only_follows(entry);
	bool opens = entry->begins & BEGINNINGS && entry->longest > 1;
	if (starts || entry->operators & LEADS & ~COMMON_LEADS)
		entry->marks |= 1 << MARK_STARTS;
	else if (opens)
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

/* Where the next number is read: behind those that were found. */
static struct number *
next_number(struct recogniser *recogniser)
{
	recogniser->numbers = memory_reserve(recogniser->numbers, &recogniser->capacity,
		recogniser->count + 1, sizeof *recogniser->numbers);
	return &recogniser->numbers[recogniser->count];
}

/* Keeps the number that was read there, or makes it a part of the one before. */
static void
add(struct recogniser *recogniser)
{
	const struct number *number = &recogniser->numbers[recogniser->count];
	bool merged = recogniser->count > 0 &&
		      sharing_merge(&recogniser->lexemes,
			      &recogniser->numbers[recogniser->count - 1], number);
	recogniser->count += !merged;
}

/* The last count with a noun, from which "another 40" takes it. */
static const struct number *
last_counted(const struct recogniser *recogniser)
{
	for (size_t i = recogniser->count; i > 0 && recogniser->count - i < 8; i--) {
		const struct number *number = &recogniser->numbers[i - 1];
		if (number->kind == NUMBER_COUNT && !number->gauged &&
			number->what[0].len + number->what[1].len > 0)
			return number;
	}
	return NULL;
}

/* The last that is no date, where not too many dates stand behind it; else the last of all. */
static const struct number *
last_undated(const struct recogniser *recogniser)
{
	const struct number *last = &recogniser->numbers[recogniser->count - 1];
	for (size_t i = recogniser->count; i > 0 && recogniser->count - i < 3; i--)
		if (recogniser->numbers[i - 1].kind != NUMBER_DATE)
			return &recogniser->numbers[i - 1];
	return last;
}

/* One of the last few that is a date. */
static const struct number *
last_dated(const struct recogniser *recogniser)
{
	for (size_t i = recogniser->count; i > 0 && recogniser->count - i < 3; i--)
		if (recogniser->numbers[i - 1].kind == NUMBER_DATE)
			return &recogniser->numbers[i - 1];
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
		age_share_back(lexemes, number - 1, number);
		sharing_unit(lexemes, last_undated(recogniser), number[-1].next, number);
		sharing_month(lexemes, last_dated(recogniser), number);
	}
	const struct number *counted = last_counted(recogniser);
	counted_read(lexemes, number, counted);
	scan->floor = number->next;
	scan->rate = number->rate;
	scan->rate_next = number->rate_next;
	size_t next = number->next;
	if (!designation_is(lexemes, number, counted) && !is_pronoun_one(lexemes, number))
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
