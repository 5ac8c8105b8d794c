/*
 * quantity: one amount with its unit or currency, on whichever side it stands: $5 million,
 * 20 euros, 800 square kilometres, 7 per cent, 3 weeks, 6 feet 2 inches.
 */
#ifndef QUANTITY_H
#define QUANTITY_H

#include "number.h"

/* Reads the quantity whose first token is `at`. `flags` are those of amount_read(). */
bool quantity_read(
	const struct lexemes *lexemes, size_t at, unsigned flags, struct number *number);

/* Reads an amount with its unit at `at`, as further parts of a quantity are: 2 INCHES. */
bool quantity_read_part(const struct lexemes *lexemes, size_t at, struct number *number);

/* For money.c and measure.c: takes an amount into a number; multiplies it; whether a minus sign
 * stands there.
 */
void quantity_take_amount(struct number *number, const struct amount *amount);
void quantity_multiply(struct number *number, struct decimal factor);
bool quantity_is_minus(const struct lexemes *lexemes, size_t at);

#endif
