/* calendar: days as they are counted elsewhere, in the Gregorian calendar. */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>

struct day {
	int year, month, day;
};

/* The date of so many days since 1 January 1970. */
struct day calendar_day(long days);

/* Whether there is such a day in Gregorian years (29 February in all of them). */
bool calendar_has(struct day day);

/* A day of the Iranian solar calendar (years 1300 to 1499). */
struct day calendar_from_iranian(struct day day);

#endif
