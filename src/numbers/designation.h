/*
 * designation: digits and number words that name a thing and count nothing: Su-27, Chapter 11,
 * 8th Regiment, version 2.4.1, 192.168.10.1, no one, 555-0199.
 */
#ifndef DESIGNATION_H
#define DESIGNATION_H

#include "number.h"

/*
 * Where a token or idiom at `at` begins something in digits or number words that is no
 * quantity, by its form alone: the token behind it, else 0.
 */
size_t designation_skip(const struct lexemes *lexemes, size_t at);

/* Whether the words around a number make it a name. `before` is the last count, or NULL. */
bool designation_is(const struct lexemes *lexemes, const struct number *number,
	const struct number *before);

#endif
