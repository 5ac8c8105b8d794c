/*
 * sharing: what a number takes from the one before it, and two that are one.
 */
#ifndef SHARING_H
#define SHARING_H

#include "number.h"

/* "more than 30 and less than 40", "after 9 am but before 11": makes the second a part of the
 * one before it. False where they are two. */
bool sharing_merge(
	const struct lexemes *lexemes, struct number *before, const struct number *number);

/*
 * "to 600 million euros FROM 1.2 billion", "6.1% in May, up from 5.9": one unit for both.
 * `before` is the last number that is no date, `floor` the token behind the last of all.
 */
void sharing_unit(const struct lexemes *lexemes, const struct number *before, size_t floor,
	struct number *number);

/* le 6 avril et LE 27: a day of the month of the date before it, or of the next. `before` is
 * one of the last dates, or NULL. */
void sharing_month(
	const struct lexemes *lexemes, const struct number *before, struct number *number);

#endif
