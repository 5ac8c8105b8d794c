/*
 * measure: the unit that stands behind an amount, and what it is per: 800 square kilometres,
 * 7 per cent, 41 degrees, 20 (kg), 3 litres a day.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include "number.h"

/*
 * Reads the unit that stands at `at`, behind the number's amount, into it; false where none
 * does.
 */
bool measure_read_unit(const struct lexemes *lexemes, size_t at, struct number *number);

/* Whether a rate may begin there. */
static inline bool
measure_may_be_rate(const struct lexemes *lexemes, size_t at)
{
	return is_mark(lexemes, at, '/') || is_operator(lexemes, at, OP(PER) | OP(A));
}

/* Reads "a month", "/day", "per second" at `at` into number->per. */
bool measure_read_rate(const struct lexemes *lexemes, size_t at, struct number *number);

/* Reads "below zero" behind a number's unit, which makes it negative. */
void measure_read_below_zero(const struct lexemes *lexemes, struct number *number);

/* Whether the sentence speaks of how warm it is, so that 45C is no code. */
bool measure_is_weather(const struct lexemes *lexemes);

#endif
