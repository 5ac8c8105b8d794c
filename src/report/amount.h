/*
 * amount: values as a person reads them ("≥ 31", "$240 million", "300 sq mi"), and whether two
 * of them can both be true.
 */
#ifndef AMOUNT_H
#define AMOUNT_H

#include "buffer.h"
#include "findings.h"
#include "unit.h"

struct shown_unit {
	struct slice one, many;
	bool before;         /* a sign that stands before the amount */
	struct slice metric; /* the unit it is also told in; empty: none */
};

/* All zero before amounts_read(). */
struct amounts {
	struct units units;
	struct shown_unit *shown;
	size_t count, capacity;
	struct map by_symbol;
};

void amounts_read(struct amounts *amounts);
void amounts_free(struct amounts *amounts);

enum amount_form {
	AMOUNT_FULL,  /* $240 million */
	AMOUNT_SHORT, /* $240M, for the cells of a table */
};

/* Adds the value as a person reads it, or `surface` where the value is not known. */
void amount_add(struct buffer *to, const struct amounts *amounts, const struct value *value,
	struct slice surface, enum amount_form form);

/*
 * Adds the value in the metric unit that goes with its own, rounded to three digits. False
 * where there is none.
 */
bool amount_add_metric(
	struct buffer *to, const struct amounts *amounts, const struct value *value);

/* Whether no amount fits both values, rounded as they are. Dates and what else is no number
 * compare as text. */
bool amounts_apart(const struct amounts *amounts, const struct value *a, const struct value *b);

/*
 * What the value's unit measures ("length"); the empty slice for counts, money, and the
 * unknown.
 */
struct slice amount_dimension(const struct amounts *amounts, const struct value *value);

/* Whether the larger of two amounts is told first, as in a vote of 31-24; it is shown so. */
bool amount_is_turned(const struct value *value, struct slice surface);

#endif
