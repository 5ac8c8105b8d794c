/* Times of day behind dates. */
#include "dateform.h"

enum {
	WEST_OF_ALL = 14 * 60 /* minutes of the largest zone */
};

static void
read_zone(const struct scan *scan, size_t i, struct date *date)
{
	bool utc = scan_is(scan, i, "Z") || scan_is(scan, i, "UTC") || scan_is(scan, i, "GMT");
	if (utc) {
		date->zoned = true;
		date->last = i++;
	}
	bool west = scan_is(scan, i, "-");
	if (!west && !scan_is(scan, i, "+"))
		return;
	if (!scan_in(scan, i + 1, 1, 4, 0, 1400) || scan->token[i + 1].spaced)
		return;
	int number = scan->number[i + 1], zone = number * 60;
	size_t last = i + 1;
	if (scan->digits[i + 1] > 2) {
		zone = number / 100 * 60 + number % 100;
	} else if (scan_is(scan, i + 2, ":") && scan_in(scan, i + 3, 2, 2, 0, 59)) {
		zone += scan->number[i + 3];
		last = i + 3;
	}
	if (zone > WEST_OF_ALL)
		return;
	date->last = last;
	date->zone = west ? -zone : zone;
	date->zoned = true;
}

/* Seconds behind the minutes at token i, and parts of them. */
static void
read_seconds(const struct scan *scan, size_t i, struct date *date)
{
	if (!scan_is(scan, i + 1, ":") || !scan_in(scan, i + 2, 2, 2, 0, 59))
		return;
	date->second = scan->number[i + 2];
	date->last = i + 2;
	if (scan_is(scan, i + 3, ".") && scan_in(scan, i + 4, 1, 9, -1, 99999999))
		date->last = i + 4;
}

/* Which half of the day is told at token i: "am", "p.m."; how many tokens that takes. */
static size_t
read_half(const struct scan *scan, size_t i, bool *morning, bool *afternoon)
{
	bool letters = scan_is(scan, i + 1, ".") && scan_is(scan, i + 2, "m");
	*morning = scan_has(scan, i, DATEWORD_MORNING) || (letters && scan_is(scan, i, "a"));
	*afternoon =
		scan_has(scan, i, DATEWORD_AFTERNOON) || (letters && scan_is(scan, i, "p"));
	if (!*morning && !*afternoon)
		return 0;
	return letters ? 3 + scan_is(scan, i + 3, ".") : 1;
}

bool
clock_read(const struct scan *scan, size_t i, bool dotted, struct date *date)
{
	bool morning, afternoon, late_morning, late_afternoon;
	i += read_half(scan, i, &morning, &afternoon);
	bool mark = scan_is(scan, i + 1, ":") || scan_has(scan, i + 1, DATEWORD_HOUR) ||
		    (dotted && scan_is(scan, i + 1, "."));
	if (!mark || !scan_in(scan, i, 1, 2, 0, 23) || !scan_in(scan, i + 2, 1, 2, 0, 59) ||
		(scan->digits[i + 2] == 1 && !scan_has(scan, i + 1, DATEWORD_HOUR)))
		return false;
	date->hour = scan->number[i];
	date->minute = scan->number[i + 2];
	date->last = i + 2;
	read_seconds(scan, i + 2, date);
	size_t half = read_half(scan, date->last + 1, &late_morning, &late_afternoon);
	if ((afternoon || late_afternoon) && date->hour < 12)
		date->hour += 12;
	if ((morning || late_morning) && date->hour == 12)
		date->hour = 0;
	date->last += half;
	read_zone(scan, date->last + 1, date);
	return true;
}
