/*
 * compound: quantities in more than one unit: 6 feet 2 inches, two hours and ten minutes.
 */
#ifndef COMPOUND_H
#define COMPOUND_H

#include "number.h"

/* Adds the parts in smaller units that stand behind a number that has a unit. */
void compound_read(const struct lexemes *lexemes, struct number *number);

/* Reads marks for feet and inches behind a number's amount into it: 5' 10". */
bool compound_read_marks(const struct lexemes *lexemes, struct number *number);

/* Reads how long a race took at `at`: 3:29.41; behind "in" and "of" 2:09:56 too. */
bool compound_read_clock(const struct lexemes *lexemes, size_t at, struct number *number);

#endif
