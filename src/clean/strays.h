/*
 * strays: lines of a plain text that go for where they stand, whatever they say: labels among
 * buttons, what follows the report's end, lists of what is read most.
 */
#ifndef STRAYS_H
#define STRAYS_H

#include "sheet.h"

/* Drops them; buttons, headings of other articles and their like are dropped already. */
void strays_drop(struct sheet *sheet);

#endif
