/* likeness: how alike titles are, by their words. */
#ifndef LIKENESS_H
#define LIKENESS_H

#include <stdbool.h>

#include "slice.h"

/* The share of the shorter text's words that stand in the longer one: 0 to 1. */
double likeness(struct slice a, struct slice b);

/* Whether two texts have the same letters and digits in the same order, whatever their case,
 * accents, marks and spaces. */
bool likeness_same(struct slice a, struct slice b);

/* Whether the letters and digits of `part`, four at least, begin those of the whole. */
bool likeness_begins(struct slice part, struct slice whole);

/* Whether every word of `part` that is longer than a letter is one of the whole's words. */
bool likeness_holds(struct slice whole, struct slice part);

#endif
