/*
 * stretch: two moments that are the ends of a stretch of time: between 1 June and 15 July, from
 * 9 to 5 pm, Tuesday from 7 to 7:30.
 */
#ifndef STRETCH_H
#define STRETCH_H

#include "period.h"
#include "scan.h"

/*
 * Reads a moment at `at`, or two that are the ends of a stretch. A bare hour can begin one
 * where the other end is surely a time. Returns the token behind it, 0 where none begins there.
 */
size_t stretch_read(const struct scan *scan, size_t at, struct period *period);

#endif
