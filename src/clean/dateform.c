#include "dateform.h"

enum {
	FILLERS = 3,      /* words that may stand between day and month, month and year */
	TIME_AWAY = 4,    /* and between date and time */
	THAI = 543,       /* years that those of Buddha's era are ahead */
	CENTURY = 2000,   /* of years of two digits, */
	LAST_CENTURY = 70 /* but for those from here on */
};

static bool
is_year(const struct scan *scan, size_t i)
{
	return scan_in(scan, i, 4, 4, 1900, 2099);
}

static bool
is_day(const struct scan *scan, size_t i)
{
	return scan_in(scan, i, 1, 2, 1, 31);
}

static bool
is_month_number(const struct scan *scan, size_t i)
{
	return scan_in(scan, i, 1, 2, 1, 12);
}

/* Whether a number is written in Persian digits, as Iranian dates are. */
static bool
is_persian(const struct scan *scan, size_t i)
{
	return (unsigned char)scan->text.data[scan->token[i].start] == 0xdb;
}

/* Three tokens as a date; false where there is no such day. */
static bool
put(const struct scan *scan, size_t year, size_t month, size_t day, struct date *date)
{
	struct dateword name = scan->word[month];
	struct day found = {scan->number[year], scan->number[month], scan->number[day]};
	if (name.month)
		found.month = name.month;
	if (scan->digits[year] == 2)
		found.year += found.year < LAST_CENTURY ? CENTURY : CENTURY - 100;
	if (found.year > 2400 && found.year < 2700)
		found.year -= THAI;
	if (!calendar_has(found))
		return false;
	if (found.year < 1500)
		found = calendar_from_iranian(found);
	*date = (struct date){.day = found, .hour = -1};
	date->first = year < day ? year : day < month ? day : month;
	date->last = year > day ? year : day;
	return true;
}

/* "2024-03-14", "2024/3/14", "2024. 3. 14", "2024年3月14日": a mark behind the year and month.
 */
static bool
year_first(const struct scan *scan, size_t i, struct date *date)
{
	static const char *const marks[] = {"-", "/", ".", "年", "년", "–"};
	bool iranian = scan_in(scan, i, 4, 4, 1300, 1499) && is_persian(scan, i);
	if ((!is_year(scan, i) && !iranian) || !is_month_number(scan, i + 2) ||
		!is_day(scan, i + 4))
		return false;
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
		if (scan_is(scan, i + 1, marks[k]))
			return put(scan, i, i + 2, i + 4, date);
	return false;
}

/* "14.03.2024", "14/3/2024", "3/14/2024": the day goes first wherever that is possible. */
static bool
year_last(const struct scan *scan, size_t i, struct date *date)
{
	static const char *const marks[] = {".", "/", "-"};
	if (!is_day(scan, i) || !is_day(scan, i + 2) || !is_year(scan, i + 4))
		return false;
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
		if (scan_is(scan, i + 1, marks[k]) && scan_is(scan, i + 3, marks[k]))
			return put(scan, i + 4, i + 2, i, date) ||
			       put(scan, i + 4, i, i + 2, date);
	return false;
}

/* Whether three numbers with a mark between them go on on either side: "10.14.03.24", "+49
 * 14-03-24-11". */
static bool
is_joined(const struct scan *scan, size_t i, const char *mark)
{
	bool before = i > 0 && scan->token[i - 1].end == scan->token[i].start;
	bool behind = scan_is(scan, i + 5, mark) && i + 6 < scan->count &&
		      scan->digits[i + 6] > 0 &&
		      scan->token[i + 5].end == scan->token[i + 6].start;
	return before || behind;
}

/* "14.03.24", "14/03/24", "14-03-24": nothing else may be written around it that makes it more
 * than a date, or less. */
static bool
short_year_last(const struct scan *scan, size_t i, struct date *date)
{
	static const char *const marks[] = {".", "/", "-"};
	if (!scan_in(scan, i, 2, 2, 1, 31) || !scan_in(scan, i + 2, 2, 2, 1, 12) ||
		!scan_in(scan, i + 4, 2, 2, 0, 99))
		return false;
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
		if (scan_is(scan, i + 1, marks[k]) && scan_is(scan, i + 3, marks[k]) &&
			!is_joined(scan, i, marks[k]))
			return put(scan, i + 4, i + 2, i, date);
	return false;
}

/* The part of a date behind token i, with words such as "de" in between. */
static size_t
next_part(const struct scan *scan, size_t i)
{
	i++;
	for (int n = 0; n < FILLERS && scan_has(scan, i, DATEWORD_BETWEEN); n++)
		i++;
	return i;
}

/* A month's name, or its number behind a word for it: "tháng 3". */
static bool
is_month(const struct scan *scan, size_t *i)
{
	if (*i < scan->count && scan->word[*i].month)
		return true;
	if (!scan_has(scan, *i, DATEWORD_MONTH) || !is_month_number(scan, *i + 1))
		return false;
	++*i;
	return true;
}

static bool
is_year_of(const struct scan *scan, size_t i, size_t month)
{
	const char *calendar = scan->word[month].calendar;
	if (is_year(scan, i) || !calendar)
		return is_year(scan, i);
	return *calendar == 't' ? scan_in(scan, i, 4, 4, 2443, 2642)
				: scan_in(scan, i, 4, 4, 1300, 1499);
}

/* "14 March 2024", "14. März 2024", "14 de marzo de 2024", "March 14th, 2024", "14 Mar, 2024",
 * "2024 m. kovo 14", "2024. március 14." */
static bool
month_in_words(const struct scan *scan, size_t i, struct date *date)
{
	size_t month = i;
	if (is_day(scan, i)) {
		month = next_part(scan, i);
		if (!is_month(scan, &month))
			return false;
		size_t year = next_part(scan, month);
		return is_year_of(scan, year, month) && put(scan, year, month, i, date);
	}
	if (is_month(scan, &month)) {
		size_t day = next_part(scan, month), year = next_part(scan, day);
		return is_day(scan, day) && is_year_of(scan, year, month) &&
		       put(scan, year, month, day, date);
	}
	if (!is_year(scan, i))
		return false;
	month = next_part(scan, i);
	size_t day = next_part(scan, month);
	return is_month(scan, &month) && is_day(scan, day) && put(scan, i, month, day, date);
}

/* "20240314", alone or in front of a T. */
static bool
run_together(const struct scan *scan, size_t i, struct date *date)
{
	if (!scan_in(scan, i, 8, 8, 19000101, 21000000))
		return false;
	int number = scan->number[i];
	struct day day = {number / 10000, number / 100 % 100, number % 100};
	*date = (struct date){.day = day, .hour = -1, .first = i, .last = i};
	return calendar_has(day);
}

bool
dateform_in_digits(const struct scan *scan, size_t i, struct date *date)
{
	return year_first(scan, i, date) || run_together(scan, i, date);
}

/* Reads the time behind a date, in which a stop may stand where a word says so: "kl. 9.15". */
static void
read_time(const struct scan *scan, struct date *date)
{
	size_t i = date->last + 1;
	bool told = false;
	for (int n = 0; n < TIME_AWAY && i < scan->count && scan->digits[i] == 0; n++, i++) {
		told = told || scan_has(scan, i, DATEWORD_CLOCK);
		if (scan_has(scan, i, DATEWORD_MORNING | DATEWORD_AFTERNOON))
			break;
	}
	clock_read(scan, i, told, date);
}

/* Whether a date may begin with a token: with a number, or a word for a month. */
static bool
may_begin(const struct scan *scan, size_t i)
{
	return scan->digits[i] > 0 || scan->word[i].month || scan_has(scan, i, DATEWORD_MONTH);
}

bool
dateform_find(const struct scan *scan, struct date *date)
{
	for (size_t i = 0; i < scan->count; i++)
		if (may_begin(scan, i) &&
			(year_first(scan, i, date) || year_last(scan, i, date) ||
				month_in_words(scan, i, date) || run_together(scan, i, date) ||
				short_year_last(scan, i, date))) {
			read_time(scan, date);
			return true;
		}
	return false;
}
