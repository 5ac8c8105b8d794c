/*
 * absolute: what the readers of absolute dates share, and the rules themselves. absolute.c
 * knows days and months, numericdate.c dates in digits, year.c years and parts and many of
 * them.
 */
#ifndef ABSOLUTE_H
#define ABSOLUTE_H

#include "date.h"
#include "rule.h"

enum {
	DATE_YEAR_MIN = 1000,
	DATE_YEAR_MAX = 2199,
};

rule_read numeric_read_iso, numeric_read, numeric_read_slash;
rule_read year_read, year_read_decade, year_read_century, year_read_quarter;

/* Whether digits are glued to the token there, so that it is part of something longer. */
bool date_glued(const struct lexemes *lexemes, size_t at);

/* The year that two digits stand for: that nearer to the document's date. */
int date_full_year(const struct scan *scan, int year, size_t digits);

/* The year behind a day or a month: ", 2024", "of 1992". The token behind it, 0: none. */
size_t date_year_behind(const struct scan *scan, size_t at, int *year);

/* Whether what stands behind a number makes it a count: "In June 12 people died". */
bool date_counts(const struct lexemes *lexemes, size_t at);

/* Whether dates in digits begin with the day. */
bool date_day_first(const struct scan *scan);

#endif
