/*
 * Quarters and halves of years: Q1 2019, 3Q24, 2025 H2, the fourth quarter of 2018, last year's
 * first half.
 */
#include "absolute.h"
#include "amount.h"
#include "numeral.h"
#include "relative.h"
#include "tense.h"

/* A quarter or a half, by its months. */
struct share {
	int months, number; /* 3 or 6; from 1 */
};

static struct period
period_of(int year, struct share share)
{
	struct date first = {year, share.months * (share.number - 1) + 1, 1};
	struct period period = period_days(
		first, calendar_add_days(calendar_add_months(first, share.months), -1));
	period.grain = share.months == 3 ? GRAIN_QUARTER : GRAIN_NONE;
	return period;
}

static bool
take_share(const struct lexemes *lexemes, size_t letter, size_t digit, struct share *share)
{
	struct slice word = lexeme_lower(lexemes, letter);
	share->number = numeral_digits(lexemes, digit, 1, 1);
	share->months = slice_is(word, "q") ? 3 : slice_is(word, "h") ? 6 : 12;
	return share->months < 12 && share->number >= 1 && share->number <= 12 / share->months;
}

/* Q1, H2, 3Q; the token behind it, 0 where there is none */
static size_t
read_symbol(const struct lexemes *lexemes, size_t at, struct share *share)
{
	if (is_spaced(lexemes, at + 1))
		return 0;
	if (take_share(lexemes, at, at + 1, share) || take_share(lexemes, at + 1, at, share))
		return at + 2;
	return 0;
}

/* the FOURTH QUARTER, the third-quarter */
static size_t
read_words(const struct lexemes *lexemes, size_t at, struct share *share)
{
	struct amount amount;
	uint64_t value;
	if (!(lexemes->leads & (OP(QUARTER) | OP(HALF))) ||
		!amount_read(lexemes, at, 0, &amount) || amount.kind != AMOUNT_ORDINAL ||
		!decimal_whole(amount.value, &value) || value < 1)
		return 0;
	size_t next = amount.next + is_hyphen(lexemes, amount.next);
	share->months = is_operator(lexemes, next, OP(QUARTER)) ? 3 : 6;
	share->number = (int)value;
	if (!is_operator(lexemes, next, OP(QUARTER) | OP(HALF)) ||
		value > (uint64_t)(12 / share->months))
		return 0;
	return next + 1;
}

/* The year behind Q1: 2019, of 2017; in two digits where they are glued, 3Q24 */
static size_t
read_year(const struct scan *scan, size_t at, int *year)
{
	const struct lexemes *lexemes = scan->lexemes;
	int digits = numeral_digits(lexemes, at, 2, 2);
	if (digits >= 0 && !is_spaced(lexemes, at)) {
		*year = date_full_year(scan, digits, 2);
		return at + 1;
	}
	return date_year_behind(scan, at, year);
}

/* 2017 Q1, 2019-H2 */
static size_t
read_year_first(const struct lexemes *lexemes, size_t at, struct period *period)
{
	struct share share;
	int year = numeral_digits(lexemes, at, 4, 4);
	if (year < DATE_YEAR_MIN || year > DATE_YEAR_MAX)
		return 0;
	size_t next = read_symbol(lexemes, at + 1 + is_hyphen(lexemes, at + 1), &share);
	if (next == 0 || date_glued(lexemes, next))
		return 0;
	*period = period_of(year, share);
	return next;
}

/* The year of a quarter of which none is told: the last one that has begun, or the next. */
static int
infer_year(const struct scan *scan, size_t at, struct share share)
{
	bool begun = share.number * share.months - share.months < scan->today->month;
	return scan->today->year - (!begun && tense_of(scan->lexemes, at) != TENSE_FUTURE);
}

/* Q1 2019; 2017 Q1; the fourth quarter of 2018; the first quarter */
size_t
quarter_read(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct share share;
	int year = 2000;
	size_t next = read_year_first(lexemes, at, period);
	if (next > 0)
		return next;
	size_t start = at + is_operator(lexemes, at, OP(THE));
	next = read_symbol(lexemes, start, &share);
	if (next == 0)
		next = read_words(lexemes, start, &share);
	if (next == 0)
		return 0;
	size_t behind = read_year(scan, next, &year);
	/* a half alone may be that of a match, H2 a gas */
	if (behind == 0 && share.months == 6)
		return 0;
	if (behind == 0 && scan->today)
		year = infer_year(scan, at, share);
	*period = period_of(year, share);
	period->unknown = behind == 0 && !scan->today;
	return behind ? behind : next;
}

/* LAST YEAR'S first quarter, 2023's second half */
size_t
quarter_read_of_year(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	struct share share;
	int year;
	size_t next = relative_year(scan, at, false, &year);
	if (next == 0)
		next = date_year(scan, at, &year);
	if (next == 0 || !is_operator(lexemes, next, OP(QUOTE)) || is_spaced(lexemes, next) ||
		is_spaced(lexemes, next + 1) || !slice_is(lexeme_lower(lexemes, next + 1), "s"))
		return 0;
	next = read_words(lexemes, next + 2, &share);
	if (next > 0)
		*period = period_of(year, share);
	return next;
}
