#include "tense.h"

#include "phrase.h"

enum {
	CLAUSE = 32, /* tokens at most */
	SENTENCE = 200,
};

static bool
is_past(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	if (lexeme->entry->roles & ROLE_PAST)
		return !(lexeme->entry->roles & ROLE_WORD);
	return lexeme_len(lexemes, at) > 4 && !lexeme->capital &&
	       !(lexeme->entry->roles & ROLE_SCALE) &&
	       lexeme_ends(lexemes, at, &lexemes->lexicon->past) &&
	       !lexeme_ends(lexemes, at, &lexemes->lexicon->present);
}

/* rouvrira, reabrirán */
static bool
is_future(const struct lexemes *lexemes, size_t at)
{
	return lexemes->lexicon->future.list.len > 0 && is_kind(lexemes, at, TOKEN_LETTERS) &&
	       lexeme_ends(lexemes, at, &lexemes->lexicon->future) &&
	       !lexeme_at(lexemes, at)->capital &&
	       !(entry_at(lexemes, at)->roles & ~(uint32_t)ROLE_OPERATOR);
}

static bool
ends_clause(const struct lexemes *lexemes, size_t at)
{
	static const char marks[] = ";:\"(";
	if (!is_kind(lexemes, at, TOKEN_MARK))
		return at >= lexemes->count;
	if (is_mark(lexemes, at, ')'))
		return true;
	for (const char *mark = marks; *mark; mark++)
		if (is_mark(lexemes, at, *mark)) /* not in 21:00 */
			return *mark != ':' || is_spaced(lexemes, at + 1);
	return false;
}

/* "soll am 3. Mai geschossen HABEN", "soll getötet WORDEN sein": the end tells of the past. */
static bool
is_hearsay(const struct lexemes *lexemes, size_t at)
{
	if (!lexemes->lexicon->verbs_final)
		return false;
	size_t end = at + 1;
	while (end < at + CLAUSE && !ends_clause(lexemes, end) && !is_mark(lexemes, end, ',') &&
		!(is_mark(lexemes, end, '.') && end + 1 >= lexemes->count))
		end++;
	for (size_t i = end - 1; i > at + 1 && i + 2 >= end; i--)
		if (is_operator(lexemes, i, OP(BE)) && !is_operator(lexemes, i, OP(WILL)))
			return true;
	return false;
}

/* WILL, is DUE to; but WAS DUE */
static enum tense
tense_of_future(const struct lexemes *lexemes, size_t at)
{
	return is_past(lexemes, at - 1) || is_hearsay(lexemes, at) ? TENSE_PAST : TENSE_FUTURE;
}

/* MAY hold; but MAY HAVE held */
static enum tense
tense_of_modal(const struct lexemes *lexemes, size_t at)
{
	return is_role(lexemes, at + 1, ROLE_PAST) ? TENSE_PAST : TENSE_FUTURE;
}

/*
 * The tense of a verb that ends with the form of the past at `at`: what led it in may be a
 * future: WILL be formally held, is EXPECTED to be held.
 */
static enum tense
tense_of_past(const struct lexemes *lexemes, size_t at)
{
	enum {
		AUXILIARIES = 6
	};
	bool adverb = false;
	for (size_t i = 1; i < AUXILIARIES && at >= i; i++) {
		const struct entry *entry = entry_at(lexemes, at - i);
		if (entry->operators & OP(WILL))
			return tense_of_future(lexemes, at - i);
		if (entry->operators & OP(MODAL))
			return tense_of_modal(lexemes, at - i);
		if (entry->operators & (OP(BE) | OP(TO)))
			continue;
		if (adverb)
			break;
		adverb = true;
	}
	return TENSE_PAST;
}

static enum tense
tense_at(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = entry_at(lexemes, at);
	if (entry->roles & ROLE_MONTH && lexeme_at(lexemes, at)->capital)
		return TENSE_UNKNOWN;                   /* in May */
	if (operator_phrase(lexemes, at, OP(WILL)) > 0) /* also won't */
		return tense_of_future(lexemes, at);
	if (entry->operators & OP(MODAL))
		return tense_of_modal(lexemes, at);
	if (is_future(lexemes, at))
		return TENSE_FUTURE;
	if (entry->traits & TRAIT(INFINITIVE) && is_operator(lexemes, at - 1, OP(TO)))
		return TENSE_UNKNOWN; /* storm to HIT Wales */
	return is_past(lexemes, at) ? tense_of_past(lexemes, at) : TENSE_UNKNOWN;
}

static enum tense
tense_before(const struct lexemes *lexemes, size_t first)
{
	for (size_t i = 1; i <= CLAUSE && first >= i; i++) {
		if (ends_clause(lexemes, first - i))
			break;
		enum tense tense = tense_at(lexemes, first - i);
		if (tense != TENSE_UNKNOWN)
			return tense;
	}
	return TENSE_UNKNOWN;
}

static enum tense
tense_behind(const struct lexemes *lexemes, size_t first)
{
	for (size_t at = first; at < first + CLAUSE; at++) {
		if (ends_clause(lexemes, at))
			break;
		enum tense tense = tense_at(lexemes, at);
		if (tense != TENSE_UNKNOWN)
			return tense;
	}
	return TENSE_UNKNOWN;
}

static bool
is_time_unit(const struct entry *entry)
{
	return entry->roles & ROLE_UNIT && slice_is(entry->sense->unit->dimension, "time");
}

bool
tense_is_date_alone(const struct lexemes *lexemes)
{
	enum {
		LONGEST = 40, /* tokens */
		DATES = ROLE_MONTH | ROLE_WEEKDAY | ROLE_DAYPART | ROLE_ORDINAL |
			ROLE_CARDINAL | ROLE_DAY | ROLE_SEASON | ROLE_FESTIVAL,
	};
	if (lexemes->count > LONGEST)
		return false;
	for (size_t i = 0; i < lexemes->count; i++)
		if (is_kind(lexemes, i, TOKEN_LETTERS) && !entry_at(lexemes, i)->operators &&
			!is_role(lexemes, i, DATES) && !is_time_unit(entry_at(lexemes, i)))
			return false;
	return true;
}

static bool
has_future(const struct lexemes *lexemes)
{
	for (size_t i = 0; i < lexemes->count && i < SENTENCE; i++)
		if (is_operator(lexemes, i, OP(WILL)))
			return true;
	return false;
}

/* The road was shut, ON FRIDAY it will open: the date begins a clause, whose verb is behind. */
static bool
begins_clause(const struct lexemes *lexemes, size_t first)
{
	const uint64_t leads = OP(ON) | OP(IN) | OP(AT) | OP(THE) | OP(FROM) | OP(BY);
	while (first > 0 && is_operator(lexemes, first - 1, leads))
		first--;
	return first > 0 && is_mark(lexemes, first - 1, ',');
}

/* "Storm to HIT Wales on Friday": a headline without a verb in any tense */
static bool
is_to_come(const struct lexemes *lexemes, size_t first)
{
	for (size_t i = 2; i <= CLAUSE && first >= i; i++) {
		if (ends_clause(lexemes, first - i))
			break;
		if (is_operator(lexemes, first - i, OP(TO)) &&
			is_trait(lexemes, first - i + 1, TRAIT(INFINITIVE)))
			return true;
	}
	return false;
}

enum tense
tense_of(const struct lexemes *lexemes, size_t first)
{
	if (tense_is_date_alone(lexemes))
		return TENSE_FUTURE;
	/* languages of which no form of the past is known */
	if (!lexemes->lexicon->tenses)
		return has_future(lexemes) ? TENSE_FUTURE : TENSE_UNKNOWN;
	enum tense tense = TENSE_UNKNOWN;
	if (begins_clause(lexemes, first))
		tense = tense_behind(lexemes, first);
	if (tense == TENSE_UNKNOWN)
		tense = tense_before(lexemes, first);
	if (tense == TENSE_UNKNOWN)
		tense = tense_behind(lexemes, first);
	return tense == TENSE_UNKNOWN && is_to_come(lexemes, first) ? TENSE_FUTURE : tense;
}
