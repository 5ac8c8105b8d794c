/* dateline: where, when and for whom a report was written, in front of its first sentence:
 * "LINDAU, 12 March 2024 (AFP) - The bridge …". */
#ifndef DATELINE_H
#define DATELINE_H

#include "slice.h"

/* The dateline that a text begins with, its dash left out; empty where there is none. */
struct slice dateline_in_front(struct slice text);

/* The outlet that a dateline names in brackets; empty where it names none. */
struct slice dateline_outlet(struct slice dateline);

#endif
