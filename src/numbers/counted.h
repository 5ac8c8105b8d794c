/*
 * counted: what a number counts: the head noun phrase to its right (or its left, or that of the
 * count before), and what happened to those counted: killed, wounded, missing.
 */
#ifndef COUNTED_H
#define COUNTED_H

#include "number.h"

/*
 * Fills number->what, and number->per where a rate stands behind the noun. `before` is the last
 * count of the sentence, or NULL.
 */
void counted_read(
	const struct lexemes *lexemes, struct number *number, const struct number *before);

#endif
