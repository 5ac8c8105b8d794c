/*
 * age: how old somebody or something is: ten years old, aged 70, "Maria Lopes, 71,".
 */
#ifndef AGE_H
#define AGE_H

#include "number.h"

/* Makes a number an age where the words around it say so. */
void age_read(const struct lexemes *lexemes, struct number *number);

/* "aged 15 and 17": makes the second an age as the first is. */
void age_share(
	const struct lexemes *lexemes, const struct number *before, struct number *number);

#endif
