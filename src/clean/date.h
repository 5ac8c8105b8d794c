/* date: dates as pages write them, in ISO 8601. */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

#include "slice.h"

/*
 * The first date in a text, whatever its form: "2024-03-14T09:12:00+01:00", "14 March 2024,
 * 09:12", "March 14, 2024", "14.03.2024", "2024年3月14日". With its time and zone where the
 * text has them. Empty where it has no date. It holds until the next call.
 */
struct slice date_in_text(struct slice text);

/* Where the first date in a text stands, its time included. False where there is none. */
bool date_find(struct slice text, size_t *start, size_t *end);

/* What stands in front of the first date in a text, or behind one that it begins with; all of
 * the text where it has none. */
struct slice date_without(struct slice text);

/* A date as programs write it, in JSON-LD and meta elements: as above, or seconds since 1970.
 */
struct slice date_of_value(struct slice value);

/* The date in an address: "/2024/03/14/", "2024-03-14", "20240314". As above. */
struct slice date_in_address(struct slice address);

/* Whether a text is a date, with weekday and time at most, and nothing else. */
bool date_is_all(struct slice text);

/* Whether it is a time of day and nothing else: "updated at 10:15 am". */
bool date_is_time(struct slice text);

#endif
