/*
 * age: how old somebody or something is: ten years old, aged 70, "Maria Lopes, 71,".
 */
#ifndef AGE_H
#define AGE_H

#include "number.h"

/*
 * Makes a number an age where the words around it say so, and takes those that tell a bound
 * into it, none before `floor`.
 */
void age_read(const struct lexemes *lexemes, size_t floor, struct number *number);

/* Makes a number the age of a cohort: the over-65S, under-16S. */
bool age_read_cohort(const struct lexemes *lexemes, struct number *number);

/* Reads an age in decades at `at`: in her late 20S, in his thirties. */
bool age_read_decade(const struct lexemes *lexemes, size_t at, struct number *number);

/* "aged 15 and 17": makes the second an age as the first is. */
void age_share(
	const struct lexemes *lexemes, const struct number *before, struct number *number);

/* "27 AND 29 years old": two ages. Tells the number before it. */
void age_share_back(
	const struct lexemes *lexemes, struct number *before, const struct number *number);

#endif
