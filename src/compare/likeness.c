#include "likeness.h"

#include <math.h>

static const float NEVER = -20;
static const double SMALL = 10; /* counts below are told of many things */

/* The share of their weight that two bags have in common (cosine). */
static double
bags_alike(const struct bag *a, const struct bag *b)
{
	double product = 0;
	if (a->norm <= 0 || b->norm <= 0)
		return 0;
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		uint32_t left = a->items[i].stem, right = b->items[j].stem;
		if (left == right)
			product += a->items[i].weight * b->items[j].weight;
		i += left <= right;
		j += right <= left;
	}
	return product / sqrt(a->norm * b->norm);
}

static bool
bags_meet(const struct bag *a, const struct bag *b)
{
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		uint32_t left = a->items[i].stem, right = b->items[j].stem;
		if (left == right)
			return true;
		i += left <= right;
		j += right <= left;
	}
	return false;
}

static bool
is_extent(struct slice dimension)
{
	return slice_is(dimension, "length") || slice_is(dimension, "area");
}

bool
likeness_possible(const struct figure *a, const struct figure *b)
{
	if (!slice_equal(a->rate, b->rate))
		return false;
	if (slice_equal(a->dimension, b->dimension))
		return true;
	return is_extent(a->dimension) && is_extent(b->dimension) &&
	       a->interval.numeral == b->interval.numeral;
}

enum feature_of_pair {
	SAME_HEAD,
	OTHER_HEAD,
	SAME_FRAME,
	OTHER_FRAME,
	WHAT,
	NEAR,
	ALL,
	SAME_VALUE,
	RARE_VALUE,
	AGREE,
	DISTANCE,
	SAME_NAME,
	NO_NAME,
	SAME_REPORT,
	COUNTED,
	SAME_UNIT,
	OTHER_SMALL,
	FEATURES
};

static void
measure(double feature[FEATURES], const struct figure *a, const struct figure *b)
{
	bool agree = slice_equal(a->dimension, b->dimension) &&
		     interval_agree(&a->interval, &b->interval);
	bool same = interval_distance(&a->interval, &b->interval) == 0;
	bool heads = a->head && b->head, frames = a->frame && b->frame;
	bool age = slice_is(a->dimension, "age");
	feature[SAME_HEAD] = heads && a->head == b->head;
	feature[OTHER_HEAD] = heads && a->head != b->head;
	feature[SAME_FRAME] = frames && a->frame == b->frame;
	feature[OTHER_FRAME] = frames && a->frame != b->frame;
	feature[WHAT] = bags_alike(&a->what, &b->what);
	feature[NEAR] = bags_alike(&a->near, &b->near);
	feature[ALL] = bags_alike(&a->all, &b->all);
	feature[SAME_VALUE] = same;
	feature[RARE_VALUE] = same ? (a->rarity > b->rarity ? a->rarity : b->rarity) : 0;
	feature[AGREE] = agree && !same;
	feature[DISTANCE] = interval_distance(&a->interval, &b->interval);
	feature[SAME_NAME] = age && bags_meet(&a->names, &b->names);
	feature[NO_NAME] = age && !bags_meet(&a->names, &b->names);
	feature[SAME_REPORT] = a->report == b->report;
	feature[COUNTED] = slice_is(a->dimension, "count");
	feature[SAME_UNIT] = a->unit.len > 0 && slice_equal(a->unit, b->unit);
	feature[OTHER_SMALL] = !agree && !same && fabs(a->interval.numeral) < SMALL &&
			       fabs(b->interval.numeral) < SMALL;
}

static const double weights[FEATURES] = {
	[SAME_HEAD] = 0,
	[OTHER_HEAD] = -0.9,
	[SAME_FRAME] = 1.4,
	[OTHER_FRAME] = 0,
	[WHAT] = 1.5,
	[NEAR] = 1.7,
	[ALL] = 2,
	[SAME_VALUE] = -1,
	[RARE_VALUE] = 3.3,
	[AGREE] = 0.3,
	[DISTANCE] = -2.8,
	[SAME_NAME] = 0,
	[NO_NAME] = -1,
	[SAME_REPORT] = -1.5,
	[COUNTED] = -0.5,
	[SAME_UNIT] = 1,
	[OTHER_SMALL] = -0.3,
};

static const double BIAS = 0;

/* An amount and the same in other units beside it: "13 nautical miles, or 24 km". */
static bool
is_conversion(const struct figure *a, const struct figure *b)
{
	return slice_equal(a->dimension, b->dimension) && !slice_is(a->dimension, "count") &&
	       !slice_is(a->dimension, "age") && interval_agree(&a->interval, &b->interval);
}

float
likeness(const struct figure *a, const struct figure *b, bool same_voice)
{
	if (a->sentence == b->sentence) {
		if (is_conversion(a, b))
			return 3;
		if (same_voice)
			return NEVER;
	}
	double feature[FEATURES], sum = BIAS;
	measure(feature, a, b);
	for (size_t i = 0; i < FEATURES; i++)
		sum += weights[i] * feature[i];
	return (float)sum;
}
