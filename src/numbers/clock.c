#include "clock.h"

#include "amount.h"
#include "hours.h"
#include "numeral.h"
#include "phrase.h"
#include "qualify.h"
#include "rule.h"

bool
clock_is_counted(const struct lexemes *lexemes, size_t next)
{
	size_t tokens;
	if (phrase_at(lexemes, next, ROLE_UNIT | ROLE_SCALE | ROLE_CURRENCY, &tokens) ||
		phrase_exact(lexemes, next, ROLE_UNIT | ROLE_CURRENCY | ROLE_SUFFIX, &tokens) ||
		is_mark(lexemes, next, '%') ||
		(is_operator(lexemes, next, OP(DASH)) && !is_spaced(lexemes, next)))
		return true;
	if (is_kind(lexemes, next, TOKEN_DIGITS) || is_operator(lexemes, next, OP(ORDINAL)) ||
		(is_mark(lexemes, next, '.') && !is_spaced(lexemes, next + 1)) ||
		(is_mark(lexemes, next, ',') && !is_spaced(lexemes, next + 1)) ||
		is_operator(lexemes, next, OP(OF)))
		return true;
	return is_kind(lexemes, next, TOKEN_LETTERS) &&
	       !is_operator(lexemes, next, OP(LAST) | OP(THIS)) &&
	       !is_role(lexemes, next,
		       ROLE_STOP | ROLE_DAYPART | ROLE_DAY | ROLE_WEEKDAY | ROLE_MONTH);
}

static struct period
time_at(int hour, int minute)
{
	return period_time(hour * 60 + minute, hour * 60 + minute);
}

void
clock_afternoon(struct period *period)
{
	if (!period->hour_unsure || period->start >= MINUTES_OF_DAY / 2)
		return;
	period->start += MINUTES_OF_DAY / 2;
	period->end += MINUTES_OF_DAY / 2;
	period->hour_unsure = false;
}

void
clock_in_part(struct period *period, int start)
{
	enum {
		NIGHT = 20 * 60,
		SMALL_HOURS = 5 * 60,
	};
	bool small = start >= NIGHT && period->start < SMALL_HOURS;
	if (start >= MINUTES_OF_DAY / 2 && !small)
		clock_afternoon(period);
	period->hour_unsure = false;
}

/* a.m. or p.m. behind a time of at most 12 hours */
static size_t
read_half(const struct lexemes *lexemes, size_t at, struct period *period)
{
	size_t tokens = operator_phrase(lexemes, at, OP(AM) | OP(PM));
	if (tokens == 0 || period->start >= 13 * 60)
		return at;
	bool pm = operator_phrase(lexemes, at, OP(PM)) == tokens;
	/* "a" and "p" must be glued: 7p */
	if (tokens == 1 && is_spaced(lexemes, at) &&
		lexemes->items[at].token.end - lexemes->items[at].token.start == 1)
		return at;
	int minutes = period->start % (MINUTES_OF_DAY / 2) + (pm ? MINUTES_OF_DAY / 2 : 0);
	*period = period_time(minutes, minutes);
	period->half_told = true;
	size_t next = at + tokens;
	if (is_mark(lexemes, next, '.') && !is_spaced(lexemes, next) &&
		is_mark(lexemes, next - 2, '.') && next + 1 < lexemes->count)
		next++;
	return next;
}

size_t
clock_skip_zone(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	if (!lexeme->capital)
		return at;
	const struct entry *zone =
		lexicon_find_exact(lexemes->lexicon, token_text(lexemes->text, lexeme->token));
	return at + (zone && zone->roles & ROLE_ZONE);
}

static bool
is_hour(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = entry_at(lexemes, at);
	return entry->roles & ROLE_UNIT && slice_is(entry->sense->unit->symbol, "h");
}

/* At 3.30: a number where nothing makes it a time; ok. 20.15 where decimals have a comma */
static bool
is_point_led(const struct lexemes *lexemes, size_t at, size_t next)
{
	size_t words;
	bool led = is_operator(lexemes, at - 1, OP(AT));
	if (hours_lead(lexemes, 0, at, &words) ||
		(led && !is_kind(lexemes, next, TOKEN_LETTERS)))
		return true;
	const struct entry *about = qualifier_before(lexemes, 0, at, &words);
	led = led || is_operator(lexemes, at - 1, OP(FROM) | OP(SINCE)) ||
	      (about && about->sense->qualifier == QUALIFIER_ABOUT);
	return led && lexemes->lexicon->decimal_comma && !clock_is_counted(lexemes, next);
}

/* 15:30, 15:23:24, 3.30 pm, 15h30, 15h */
static size_t
read_digital(const struct scan *scan, size_t at, struct period *period)
{
	size_t words;
	const struct lexemes *lexemes = scan->lexemes;
	int hour = numeral_digits(lexemes, at, 1, 2);
	if (hour < 0 || hour > 24 || is_spaced(lexemes, at + 1))
		return 0;
	bool colon = is_mark(lexemes, at + 1, ':');
	bool point = is_mark(lexemes, at + 1, '.');
	bool h = slice_is(lexeme_lower(lexemes, at + 1), "h");
	int minute = is_spaced(lexemes, at + 2) ? -1 : numeral_digits(lexemes, at + 2, 2, 2);
	if ((!colon && !point && !h) || minute > 59 || minute < 0)
		return 0;
	size_t next = at + 3;
	if (colon && is_mark(lexemes, next, ':') &&
		numeral_digits(lexemes, next + 1, 2, 2) >= 0)
		next += 2;
	if (!is_spaced(lexemes, next) && is_kind(lexemes, next, TOKEN_DIGITS))
		return 0;
	*period = time_at(hour, minute);
	bool padded = hour < 10 && numeral_digits(lexemes, at, 2, 2) >= 0;
	period->hour_unsure = hour > 0 && hour < 12 && !padded;
	size_t half = read_half(lexemes, next, period);
	/* 20.15 Uhr; om 20.15 uur */
	size_t tokens = operator_phrase(lexemes, next, OP(OCLOCK));
	if (tokens == 0 && !h && is_hour(lexemes, next) &&
		!is_role(lexemes, next, ROLE_SINGULAR) &&
		(is_operator(lexemes, at - 1, OP(AT)) || hours_lead(lexemes, 0, at, &words) ||
			(point && lexemes->lexicon->decimal_comma))) /* tot 21.00 uur */
		tokens = 1;
	if (tokens > 0)
		return next + tokens;
	if (point && half == next && clock_skip_zone(lexemes, next) == next &&
		!is_point_led(lexemes, at, next))
		return 0; /* 09.15 GMT is a time without more */
	return half;
}

/* à 15h, às 9h; but "à 2h de Paris" */
static size_t
read_hour_mark(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int hour = numeral_digits(lexemes, at, 1, 2);
	if (hour < 0 || hour > 24 || !is_operator(lexemes, at - 1, OP(AT)) ||
		!slice_is(lexeme_lower(lexemes, at + 1), "h") ||
		is_operator(lexemes, at + 2, OP(OF)) ||
		(is_kind(lexemes, at + 2, TOKEN_DIGITS) && !is_spaced(lexemes, at + 2)))
		return 0;
	*period = time_at(hour, 0);
	return at + 2;
}

static bool
is_padded(const struct lexemes *lexemes, size_t at)
{
	int number = numeral_digits(lexemes, at, 4, 4);
	return number >= 0 && number < 1000 && number % 100 < 60;
}

static bool
is_padded_pair(const struct lexemes *lexemes, size_t at)
{
	return is_padded(lexemes, at) &&
	       ((is_hyphen(lexemes, at + 1) && numeral_digits(lexemes, at + 2, 4, 4) >= 0) ||
		       (is_hyphen(lexemes, at - 1) && is_padded(lexemes, at - 2)));
}

/* 0600 GMT, 1140 a.m., 0930 hours, 0730-0930 */
static size_t
read_military(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int number = numeral_digits(lexemes, at, 3, 4);
	if (number < 0 || number % 100 > 59 || number / 100 > 24)
		return 0;
	*period = time_at(number / 100, number % 100);
	size_t next = read_half(lexemes, at + 1, period);
	if (next > at + 1)
		return next;
	/* 0730-0930: a number would not begin with 0 */
	if (is_padded_pair(lexemes, at))
		return at + 1;
	next = clock_skip_zone(lexemes, at + 1);
	if (next > at + 1)
		return next;
	const struct entry *unit = entry_at(lexemes, at + 1);
	return unit->roles & ROLE_UNIT && slice_is(unit->sense->unit->symbol, "h") &&
			       numeral_digits(lexemes, at, 4, 4) >= 0 && number < 1000
		       ? at + 2
		       : 0;
}

/* At 12 15, Kl. 19 30: the minutes behind an hour, of two digits; -1 where there are none */
static int
minutes_apart(const struct lexemes *lexemes, size_t at)
{
	int minutes = numeral_digits(lexemes, at, 2, 2);
	return is_spaced(lexemes, at) && minutes < 60 && !clock_is_counted(lexemes, at + 1)
		       ? minutes
		       : -1;
}

/* An hour in digits or words, with the minutes in words or not: 7, seven, seven thirty */
static size_t
hour_at(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t tokens;
	int hour = numeral_digits(lexemes, at, 1, 2);
	size_t next = at + 1;
	int minute = 0;
	if (hour < 0) {
		const struct entry *entry = phrase_at(lexemes, at, ROLE_CARDINAL, &tokens);
		struct amount amount;
		uint64_t minutes;
		if (!entry || entry->sense->cardinal > 12 || entry->sense->cardinal < 1)
			return 0;
		hour = (int)entry->sense->cardinal;
		next = at + tokens;
		if (is_role(lexemes, next, ROLE_CARDINAL) &&
			amount_read(lexemes, next, AMOUNT_NO_AND, &amount) &&
			decimal_whole(amount.value, &minutes) && minutes > 9 && minutes < 60) {
			minute = (int)minutes;
			next = amount.next;
		}
	}
	if (hour > 24)
		return 0;
	*period = time_at(hour, minute);
	period->hour_unsure = hour >= 1 && hour < 12;
	period->hour_bare = minute == 0;
	return next;
}

size_t
clock_hour(const struct scan *scan, size_t at, bool led, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	int number = numeral_digits(lexemes, at, 3, 4);
	if (led && number >= 100 && number % 100 < 60 &&
		(number / 100 < 24 || number == 2400)) {
		*period = time_at(number / 100, number % 100);
		period->hour_unsure = number / 100 < 12;
		return at + 1;
	}
	size_t next = hour_at(scan, at, period);
	int minutes = led && next == at + 1 ? minutes_apart(lexemes, next) : -1;
	if (minutes < 0)
		return next;
	period->start = period->end = period->start + minutes;
	period->hour_bare = false;
	return next + 1;
}

bool
clock_is_about(const struct lexemes *lexemes, size_t at)
{
	const struct entry *entry = entry_at(lexemes, at);
	return entry->roles & ROLE_QUALIFIER && entry->sense->qualifier == QUALIFIER_ABOUT &&
	       entry->sense->side & SIDE_AFTER && !(entry->sense->side & SIDE_BEFORE) &&
	       !is_spaced(lexemes, at);
}

/* 3 pm, seven thirty p.m., 8 o'clock, 8ish */
static size_t
read_hour(const struct scan *scan, size_t at, struct period *period)
{
	const struct lexemes *lexemes = scan->lexemes;
	size_t next = hour_at(scan, at, period);
	if (next == 0)
		return 0;
	bool ish = clock_is_about(lexemes, next);
	size_t oclock = operator_phrase(lexemes, next + ish, OP(OCLOCK));
	size_t half = read_half(lexemes, next + ish + oclock, period);
	period->about = ish;
	if (ish && half == next + 1)
		return is_kind(lexemes, half, TOKEN_LETTERS) &&
				       !is_role(lexemes, half, ROLE_STOP)
			       ? 0
			       : half;
	return oclock > 0 || half > next ? half : 0;
}

/* noon, midnight, 12 noon */
static size_t
read_named(const struct scan *scan, size_t at, struct period *period)
{
	size_t tokens;
	size_t start = at + (numeral_digits(scan->lexemes, at, 2, 2) == 12);
	const struct entry *entry = phrase_at(scan->lexemes, start, ROLE_DAYPART, &tokens);
	if (!entry || entry->sense->daypart_start != entry->sense->daypart_end)
		return 0;
	*period = period_time(entry->sense->daypart_start, entry->sense->daypart_end);
	return hours_read_part(scan->lexemes, start + tokens, period);
}

size_t
clock_daypart(const struct scan *scan, size_t at, struct period *period)
{
	size_t tokens;
	const struct entry *entry = phrase_at(scan->lexemes, at, ROLE_DAYPART, &tokens);
	if (!entry || entry->sense->daypart_start == entry->sense->daypart_end ||
		(entry->roles & ROLE_WORD && !is_role(scan->lexemes, at - 1, ROLE_DAY)))
		return 0;
	*period = period_time(entry->sense->daypart_start, entry->sense->daypart_end);
	return at + tokens;
}

enum {
	AMOUNTS = ROLE_CARDINAL | ROLE_DENOMINATOR,
};

static const struct rule rules[] = {
	{true, 0, 0, read_digital, 0, 0, FORM_CLOCK},
	{true, 0, 0, read_hour_mark, 0, OP(AT), FORM_CLOCK},
	{true, 0, 0, read_military, 0, 0, FORM_PADDED | FORM_NAME, ROLE_UNIT, OP(AM) | OP(PM)},
	{true, AMOUNTS, 0, read_hour, 0, OP(OCLOCK) | OP(AM) | OP(PM), 0,
		ROLE_CARDINAL | ROLE_QUALIFIER, OP(OCLOCK) | OP(AM) | OP(PM)},
	{true, ROLE_DAYPART, 0, read_named, ROLE_DAYPART, 0, 0, ROLE_DAYPART},
	{true, ROLE_CARDINAL | ROLE_ORDINAL, 0, hours_read_led, 0, OP(AT) | OP(CLOCK)},
	{false, 0, OP(HALF), hours_read_half},
	{true, 0, 0, hours_read_stretch, 0, OP(FROM) | OP(BETWEEN) | OP(CLOCK) | OP(DASH),
		FORM_CLOCK | FORM_LETTERS | FORM_SYMBOL, ROLE_UNIT,
		OP(TO) | OP(UNTIL) | OP(AT) | OP(AND) | OP(DASH)},
};

const struct rules_of_set clock_rules = RULES_OF_SET(rules);

size_t
clock_read_plain(const struct scan *scan, size_t at, struct period *period)
{
	return rules_longest(RULES_CLOCK, scan, at, period);
}
