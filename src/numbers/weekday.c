#include "amount.h"

#include "phrase.h"
#include "relative.h"
#include "tense.h"

static struct date
weekday_near(const struct scan *scan, int weekday, bool future)
{
	int now = calendar_weekday(*scan->today);
	int back = (now - weekday + 7) % 7;
	if (future && back > 0)
		return calendar_add_days(*scan->today, 7 - back);
	return calendar_add_days(*scan->today, -back);
}

static struct period
weekday_of_week(const struct scan *scan, int weekday, long offset)
{
	if (!scan->today)
		return relative_unknown();
	struct date monday = period_around(*scan->today, GRAIN_WEEK, offset).from;
	return period_around(calendar_add_days(monday, weekday - 1), GRAIN_DAY, 0);
}

/* The weekday named there, also in several tokens: terça-feira. */
static int
weekday_at(const struct lexemes *lexemes, size_t at, size_t *tokens)
{
	const struct entry *entry = phrase_at(lexemes, at, ROLE_WEEKDAY, tokens);
	return entry ? entry->sense->weekday : 0;
}

/* Sun and Sat are words too: such a name stands alone, or before a day. */
static bool
is_weekday_name(const struct scan *scan, size_t at)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (!is_role(lexemes, at, ROLE_WORD))
		return true;
	return lexemes->count <= 2 || is_mark(lexemes, at + 1, '.') ||
	       (lexeme_at(lexemes, at)->capital &&
		       (is_mark(lexemes, at + 1, ',') ||
			       is_operator(lexemes, at - 1,
				       OP(ON) | OP(THIS) | OP(NEXT) | OP(LAST)) ||
			       is_kind(lexemes, at + 1, TOKEN_DIGITS) ||
			       is_operator(lexemes, at + 1, OP(AT))));
}

/* The nearest day of a month that is such a weekday, before today or behind it. */
static bool
nearest_day(const struct scan *scan, int weekday, int day, bool future, struct period *period)
{
	enum {
		MONTHS = 48
	};
	struct date first = {scan->today->year, scan->today->month, 1};
	for (int months = 0; months < MONTHS; months++) {
		struct date date = calendar_add_months(first, future ? months : -months);
		long ahead;
		date.day = day;
		if (!calendar_valid(date) || calendar_weekday(date) != weekday)
			continue;
		ahead = calendar_days(date) - calendar_days(*scan->today);
		if (future ? ahead < 0 : ahead > 0)
			continue;
		*period = period_around(date, GRAIN_DAY, 0);
		return true;
	}
	return false;
}

/* The day of a month, behind its weekday: Friday 31, Thu 15th */
static size_t
read_day_behind(const struct scan *scan, size_t at, int weekday, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct amount amount;
	uint64_t day;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	if (!scan->today || !is_kind(lexemes, start, TOKEN_DIGITS) ||
		!amount_read(lexemes, start, AMOUNT_NO_AND, &amount) ||
		!decimal_whole(amount.value, &day) || day < 1 || day > 31 ||
		(is_kind(lexemes, amount.next, TOKEN_LETTERS) &&
			amount.kind != AMOUNT_ORDINAL) ||
		is_mark(lexemes, amount.next, ':') ||
		is_operator(lexemes, amount.next, OP(DASH)))
		return 0;
	bool past = tense_of(lexemes, at) == TENSE_PAST;
	return nearest_day(scan, weekday, (int)day, !past, period) ? amount.next : 0;
}

/*
 * The day of the week that another date is in: Monday TWO WEEKS FROM NOW, TWO WEEKS AGO on
 * Tuesday
 */
static void
move_to_weekday(struct period *period, int weekday)
{
	bool unknown = period->unknown, about = period->about;
	struct date monday = period_around(period->from, GRAIN_WEEK, 0).from;
	*period = period_around(calendar_add_days(monday, weekday - 1), GRAIN_DAY, 0);
	period->unknown = unknown;
	period->about = about;
}

/* two weeks ago ON TUESDAY, two months from today on Tuesday */
size_t
weekday_read_of_distance(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t next = distance_read(scan, at, period);
	if (next == 0)
		next = distance_read_in(scan, at, period);
	if (next == 0 || !is_operator(lexemes, next, OP(ON)))
		return 0;
	size_t tokens;
	int weekday = weekday_at(lexemes, next + 1, &tokens);
	if (weekday == 0)
		return 0;
	move_to_weekday(period, weekday);
	return next + 1 + tokens;
}

/* Wednesday AFTER NEXT */
static size_t
read_after_next(const struct scan *scan, size_t at, int weekday, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	if (!is_operator(lexemes, at, OP(AFTER)) || !is_operator(lexemes, at + 1, OP(NEXT)) ||
		is_kind(lexemes, at + 2, TOKEN_LETTERS))
		return 0;
	*period = weekday_of_week(scan, weekday, 1);
	return at + 2;
}

/* A weekday's name, a short one with its full stop; the token behind it, 0: none is there. */
static size_t
read_name(const struct scan *scan, size_t at, bool pointed, int *weekday)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens;
	*weekday = weekday_at(lexemes, at, &tokens);
	if (*weekday == 0 || (!pointed && !is_weekday_name(scan, at)))
		return 0;
	size_t next = at + tokens;
	bool stop = is_mark(lexemes, next, '.') && lexeme_len(lexemes, next - 1) < 5;
	return next + stop;
}

/* What stands behind a weekday and says which one it is: Monday, FEB 18; Friday 31 */
static size_t
read_day_named(const struct scan *scan, size_t at, int weekday, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	bool dash = is_operator(lexemes, at, OP(DASH)) && !is_operator(lexemes, at, OP(TO));
	size_t date = at + (dash || is_mark(lexemes, at, ',') || is_mark(lexemes, at, '('));
	size_t next = absolute_read(scan, date, period);
	if (next > 0 && period->grain == GRAIN_DAY)
		return next;
	next = read_day_behind(scan, at, weekday, period);
	return next ? next : read_after_next(scan, at, weekday, period);
}

/* Wednesday OF NEXT WEEK */
static size_t
read_week_behind(const struct scan *scan, size_t at, int weekday, struct period *period)
{
	size_t of = at + is_operator(scan->lexemes, at, OP(OF) | OP(FROM));
	size_t next = relative_read_pointed(scan, of, period);
	if (next == 0 || period->grain != GRAIN_WEEK)
		return 0;
	move_to_weekday(period, weekday);
	return next;
}

/* lundi PROCHAIN, el lunes PASADO: the one behind the document's date, or before it */
static size_t
read_pointer_behind(const struct scan *scan, size_t at, int weekday, struct period *period)
{
	int direction;
	if (!scan->lexemes->lexicon->pointers_behind)
		return 0;
	size_t next = relative_pointer(scan->lexemes, at, &direction);
	if (next == 0 || direction == 0)
		return 0;
	*period = relative_unknown();
	if (scan->today) {
		struct date from = calendar_add_days(*scan->today, direction);
		struct scan other = *scan;
		other.today = &from;
		*period = period_around(
			weekday_near(&other, weekday, direction > 0), GRAIN_DAY, 0);
	}
	return next;
}

/* A weekday, whatever its name tells of the time of day. */
static size_t
read_weekday(const struct scan *scan, size_t at, struct period *period)
{
	int direction = 0, weekday;
	size_t pointed = relative_pointer(scan->lexemes, at, &direction);
	size_t next = read_name(scan, pointed ? pointed : at, pointed > 0, &weekday);
	if (next == 0)
		return 0;
	size_t day = read_day_named(scan, next, weekday, period);
	if (day == 0 && !pointed)
		day = read_week_behind(scan, next, weekday, period);
	if (day > 0)
		return day;
	size_t behind = pointed ? 0 : read_pointer_behind(scan, next, weekday, period);
	if (behind > 0)
		return behind;
	/* they WILL meet this Monday: the one to come */
	bool future = tense_of(scan->lexemes, at) == TENSE_FUTURE;
	if (!scan->today)
		*period = relative_unknown();
	else if (pointed && !(direction == 0 && future))
		*period = weekday_of_week(scan, weekday, direction);
	else
		*period = period_around(weekday_near(scan, weekday, future), GRAIN_DAY, 0);
	return next;
}

/* Monday; last Tuesday; Wednesday next week; Monday, Feb 18; Dienstagabend */
size_t
weekday_read(const struct scan *scan, size_t at, struct period *period)
{
	int direction;
	size_t pointed = relative_pointer(scan->lexemes, at, &direction);
	const struct entry *name = entry_at(scan->lexemes, pointed ? pointed : at);
	size_t next = read_weekday(scan, at, period);
	if (next > 0 && name->roles & ROLE_DAYPART &&
		name->sense->daypart_end > name->sense->daypart_start) {
		period->timed = true;
		period->start = name->sense->daypart_start;
		period->end = name->sense->daypart_end;
	}
	return next;
}

/* Tuesday, TWO WEEKS AGO */
size_t
weekday_read_at_distance(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int weekday;
	size_t name = read_name(scan, at, false, &weekday);
	if (name == 0)
		return 0;
	size_t next = distance_read(scan, name + is_mark(lexemes, name, ','), period);
	if (next == 0 || !is_operator(lexemes, next - 1, OP(AGO) | OP(NOW)))
		return 0;
	move_to_weekday(period, weekday);
	return next;
}

/* next week Monday */
size_t
weekday_read_of_week(const struct scan *scan, size_t at, struct period *period)
{
	size_t next = relative_read_pointed(scan, at, period);
	size_t tokens;
	int weekday = next ? weekday_at(scan->lexemes, next, &tokens) : 0;
	if (weekday == 0 || period->grain != GRAIN_WEEK)
		return 0;
	bool unknown = period->unknown;
	*period = period_around(calendar_add_days(period->from, weekday - 1), GRAIN_DAY, 0);
	period->unknown = unknown;
	return next + tokens;
}

/* The weekday of which the plural stands there: FRIDAYS; 0: none */
static int
plural_weekday(const struct lexemes *lexemes, size_t at)
{
	struct slice word = lexeme_lower(lexemes, at);
	if (word.len < 5 || !slice_ends(word, SLICE("s")))
		return 0;
	const struct entry *entry =
		lexicon_find(lexemes->lexicon, slice_cut(word, 0, word.len - 1));
	return entry && entry->roles & ROLE_WEEKDAY ? entry->sense->weekday : 0;
}

/* two Sundays AGO, three Fridays FROM NOW */
size_t
weekday_read_counted(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct amount amount;
	uint64_t count;
	if (!amount_read(lexemes, at, AMOUNT_NO_AND, &amount) ||
		amount.kind != AMOUNT_CARDINAL || !decimal_whole(amount.value, &count) ||
		count < 1 || count > 100)
		return 0;
	int weekday = plural_weekday(lexemes, amount.next);
	size_t behind = amount.next + 1;
	bool ago = is_operator(lexemes, behind, OP(AGO));
	bool ahead = is_operator(lexemes, behind, OP(FROM)) &&
		     is_operator(lexemes, behind + 1, OP(NOW));
	if (weekday == 0 || (!ago && !ahead))
		return 0;
	*period = relative_unknown();
	if (scan->today) {
		int now = calendar_weekday(*scan->today);
		long first = ago ? (now - weekday + 6) % 7 + 1 : (weekday - now + 6) % 7 + 1;
		long days = first + 7 * ((long)count - 1);
		*period = period_around(
			calendar_add_days(*scan->today, ago ? -days : days), GRAIN_DAY, 0);
	}
	return behind + (ago ? 1 : 2);
}
