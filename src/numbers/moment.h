/*
 * moment: a day, a time of day, or both in either order: tomorrow at 5 pm, 9:30 on Thursday,
 * the night of 4 March.
 */
#ifndef MOMENT_H
#define MOMENT_H

#include "period.h"
#include "scan.h"

/*
 * Reads the moment that begins at `at`; a bare hour only where `hour` says that one may stand
 * there. Returns the token behind it, 0 where none begins there.
 */
size_t moment_read(const struct scan *scan, size_t at, bool hour, struct period *period);

/* The same, of an hour behind "at" with a day or a part of it behind: at 7 in the evening */
size_t moment_read_hour_first(const struct scan *scan, size_t at, struct period *period);

#endif
