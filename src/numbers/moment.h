/*
 * moment: dates and times of day as they stand together, alone or as the ends of a stretch:
 * tomorrow at 5 pm, 9:30 on Thursday, between 1 June and 15 July, before 2010.
 */
#ifndef MOMENT_H
#define MOMENT_H

#include "number.h"
#include "scan.h"

/* Reads what begins at `at`, and takes what leads it in ("before"); false where nothing does.
 */
bool moment_read(const struct scan *scan, size_t at, struct number *number);

#endif
