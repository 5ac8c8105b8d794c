/*
 * lasting: stretches told by how long they last and when they begin: three hours from 10 am,
 * a day starting on Friday at 5 pm, two weeks, from 3 June.
 */
#ifndef LASTING_H
#define LASTING_H

#include "period.h"
#include "scan.h"

/* Reads the stretch that begins with its length. The token behind it, 0 where none is there. */
size_t lasting_read(const struct scan *scan, size_t at, struct period *period);

/*
 * Lengthens a time of day by the length behind it: from 2 pm FOR three hours. Returns the token
 * behind that; `next` where there is none.
 */
size_t lasting_read_behind(const struct scan *scan, size_t next, struct period *period);

#endif
