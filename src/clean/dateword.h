/*
 * dateword: the words that dates are put together with, of all languages (tables month-names
 * and date-words).
 */
#ifndef DATEWORD_H
#define DATEWORD_H

#include "slice.h"

/* What a word may be, as a set. */
enum {
	DATEWORD_BETWEEN = 1,    /* stands between day, month and year: "de", "of" */
	DATEWORD_HOUR = 2,       /* between hours and minutes: "h", "時" */
	DATEWORD_CLOCK = 4,      /* around a time: "Uhr", "kl", "GMT" */
	DATEWORD_MORNING = 8,    /* "am" */
	DATEWORD_AFTERNOON = 16, /* "pm" */
	DATEWORD_LEAD = 32,      /* in front of a date: "published", "on", weekdays */
	DATEWORD_MONTH = 64,     /* in front of a month's number: "tháng" */
};

struct dateword {
	unsigned kinds;
	int month;            /* 1 to 12, else 0 */
	const char *calendar; /* of the month: "iranian", "thai"; else NULL */
};

struct dateword dateword_of(struct slice word);

#endif
