/*
 * money: sums, with the sign, code or name of their currency on either side: $5 million, EUR
 * 20, 75 USD million, 20 dollars 50 cents.
 */
#ifndef MONEY_H
#define MONEY_H

#include "number.h"

/* Reads the sum whose currency stands at `at`, before its amount. */
bool money_read_before(const struct lexemes *lexemes, size_t at, struct number *number);

/* Reads the currency at `at`, behind the number's amount, into it. */
bool money_read_behind(const struct lexemes *lexemes, size_t at, struct number *number);

#endif
