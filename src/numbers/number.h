/*
 * number: what a number record says, and the grammar that finds it in lexemes.
 */
#ifndef NUMBER_H
#define NUMBER_H

#include "amount.h"
#include "decimal.h"
#include "lexeme.h"
#include "memory.h"
#include "unit.h"

enum number_kind {
	NUMBER_COUNT,
	NUMBER_ORDINAL,
	NUMBER_PERCENT,
	NUMBER_FRACTION,
	NUMBER_MONEY,
	NUMBER_MEASURE,
	NUMBER_DURATION,
	NUMBER_DATE,
	NUMBER_TIME,
	NUMBER_AGE,
	NUMBER_CHANGE,
	NUMBER_RATIO,
};

enum {
	MOMENT_SIZE = 24 /* "2024-06-01T12:00" and some */
};

struct number {
	size_t first, next; /* its tokens */
	enum number_kind kind;
	enum qualifier qualifier;
	struct decimal low, high;                /* both the same for a point; see qualifier */
	char from[MOMENT_SIZE], to[MOMENT_SIZE]; /* of a date or time; "": not known */
	struct slice currency;
	const struct unit *unit, *per;
	struct slice what[2];   /* the noun phrase counted, and what happened to it */
	bool gauged;            /* `what` is what it measures: magnitude */
	size_t rate, rate_next; /* the tokens of "a month" behind the noun; 0: none */
	struct amount amount;   /* the last one read */
};

/* A number of which only the first token is known. */
static inline void
number_begin(struct number *number, size_t first)
{
	memory_clear(number, sizeof *number);
	number->first = first;
}

/* Whether a unit, NULL where there is none, is one of time. */
static inline bool
unit_is_time(const struct unit *unit)
{
	return unit && slice_is(unit->dimension, "time");
}

/* Whether only an amount was read, no unit. */
static inline bool
number_is_bare(const struct number *number)
{
	return !number->unit && number->currency.len == 0 && number->kind == NUMBER_COUNT;
}

#endif
