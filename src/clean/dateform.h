/* dateform: the forms that dates and times have in texts. */
#ifndef DATEFORM_H
#define DATEFORM_H

#include <stdbool.h>

#include "calendar.h"
#include "datescan.h"

struct date {
	struct day day;
	int hour, minute, second; /* hour < 0: no time */
	int zone;                 /* minutes east of Greenwich */
	bool zoned;
	size_t first, last; /* tokens */
};

/* The first date of the text, with the time behind it. False where there is none. */
bool dateform_find(const struct scan *scan, struct date *date);

/* A date of digits alone that begins at token i, as in addresses: "2024/03/14", "20240314". */
bool dateform_in_digits(const struct scan *scan, size_t i, struct date *date);

/*
 * The time that begins at token i: "09:12", "9:12:33.123", "9.12 pm", "09h12", "오전 9:15", its
 * zone behind it. `dotted`: a stop may stand between hours and minutes. Sets `last`, too.
 */
bool clock_read(const struct scan *scan, size_t i, bool dotted, struct date *date);

#endif
