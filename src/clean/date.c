#include "date.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "map.h"
#include "tables.h"
#include "token.h"
#include "utf8.h"

enum {
	TOKENS = 400, /* of a text; a date stands before */
	NAME = 48
};

struct date {
	int year, month, day;
	int hour, minute, second; /* hour < 0: no time */
	int zone;                 /* minutes east of Greenwich */
	bool zoned;
	size_t first, last; /* tokens */
};

/* A text as tokens, with what each may stand for. */
struct scan {
	struct slice text;
	struct token token[TOKENS];
	int number[TOKENS]; /* of TOKEN_DIGITS, -1 where there are more than 8 digits */
	int digits[TOKENS];
	int month[TOKENS]; /* 1 to 12, else 0 */
	size_t count;
};

static struct map months;

static void
take_month(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	uint32_t month = 0;
	for (size_t i = 0; i < field[1].len; i++)
		month = month * 10 + (uint32_t)(field[1].data[i] - '0');
	map_add(&months, field[0], month, NULL);
}

static int
month_of(struct slice word)
{
	char bytes[NAME];
	struct buffer lower = {.data = bytes, .capacity = sizeof bytes};
	if (months.count == 0)
		tables_each(NULL, "root", "month-names", take_month, NULL);
	if (word.len > NAME / 2)
		return 0;
	utf8_add_lower(&lower, word);
	const uint32_t *month = map_find(&months, buffer_slice(&lower));
	return month ? (int)*month : 0;
}

static void
read_token(struct scan *scan, size_t i)
{
	struct slice text = token_text(scan->text, scan->token[i]);
	scan->number[i] = -1;
	scan->month[i] = scan->digits[i] = 0;
	if (scan->token[i].kind == TOKEN_LETTERS) {
		scan->month[i] = month_of(text);
	} else if (scan->token[i].kind == TOKEN_DIGITS) {
		int number = 0, digits = 0;
		for (size_t at = 0, len; at < text.len && digits < 9; at += len, digits++)
			number = number * 10 +
				 utf8_digit_value(utf8_decode(text, at, &len)) % 10;
		scan->digits[i] = digits;
		scan->number[i] = digits < 9 ? number : -1;
	}
}

static void
scan_text(struct scan *scan, struct slice text)
{
	static struct tokens tokens;
	if (text.len > TOKENS * 8)
		text.len = TOKENS * 8;
	tokens_split(&tokens, text);
	scan->text = text;
	scan->count = tokens.count < TOKENS ? tokens.count : TOKENS;
	for (size_t i = 0; i < scan->count; i++) {
		scan->token[i] = tokens.items[i];
		read_token(scan, i);
	}
}

static bool
is_mark(const struct scan *scan, size_t i, const char *mark)
{
	return i < scan->count && slice_is(token_text(scan->text, scan->token[i]), mark);
}

static bool
is_year(const struct scan *scan, size_t i)
{
	return i < scan->count && scan->digits[i] == 4 && scan->number[i] >= 1900 &&
	       scan->number[i] < 2100;
}

static bool
is_day(const struct scan *scan, size_t i)
{
	return i < scan->count && scan->digits[i] > 0 && scan->digits[i] <= 2 &&
	       scan->number[i] >= 1 && scan->number[i] <= 31;
}

static bool
is_month_number(const struct scan *scan, size_t i)
{
	return is_day(scan, i) && scan->number[i] <= 12;
}

static bool
put(struct date *date, int year, int month, int day, size_t first, size_t last)
{
	static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	*date = (struct date){.year = year,
		.month = month,
		.day = day,
		.hour = -1,
		.first = first,
		.last = last};
	return true;
}

/* "2024-03-14", "2024/3/14", "2024. 3. 14", "2024年3月14日": a mark behind the year and month.
 */
static bool
year_first(const struct scan *scan, size_t i, struct date *date)
{
	if (!is_year(scan, i) || !is_month_number(scan, i + 2) || !is_day(scan, i + 4))
		return false;
	struct slice mark = token_text(scan->text, scan->token[i + 1]);
	bool fits = slice_is(mark, "-") || slice_is(mark, "/") || slice_is(mark, ".") ||
		    slice_is(mark, "年") || slice_is(mark, "년") || slice_is(mark, "–");
	return fits &&
	       put(date, scan->number[i], scan->number[i + 2], scan->number[i + 4], i, i + 4);
}

/* "14.03.2024", "14/3/2024", "3/14/2024": the day goes first wherever that is possible. */
static bool
year_last(const struct scan *scan, size_t i, struct date *date)
{
	if (!is_day(scan, i) || !is_day(scan, i + 2) || !is_year(scan, i + 4))
		return false;
	bool stop = is_mark(scan, i + 1, ".") && is_mark(scan, i + 3, ".");
	bool slash = is_mark(scan, i + 1, "/") && is_mark(scan, i + 3, "/");
	bool dash = is_mark(scan, i + 1, "-") && is_mark(scan, i + 3, "-");
	if (!stop && !slash && !dash)
		return false;
	int a = scan->number[i], b = scan->number[i + 2], year = scan->number[i + 4];
	return put(date, year, b, a, i, i + 4) || put(date, year, a, b, i, i + 4);
}

static bool
is_filler(const struct scan *scan, size_t i)
{
	static const char *const words[] = {".", ",", "de", "del", "of", "º", "ª", "th", "st",
		"nd", "rd", "-", "/", "a", "er", "-a", "d"};
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (is_mark(scan, i, words[k]))
			return true;
	return false;
}

static size_t
skip_fillers(const struct scan *scan, size_t i)
{
	for (int n = 0; n < 3 && is_filler(scan, i); n++)
		i++;
	return i;
}

/* "14 March 2024", "14. März 2024", "14 de marzo de 2024", "March 14th, 2024", "14 Mar, 2024".
 */
static bool
month_in_words(const struct scan *scan, size_t i, struct date *date)
{
	if (is_day(scan, i)) {
		size_t month = skip_fillers(scan, i + 1);
		size_t year = skip_fillers(scan, month + 1);
		return month < scan->count && scan->month[month] && is_year(scan, year) &&
		       put(date, scan->number[year], scan->month[month], scan->number[i], i,
			       year);
	}
	if (i < scan->count && scan->month[i]) {
		size_t day = skip_fillers(scan, i + 1);
		size_t year = skip_fillers(scan, day + 1);
		return is_day(scan, day) && is_year(scan, year) &&
		       put(date, scan->number[year], scan->month[i], scan->number[day], i,
			       year);
	}
	if (is_year(scan, i)) { /* "2024 m. kovo 14", "2024. március 14." */
		size_t month = skip_fillers(scan, i + 1);
		size_t day = skip_fillers(scan, month + 1);
		return month < scan->count && scan->month[month] && is_day(scan, day) &&
		       put(date, scan->number[i], scan->month[month], scan->number[day], i,
			       day);
	}
	return false;
}

/* "20240314", alone or in front of a T. */
static bool
run_together(const struct scan *scan, size_t i, struct date *date)
{
	if (scan->digits[i] != 8 || scan->number[i] < 19000101 || scan->number[i] > 21000000)
		return false;
	return put(date, scan->number[i] / 10000, scan->number[i] / 100 % 100,
		scan->number[i] % 100, i, i);
}

static void
read_zone(const struct scan *scan, size_t i, struct date *date)
{
	if (is_mark(scan, i, "Z") || is_mark(scan, i, "UTC") || is_mark(scan, i, "GMT")) {
		date->zoned = true;
		date->last = i;
		return;
	}
	bool west = is_mark(scan, i, "-");
	if (!west && !is_mark(scan, i, "+"))
		return;
	if (i + 1 >= scan->count || scan->digits[i + 1] == 0 || scan->token[i + 1].spaced)
		return;
	int number = scan->number[i + 1], zone;
	if (scan->digits[i + 1] == 4) {
		zone = number / 100 * 60 + number % 100;
		date->last = i + 1;
	} else if (scan->digits[i + 1] <= 2) {
		bool minutes = is_mark(scan, i + 2, ":") && i + 3 < scan->count &&
			       scan->digits[i + 3] == 2;
		zone = number * 60 + (minutes ? scan->number[i + 3] : 0);
		date->last = minutes ? i + 3 : i + 1;
	} else {
		return;
	}
	if (zone <= 14 * 60) {
		date->zone = west ? -zone : zone;
		date->zoned = true;
	}
}

/* "09:12", "9:12:33.123", "9.12 pm", "09h12": what may stand behind a date. */
static void
read_time(const struct scan *scan, struct date *date)
{
	size_t i = date->last + 1;
	for (int n = 0; n < 4 && i < scan->count && scan->digits[i] == 0; n++)
		i++;
	if (i + 2 >= scan->count || scan->digits[i] == 0 || scan->digits[i] > 2 ||
		scan->digits[i + 2] != 2)
		return;
	bool colon = is_mark(scan, i + 1, ":") || is_mark(scan, i + 1, "h");
	if (!colon || scan->number[i] > 23 || scan->number[i + 2] > 59)
		return;
	date->hour = scan->number[i];
	date->minute = scan->number[i + 2];
	date->last = i + 2;
	if (is_mark(scan, i + 3, ":") && i + 4 < scan->count && scan->digits[i + 4] == 2 &&
		scan->number[i + 4] < 60) {
		date->second = scan->number[i + 4];
		date->last = i + 4;
		if (is_mark(scan, i + 5, ".") && i + 6 < scan->count && scan->digits[i + 6])
			date->last = i + 6;
	}
	size_t next = date->last + 1;
	bool after_noon = is_mark(scan, next, "pm") || is_mark(scan, next, "PM") ||
			  is_mark(scan, next, "p");
	bool before_noon = is_mark(scan, next, "am") || is_mark(scan, next, "AM");
	if (after_noon && date->hour < 12)
		date->hour += 12;
	if (before_noon && date->hour == 12)
		date->hour = 0;
	read_zone(scan, next + (after_noon || before_noon), date);
}

static bool
find(const struct scan *scan, struct date *date)
{
	for (size_t i = 0; i < scan->count; i++)
		if (year_first(scan, i, date) || year_last(scan, i, date) ||
			month_in_words(scan, i, date) || run_together(scan, i, date)) {
			read_time(scan, date);
			return true;
		}
	return false;
}

static struct slice
written(const struct date *date)
{
	static char iso[64];
	int len =
		snprintf(iso, sizeof iso, "%04d-%02d-%02d", date->year, date->month, date->day);
	if (date->hour >= 0)
		len += snprintf(iso + len, sizeof iso - (size_t)len, "T%02d:%02d:%02d",
			date->hour, date->minute, date->second);
	if (date->hour >= 0 && date->zoned && date->zone == 0)
		len += snprintf(iso + len, sizeof iso - (size_t)len, "Z");
	else if (date->hour >= 0 && date->zoned)
		len += snprintf(iso + len, sizeof iso - (size_t)len, "%c%02d:%02d",
			date->zone < 0 ? '-' : '+',
			(date->zone < 0 ? -date->zone : date->zone) / 60,
			(date->zone < 0 ? -date->zone : date->zone) % 60);
	return (struct slice){iso, (size_t)len};
}

struct slice
date_in_text(struct slice text)
{
	static struct scan scan;
	struct date date;
	scan_text(&scan, text);
	return find(&scan, &date) ? written(&date) : SLICE("");
}

bool
date_find(struct slice text, size_t *start, size_t *end)
{
	static struct scan scan;
	struct date date;
	bool digits = false;
	for (size_t i = 0; i < text.len && !digits; i++)
		digits = (text.data[i] & 0x80) || (text.data[i] >= '0' && text.data[i] <= '9');
	if (!digits)
		return false;
	scan_text(&scan, text);
	if (!find(&scan, &date))
		return false;
	*start = scan.token[date.first].start;
	*end = scan.token[date.last].end;
	return true;
}

/* Days since 1970 as a date (H. Hinnant, chrono-compatible low-level date algorithms). */
static void
from_days(long days, struct date *date)
{
	days += 719468;
	long era = days / 146097, of_era = days - era * 146097;
	long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	date->day = (int)(of_year - (153 * month + 2) / 5 + 1);
	date->month = (int)(month < 10 ? month + 3 : month - 9);
	date->year = (int)(year + era * 400 + (date->month <= 2));
}

struct slice
date_of_value(struct slice value)
{
	long long seconds = 0;
	size_t digits = 0;
	while (digits < value.len && value.data[digits] >= '0' && value.data[digits] <= '9' &&
		digits < 14)
		seconds = seconds * 10 + (value.data[digits++] - '0');
	if (digits == 13)
		seconds /= 1000;
	if (digits != value.len || (digits != 10 && digits != 13))
		return date_in_text(value);
	struct date date = {.zoned = true};
	from_days((long)(seconds / 86400), &date);
	date.hour = (int)(seconds / 3600 % 24);
	date.minute = (int)(seconds / 60 % 60);
	date.second = (int)(seconds % 60);
	return written(&date);
}

struct slice
date_in_address(struct slice address)
{
	static struct scan scan;
	struct date date;
	scan_text(&scan, address);
	for (size_t i = 0; i < scan.count; i++)
		if (year_first(&scan, i, &date) || run_together(&scan, i, &date))
			return written(&date);
	return SLICE("");
}

bool
date_is_all(struct slice text)
{
	static struct scan scan;
	struct date date;
	if (text.len > 100)
		return false;
	scan_text(&scan, text);
	if (!find(&scan, &date))
		return false;
	size_t words = 0, numbers = 0;
	for (size_t i = 0; i < scan.count; i++)
		if (i < date.first || i > date.last) {
			words += scan.token[i].kind == TOKEN_LETTERS && !scan.month[i];
			numbers += scan.token[i].kind == TOKEN_DIGITS;
		}
	return words <= 3 + (numbers > 2);
}
