#include "date.h"

#include <stdio.h>
#include <string.h>

#include "dateform.h"
#include "normal.h"

enum {
	LONGEST = 100, /* bytes of a text that is a date and nothing else */
	OTHERS = 3     /* of its words that are of no date */
};

static struct slice
written(const struct date *date)
{
	static char iso[64];
	int len = snprintf(iso, sizeof iso, "%04d-%02d-%02d", date->day.year, date->day.month,
		date->day.day);
	int zone = date->zone < 0 ? -date->zone : date->zone;
	if (date->hour >= 0)
		len += snprintf(iso + len, sizeof iso - (size_t)len, "T%02d:%02d:%02d",
			date->hour, date->minute, date->second);
	if (date->hour >= 0 && date->zoned && zone == 0)
		len += snprintf(iso + len, sizeof iso - (size_t)len, "Z");
	else if (date->hour >= 0 && date->zoned)
		len += snprintf(iso + len, sizeof iso - (size_t)len, "%c%02d:%02d",
			date->zone < 0 ? '-' : '+', zone / 60, zone % 60);
	return (struct slice){iso, (size_t)len};
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether a byte may be of a digit beyond ASCII: these begin with U+0660. */
static bool
is_of_wide_digit(char c)
{
	return (unsigned char)c >= 0xd9 && (unsigned char)c != 0xe2;
}

/* "14.03.24" at text[at]: a year of two digits, and two for day and month. */
static bool
is_short_date(struct slice text, size_t at)
{
	enum {
		LENGTH = 8
	};
	if (at + LENGTH > text.len)
		return false;
	const char *c = text.data + at;
	return c[2] == c[5] && (c[2] == '.' || c[2] == '/' || c[2] == '-') && is_digit(c[1]) &&
	       is_digit(c[3]) && is_digit(c[4]) && is_digit(c[6]) && is_digit(c[7]);
}

/* Whether a text may hold a date. Every one has a year, and that is four digits or more, the
 * first a 1 or 2, or it is short. Most texts hold none, and need not be taken apart. */
static bool
may_hold_date(struct slice text)
{
	for (size_t i = 0, digits = 0; i < text.len; i++) {
		char c = text.data[i];
		bool digit = is_digit(c), wide = is_of_wide_digit(c);
		if (wide || (digit && is_short_date(text, i)))
			return true;
		digits = digit && (digits > 0 || c == '1' || c == '2') ? digits + 1 : 0;
		if (digits == 4)
			return true;
	}
	return false;
}

/* Finds a text's date. The tokens are NULL where there is none. */
static const struct scan *
find(struct slice text, struct date *date)
{
	const struct scan *scan = may_hold_date(text) ? scan_text(text) : NULL;
	return scan && dateform_find(scan, date) ? scan : NULL;
}

struct slice
date_in_text(struct slice text)
{
	struct date date;
	return find(text, &date) ? written(&date) : SLICE("");
}

/* The first of the words in front of a date that belong to it: "published on". */
static size_t
first_lead(const struct scan *scan, size_t first)
{
	for (size_t i = first; i-- > 0;) {
		bool lead = scan_has(scan, i, DATEWORD_LEAD);
		if (!lead && scan->token[i].kind != TOKEN_MARK)
			break;
		if (lead)
			first = i;
	}
	return first;
}

/* The last of the words behind a time that belong to it: "Uhr", "(GMT)". */
static size_t
last_clock_word(const struct scan *scan, size_t last)
{
	while (scan_has(scan, last + 1,
		DATEWORD_CLOCK | DATEWORD_HOUR | DATEWORD_MORNING | DATEWORD_AFTERNOON))
		last++;
	return last;
}

bool
date_find(struct slice text, size_t *start, size_t *end)
{
	struct date date;
	const struct scan *scan = find(text, &date);
	if (!scan)
		return false;
	*start = scan->token[first_lead(scan, date.first)].start;
	*end = scan->token[last_clock_word(scan, date.last)].end;
	return true;
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
	struct date date = {.day = calendar_day((long)(seconds / 86400)), .zoned = true};
	date.hour = (int)(seconds / 3600 % 24);
	date.minute = (int)(seconds / 60 % 60);
	date.second = (int)(seconds % 60);
	return written(&date);
}

struct slice
date_without(struct slice text)
{
	size_t start, end;
	if (!date_find(text, &start, &end))
		return text;
	struct slice before = trim(slice_cut(text, 0, start));
	while (before.len && before.data[before.len - 1] &&
		strchr(",(", before.data[before.len - 1]))
		before = trim(slice_cut(before, 0, before.len - 1));
	struct slice behind = trim(slice_cut(text, end, text.len));
	while (behind.len && behind.data[0] && strchr("),.;:", behind.data[0]))
		behind = trim(slice_cut(behind, 1, behind.len));
	return before.len ? before : behind;
}

struct slice
date_in_address(struct slice address)
{
	struct date date;
	const struct scan *scan = scan_text(address);
	for (size_t i = 0; i < scan->count; i++)
		if (dateform_in_digits(scan, i, &date))
			return written(&date);
	return SLICE("");
}

bool
date_is_all(struct slice text)
{
	struct date date;
	const struct scan *scan = text.len <= LONGEST ? find(text, &date) : NULL;
	if (!scan)
		return false;
	size_t words = 0, numbers = 0;
	for (size_t i = 0; i < scan->count; i++) {
		struct dateword word = scan->word[i];
		if (i >= date.first && i <= date.last)
			continue;
		words += scan->token[i].kind == TOKEN_LETTERS && !word.month && !word.kinds;
		numbers += scan->token[i].kind == TOKEN_DIGITS;
	}
	return words <= OTHERS + (numbers > 2);
}

/* Whether a text may be a time: nothing but words that lead one stands in front of its first
 * digit, or what is beyond ASCII. Most texts need not be taken apart farther than that. */
static bool
may_be_time(struct slice text)
{
	struct token token;
	for (size_t at = 0; token_next(text, at, &token); at = token.end) {
		struct slice word = token_text(text, token);
		if (token.kind == TOKEN_DIGITS || (word.data[0] & 0x80))
			return true;
		bool half = word.len == 1 && strchr(":.apm", word.data[0]) && word.data[0];
		if (!half && !(dateword_of(word).kinds &
				     (DATEWORD_LEAD | DATEWORD_CLOCK | DATEWORD_MORNING |
					     DATEWORD_AFTERNOON)))
			return false;
	}
	return false;
}

bool
date_is_time(struct slice text)
{
	struct date date = {0};
	if (text.len > LONGEST || !may_be_time(text))
		return false;
	const struct scan *scan = scan_text(text);
	size_t i = 0;
	while (scan_has(scan, i, DATEWORD_LEAD | DATEWORD_CLOCK) || scan_is(scan, i, ":"))
		i++;
	return clock_read(scan, i, i > 0, &date) &&
	       last_clock_word(scan, date.last) + 1 == scan->count;
}
