/*
 * lifespan: years and months that are an age and no length of time: ten years old, im Alter von
 * 12 Jahren, un homme de 34 ans.
 */
#ifndef LIFESPAN_H
#define LIFESPAN_H

#include "number.h"

/*
 * Makes an age of a duration, or of digits with a word that has the years in it (34-jährig),
 * where the words around say so; the words are looked for from `floor` on.
 */
void lifespan_read(const struct lexemes *lexemes, size_t floor, struct number *number);

/* The token behind the second of two ages whose first ends before `at`; `at` if it is one. */
size_t lifespan_end_of_pair(const struct lexemes *lexemes, size_t at);

#endif
