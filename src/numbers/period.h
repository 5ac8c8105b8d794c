/*
 * period: a stretch of time as a text names it: days, a part of a day, or both.
 */
#ifndef PERIOD_H
#define PERIOD_H

#include <stdbool.h>

#include "calendar.h"

/* What a period is a calendar unit of. */
enum grain {
	GRAIN_NONE,
	GRAIN_DAY,
	GRAIN_WEEKEND,
	GRAIN_WEEK,
	GRAIN_MONTH,
	GRAIN_QUARTER,
	GRAIN_YEAR,
	GRAIN_DECADE,
	GRAIN_CENTURY,
};

enum {
	GRAINS = GRAIN_CENTURY + 1
};

enum {
	MINUTES_OF_DAY = 24 * 60
};

struct period {
	bool dated;            /* from and to hold */
	bool timed;            /* start and end hold: minutes since midnight */
	bool unknown;          /* relative to a date that is not known */
	bool yearless;         /* the year was inferred */
	bool no_from, no_to;   /* open: "before 2010" */
	bool about;            /* a few days ago */
	bool is_start, is_end; /* the beginning or the end of something longer */
	bool half_told;        /* a.m. or p.m. */
	bool hour_bare;        /* an hour and no minutes: 7 */
	bool hour_unsure;      /* "at 7": in the morning or the evening */
	unsigned char before; /* tokens of it before its first one: the XVII of "XVII secolo" */
	enum grain grain;
	struct date from, to;
	int start, end;
};

/* The calendar unit that contains a date, `offset` of them further on. */
struct period period_around(struct date date, enum grain grain, long offset);

struct period period_days(struct date from, struct date to);
struct period period_year(int year);
struct period period_month(int year, int month);

/* A part of a day. */
struct period period_time(int start, int end);

/* The first, second or last third of it (which: 0, 1, 2); of a week its first or last three
 * days. */
struct period period_third(struct period period, int which);

/* Its bounds in ISO 8601, as short as says it all: 2024, 2024-11, 2024-11-05, 2024-11-05T09:30,
 * 09:30; "" where it is open or not known. Each has room for MOMENT_SIZE bytes. */
void period_write(const struct period *period, char *from, char *to);

/* Gives a period the time of day of another. */
void period_take_time(struct period *period, const struct period *time);

#endif
