#include "when.h"

#include "bound.h"
#include "clock.h"
#include "hours.h"
#include "lasting.h"
#include "moment.h"
#include "stretch.h"

/* Whether a date or time can go on behind a number: most are followed by what they count. */
static bool
goes_on(const struct lexemes *lexemes, const struct amount *amount)
{
	const struct lexeme *behind = lexeme_at(lexemes, amount->next);
	enum {
		ROLES = ROLE_MONTH | ROLE_UNIT | ROLE_DAYPART | ROLE_DAY | ROLE_WEEKDAY |
			ROLE_ORDINAL | ROLE_CARDINAL,
	};
	if (amount->kind == AMOUNT_VAGUE)
		return false;
	/* two Sundays AGO */
	if (is_operator(lexemes, amount->next + 1, OP(AGO) | OP(FROM)))
		return true;
	/* à 3 h 14 */
	if (is_operator(lexemes, amount->first - 1, OP(AT)) &&
		behind->exact_entry->roles & ROLE_UNIT)
		return true;
	/* o godzinie 15 zabrakło */
	size_t tokens;
	if (hours_lead(lexemes, 0, amount->first, &tokens))
		return true;
	return behind->token.kind != TOKEN_LETTERS || !behind->token.spaced ||
	       behind->entry->begins & ROLES || behind->entry->operators ||
	       behind->entry->traits & (TRAIT(ERA) | TRAIT(PAST_ERA)) ||
	       behind->entry->longest > 1 || behind->exact_entry->roles & ROLE_ZONE ||
	       amount->digits == 4;
}

/* Whether a date or time can begin there at all. */
static bool
can_be_moment(const struct lexemes *lexemes, size_t at)
{
	enum {
		ROLES = ROLE_MONTH | ROLE_UNIT | ROLE_DAYPART | ROLE_DAY | ROLE_WEEKDAY |
			ROLE_SEASON | ROLE_FESTIVAL,
	};
	const uint64_t leads = OP(LAST) | OP(NEXT) | OP(THIS) | OP(EARLY) | OP(MID) | OP(LATE) |
			       OP(BEGINNING) | OP(END) | OP(THE) | OP(IN) | OP(EARLIER) |
			       OP(LATER) | OP(QUARTER) | OP(HALF) | OP(QUOTE) | OP(WEEKEND);
	const struct entry *first = entry_at(lexemes, at);
	struct amount amount;
	if (first->begins & (ROLES | ROLE_DECADE | ROLE_AGO) || first->operators & leads)
		return true;
	if (amount_read(lexemes, at, 0, &amount))
		return goes_on(lexemes, &amount);
	if (is_operator(lexemes, at, OP(FEW)))
		return true;
	return is_operator(lexemes, at, OP(A)) &&
	       (entry_at(lexemes, at + 1)->begins & ROLE_UNIT ||
		       is_operator(lexemes, at + 1, OP(FEW)));
}

/* "Good morning" is no time; "in the morning", "at night" and "overnight" are. */
static bool
is_bare_daypart(const struct scan *scan, size_t at, size_t next)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct period period;
	if (clock_daypart(scan, at, &period) != next)
		return false;
	size_t before = at - is_operator(lexemes, at - 1, OP(THE));
	return !is_operator(lexemes, before - 1,
		       OP(IN) | OP(AT) | OP(BY) | OP(UNTIL) | OP(EARLY) | OP(LATE) |
			       OP(BEFORE) | OP(AFTER) | OP(SINCE)) &&
	       next - at == 1 && !is_operator(lexemes, at, OP(NOW));
}

/* Whether no part of it is written in digits. */
static bool
is_in_words(const struct lexemes *lexemes, size_t at, size_t next)
{
	while (at < next && !is_kind(lexemes, at, TOKEN_DIGITS))
		at++;
	return at == next;
}

/* At three twenty, half past four: such a time told in words is one of the afternoon. */
static void
take_afternoon(const struct lexemes *lexemes, size_t at, size_t next, struct period *period)
{
	enum {
		MORNING = 6 * 60
	};
	if (period->timed && period->hour_unsure && period->start == period->end &&
		period->start < MORNING && is_in_words(lexemes, at, next))
		clock_afternoon(period);
}

bool
when_read(const struct scan *scan, size_t at, struct number *number)
{
	if (!can_be_moment(scan->lexemes, at))
		return false;
	struct period period, lasting;
	/* EVERY Monday is no one day */
	if (is_operator(scan->lexemes, at - 1, OP(EVERY)) &&
		!is_kind(scan->lexemes, at, TOKEN_DIGITS))
		return false;
	size_t next = stretch_read(scan, at, &period);
	/* at 2030: a time, where a year could be read as well */
	bool year = next == at + 1 && is_kind(scan->lexemes, at, TOKEN_DIGITS) &&
		    is_operator(scan->lexemes, at - 1, OP(AT));
	size_t other = next && !year ? 0 : moment_read_hour_first(scan, at, &lasting);
	if (other > 0) {
		next = other;
		period = lasting;
	}
	other = lasting_read(scan, at, &lasting);
	if (other > next) {
		next = other;
		period = lasting;
	}
	if (next == 0)
		return false;
	if (!period.dated && is_bare_daypart(scan, at, next))
		return false;
	take_afternoon(scan->lexemes, at, next, &period);
	bool sign = period.timed && at > scan->floor && is_mark(scan->lexemes, at - 1, '@');
	number_begin(number, at - period.before - sign);
	number->next = lasting_read_behind(scan, next, &period);
	number->kind = period.dated ? NUMBER_DATE : NUMBER_TIME;
	if (period.about)
		number->qualifier = QUALIFIER_ABOUT;
	bound_read(scan, number, &period);
	period_write(&period, number->from, number->to);
	return true;
}
