/*
 * compound: quantities in more than one unit: 6 feet 2 inches, two hours and ten minutes.
 */
#ifndef COMPOUND_H
#define COMPOUND_H

#include "number.h"

/* Adds the parts in smaller units that stand behind a number that has a unit. */
void compound_read(const struct lexemes *lexemes, struct number *number);

#endif
