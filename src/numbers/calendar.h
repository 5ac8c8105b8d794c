/*
 * calendar: days of the proleptic Gregorian calendar, and spans of time between them.
 */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>

#include "slice.h"

struct date {
	int year, month, day; /* month and day from 1 */
};

/* Days since 1970-01-01, and back. H. Hinnant, "chrono-compatible low-level date algorithms".
 */
long calendar_days(struct date date);
struct date calendar_date(long days);

int calendar_month_length(int year, int month);

bool calendar_valid(struct date date);

/* 1 Monday .. 7 Sunday */
int calendar_weekday(struct date date);

struct date calendar_add_days(struct date date, long days);

/*
 * The same day so many months later; the last of that month where it is shorter; a date that is
 * not valid where the calendar ends.
 */
struct date calendar_add_months(struct date date, long months);

/* Easter Sunday of the Gregorian calendar. J. Meeus, "Astronomical Algorithms", chapter 8. */
struct date calendar_easter(int year);

/* The Monday of an ISO week. */
struct date calendar_week(int year, int week);

/* Reads a date at the front of `text`: YYYY, YYYY-MM or YYYY-MM-DD, what follows it is ignored.
 * Missing parts become 1. */
bool calendar_read(struct slice text, struct date *date);

/* The time of day behind such a date, as 2024-06-01T14:30Z has one, in minutes since midnight
 * by the clock of its own zone; -1 where there is none, or midnight, which is written for none.
 */
int calendar_read_clock(struct slice text);

#endif
