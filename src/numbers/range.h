/*
 * range: two quantities that are the ends of one: 30,000 to 45,000; between $500 million and
 * $700 million; two or three tons; 12-18 inches. Also 52-48, which is a ratio.
 */
#ifndef RANGE_H
#define RANGE_H

#include "number.h"

/*
 * Reads a quantity at `at`, and the range that it begins where it does. What stands between
 * `floor` and `at` (between, from) may be taken too.
 */
bool range_read(const struct lexemes *lexemes, size_t floor, size_t at, struct number *number);

#endif
