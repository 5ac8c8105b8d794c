/*
 * interval: the values that a figure may stand for. "11,000" is any amount that would be
 * written so, "about" widens it, "at least" leaves it open above. Amounts with a unit are in
 * the SI base of their dimension, so that miles and kilometres compare.
 */
#ifndef INTERVAL_H
#define INTERVAL_H

#include "corpus.h"
#include "unit.h"

enum bound {
	BOUND_NONE,
	BOUND_BELOW, /* at least: only low is known */
	BOUND_ABOVE, /* at most: only high is known */
};

struct interval {
	double low, high; /* as told, in the base unit */
	double slack;     /* what rounding leaves open on either side */
	double scale;     /* of its unit: how many of the base unit it is */
	double numeral; /* low as told, without its unit; to see whether numerals correspond */
	enum bound bound;
	bool result; /* low and high are two amounts: 52-48 */
};

/* False where the number has no value. `unit` may be NULL. */
bool interval_of(
	struct interval *interval, const struct number *number, const struct unit *unit);

/* Whether one amount could be meant by both. Two bounds of one kind compare as points. */
bool interval_agree(const struct interval *a, const struct interval *b);

/* The same of the amounts that bounds name: "at least 40" is 40. */
bool interval_same_point(const struct interval *a, const struct interval *b);

/* How far apart, 0 (the same) to 1: the difference beside the larger one. */
double interval_distance(const struct interval *a, const struct interval *b);

#endif
