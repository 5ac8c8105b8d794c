/*
 * when: dates and times of day as numbers: a moment or a stretch of time, with what leads it
 * in.
 */
#ifndef WHEN_H
#define WHEN_H

#include "number.h"
#include "scan.h"

/* Reads what begins at `at`, and takes what leads it in ("before"); false where nothing does.
 */
bool when_read(const struct scan *scan, size_t at, struct number *number);

#endif
