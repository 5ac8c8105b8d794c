/* dateline: the place, date and agency that news begins with. */
#ifndef DATELINE_H
#define DATELINE_H

#include <stddef.h>

#include "slice.h"

enum {
	DATELINE_MAX = 120 /* no dateline is longer, in bytes */
};

/*
 * Where the dateline that a paragraph begins with ends, 0 where it has none. Full stops before
 * that end no sentence: `ST. PETERSBURG, Russia (AP) — `, `MOSCOW. Jan 31 (Interfax) - `,
 * `КИЇВ. 31 січня. УНІАН. `.
 */
size_t dateline_end(struct slice text);

#endif
