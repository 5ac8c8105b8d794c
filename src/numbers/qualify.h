/*
 * qualify: how exact a number is said to be: about, at least, fewer than, or more.
 */
#ifndef QUALIFY_H
#define QUALIFY_H

#include "number.h"

/* Takes the qualifiers on both sides of the number into it; none before `floor`. */
void qualify(const struct lexemes *lexemes, size_t floor, struct number *number);

/*
 * The longest qualifier that stands before the token `end`, where numbers have theirs, and
 * begins at `floor` or behind it; NULL where there is none. "1000 and BELOW 1500": not "and
 * below".
 */
const struct entry *qualifier_before(
	const struct lexemes *lexemes, size_t floor, size_t end, size_t *tokens);

/*
 * Whether a qualifier that ends before `end` and has so many tokens compares what stands before
 * it: 20 percent LESS THAN 2019.
 */
bool qualifier_compares(const struct lexemes *lexemes, size_t end, size_t tokens);

/* Whether the number has a lower and an upper bound; a range and a point have both. */
bool has_low(const struct number *number);
bool has_high(const struct number *number);

#endif
