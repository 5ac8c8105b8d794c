/*
 * date: days and longer periods, absolute (9 January 2025, 2019-20, the 1970s) and relative to
 * the document's date (last month, three weeks ago, on Sunday).
 */
#ifndef DATE_H
#define DATE_H

#include "period.h"
#include "scan.h"

/*
 * Reads the longest date that begins at `at`, without a time of day. Returns the token behind
 * it, 0 where none begins there.
 */
size_t date_read(const struct scan *scan, size_t at, struct period *period);

/* The parts: absolute dates, and those relative to the document's. As date_read(). */
size_t absolute_read(const struct scan *scan, size_t at, struct period *period);
size_t relative_read(const struct scan *scan, size_t at, struct period *period);

/* As date_read(), of dates that are named at once, and of their parts: the end of May. */
size_t date_read_plain(const struct scan *scan, size_t at, struct period *period);
size_t date_read_part(const struct scan *scan, size_t at, struct period *period);

/* What length.c knows. As date_read(). */
size_t length_read(const struct scan *scan, size_t at, struct period *period);

/* The year in digits, or of four digits in words, at `at`. */
size_t date_year(const struct scan *scan, size_t at, int *year);

/* The calendar unit that is named there: week, months, quarter. How many tokens; 0: none. */
size_t date_grain(const struct lexemes *lexemes, size_t at, enum grain *grain);

#endif
