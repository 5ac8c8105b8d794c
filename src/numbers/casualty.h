/*
 * casualty: what happened to those who are counted: killed, wounded, missing.
 */
#ifndef CASUALTY_H
#define CASUALTY_H

#include "number.h"

/*
 * Behind the noun of the number that begins at `first`: "(have been) killed", "deployed there
 * have been killed". Returns the token behind it, `at` where nothing is said.
 */
size_t casualty_behind(
	const struct lexemes *lexemes, size_t first, size_t at, struct slice *state);

/*
 * Before the number: "killed 21 soldiers", "the killing of 21", "injuries to 40". `before` is
 * the last count, or NULL.
 */
struct slice casualty_before(
	const struct lexemes *lexemes, size_t first, const struct number *before);

/* What a number alone stands for: "the number of dead at 31", "the toll rose to 31". */
struct slice casualty_led_in(const struct lexemes *lexemes, size_t first);

/* Whether such a word stands right before the number: killing 14, INJURING another 31. */
bool casualty_is_before(const struct lexemes *lexemes, size_t first);

#endif
