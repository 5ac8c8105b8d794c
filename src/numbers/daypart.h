/*
 * daypart: parts of a day and the night between two: this evening, late last night, Friday am,
 * die Nacht zum Mittwoch.
 */
#ifndef DAYPART_H
#define DAYPART_H

#include "period.h"
#include "scan.h"

/* Reads the part of a day that begins at `at`; the token behind it, 0 where none does. */
size_t daypart_read(const struct scan *scan, size_t at, struct period *period);

/*
 * Reads behind a night at `at` which day it leads to or which two it lies between, into the
 * night's period. The token behind, 0 where nothing tells that.
 */
size_t daypart_read_night_to(const struct scan *scan, size_t at, struct period *period);

#endif
