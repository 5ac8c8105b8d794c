/*
 * absolute: what the readers of absolute dates share, and the rules themselves. absolute.c
 * knows days and months, yearless.c the year they are of, numericdate.c dates in digits, year.c
 * years, decade.c many of them, quarter.c their quarters and halves, festival.c feasts.
 */
#ifndef ABSOLUTE_H
#define ABSOLUTE_H

#include "date.h"
#include "rule.h"

enum {
	DATE_YEAR_MIN = 1000,
	DATE_YEAR_MAX = 2199,
};

rule_read numeric_read_iso, numeric_read, numeric_read_points, numeric_read_slash,
	numeric_read_compact, numeric_read_slash_range;
rule_read festival_read;
rule_read year_read, year_read_named, year_read_of_era;
rule_read decade_read, decade_read_led, century_read, century_read_roman;
rule_read quarter_read, quarter_read_of_year;

/* Whether a text is the date of a feast as the table writes one: 12-25, -02, 11/4/4+1. */
bool festival_is_date(struct slice text);

/* The number that two digits of such a date are. */
int festival_digits(struct slice text, size_t at);

/* Whether digits are glued to the token there, so that it is part of something longer. */
bool date_glued(const struct lexemes *lexemes, size_t at);

/* The year that two digits stand for: that nearer to the document's date. */
int date_full_year(const struct scan *scan, int year, size_t digits);

/* The year behind a day or a month: ", 2024", "of 1992". The token behind it, 0: none. */
size_t date_year_behind(const struct scan *scan, size_t at, int *year);

/* The same of two digits, which end the sentence: 3 May 21. */
size_t date_short_year_behind(const struct scan *scan, size_t at, int *year);

/*
 * Moves a period to a year; 0: to the one that its clause, read from `at` on, and the
 * document's date suggest.
 */
void date_set_year(const struct scan *scan, size_t at, struct period *period, int year);

/* Whether what stands behind a number makes it a count: "In June 12 people died". */
bool date_counts(const struct lexemes *lexemes, size_t at);

/* A day of a month at `at`: 5, 21st, "the third"; the token behind it, 0: there is none. */
size_t date_day(const struct scan *scan, size_t at, int *day);

/* Whether dates in digits begin with the day. */
bool date_day_first(const struct scan *scan);

#endif
