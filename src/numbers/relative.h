/*
 * relative: what the readers of relative dates share, and the rules themselves. relative.c
 * knows today, last month and the like, weekday.c weekdays, monthday.c days of months,
 * distance.c "three weeks ago", season.c months and seasons.
 */
#ifndef RELATIVE_H
#define RELATIVE_H

#include "date.h"
#include "rule.h"

rule_read relative_read_day, relative_read_pointed;
rule_read weekday_read, weekday_read_of_week, weekday_read_of_distance,
	weekday_read_at_distance, weekday_read_counted;
rule_read monthday_read, monthday_read_pointed;
rule_read season_read, season_read_month, season_read_pointed_behind;
rule_read distance_read, distance_read_in, distance_read_ago;

/* A date of which is known only that it is relative: the document has none. */
struct period relative_unknown(void);

/* The calendar unit around the document's date, or `offset` of them further on. */
struct period relative_around(const struct scan *scan, enum grain grain, long offset);

/*
 * The year that is named there by its distance: LAST YEAR, TWO YEARS AGO; `in` in front of it:
 * TWO YEARS. The token behind it, 0: none is.
 */
size_t relative_year(const struct scan *scan, size_t at, bool in, int *year);

/* The date so many units further on. */
struct date relative_move(struct date date, enum grain grain, long count);

/*
 * Which way "last", "this" or "next" points: -1, 0, 1. The token behind it, 0 where none is
 * there. "This past week" is a last one; in "is to last" it is a verb.
 */
size_t relative_pointer(const struct lexemes *lexemes, size_t at, int *direction);

#endif
