#include "likeness.h"

#include <math.h>

#include "change.h"
#include "loss.h"
#include "weights.h"

/* Of two figures in one sentence: the same in other units, or two quantities. */
static const float CONVERSION = 3, NEVER = -20;

static const double LOOSE = 0.25; /* the words around two figures have little in common */
static const double TENTH = 0.9;  /* the distance of one that is a tenth of the other */
static const double FEW = 13;     /* a value below is met by chance */
static const double SMALL = 10;   /* counts below are told of many things */

void
likened_make(struct likened *likened, const uint32_t *terms, const struct figure *figure,
	const struct company *company)
{
	likened->terms = terms;
	likened->figure = figure;
	likened->company = company;
	places_make(&likened->places, terms + figure->first, figure->terms);
}

static bool
is_extent(uint32_t dimension)
{
	return dimension == DIMENSION_LENGTH || dimension == DIMENSION_AREA;
}

static bool
is_whole(const struct figure *figure)
{
	return figure->interval.numeral == floor(figure->interval.numeral);
}

/* A magnitude of 6.4 is no number of dead. */
static bool
are_counts_apart(const struct figure *a, const struct figure *b)
{
	return a->dimension == DIMENSION_COUNT && b->dimension == DIMENSION_COUNT &&
	       is_whole(a) != is_whole(b) && (a->head == 0 || a->head != b->head);
}

bool
likeness_possible(const struct figure *a, const struct figure *b)
{
	if (a->rate != b->rate || are_counts_apart(a, b) || !change_comparable(a, b))
		return false;
	return a->dimension == b->dimension ||
	       (is_extent(a->dimension) && is_extent(b->dimension) &&
		       a->interval.numeral == b->interval.numeral);
}

/* What the words of two figures share: products of their weights. */
struct shared {
	float what, near, all;
	bool name;
};

static struct shared
shared_words(const struct likened *likened, const struct figure *other)
{
	const struct figure *figure = likened->figure;
	const uint32_t *terms = likened->terms + other->first;
	struct shared shared = {0};
	for (uint32_t i = 0; i < other->terms; i++) {
		uint32_t term = terms[i];
		if ((term & TERM_NUMBER) || !(term & WEIGHT))
			continue;
		int place = places_find(&likened->places, term);
		if (place < 0)
			continue;
		float product = term_weight(term) * term_weight(likened->places.terms[place]);
		uint64_t here = (uint64_t)1 << i, there = (uint64_t)1 << place;
		shared.all += product;
		shared.near += (other->near & here) && (figure->near & there) ? product : 0;
		shared.what += (other->what & here) && (figure->what & there) ? product : 0;
		shared.name |= (other->names & here) && (figure->names & there);
	}
	return shared;
}

static double
cosine(float product, float norm_a, float norm_b)
{
	return product > 0 ? product / sqrt((double)norm_a * norm_b) : 0;
}

/*
 * 1 where one was so before, was expected, is a limit or somebody else's, 3 where it is one
 * and the other; 6 where the values differ: they do not contradict each other.
 */
static double
other_standpoint(const struct figure *a, const struct figure *b, bool agree)
{
	uint32_t left = a->circumstance.standpoint, right = b->circumstance.standpoint;
	if (left == right)
		return 0;
	if (!agree)
		return 6;
	return left && right ? 3 : 1;
}

/* Whose age? The magnitude of which quake? */
static bool
wants_name(const struct figure *figure)
{
	return figure->dimension == DIMENSION_AGE ||
	       (figure->dimension == DIMENSION_COUNT && !is_whole(figure));
}

/* Shares, sums and spans of time are told of everything. */
static bool
is_abstract(uint32_t dimension)
{
	return dimension != DIMENSION_COUNT && dimension != DIMENSION_AGE &&
	       !is_extent(dimension);
}

/* What is measured in one unit is one thing the less, the less the values agree. */
static double
same_unit(const struct figure *a, const struct figure *b, bool agree)
{
	if (!a->unit || a->unit != b->unit)
		return 0;
	return agree || a->dimension == DIMENSION_AGE ? 1 : 0.8;
}

/* "512 miles", "824 km": in other units few amounts are the same by chance. */
static bool
is_converted(const struct figure *a, const struct figure *b, bool agree)
{
	return agree && a->interval.scale != b->interval.scale;
}

static bool
other_frame(const struct figure *a, const struct figure *b)
{
	return a->frame && b->frame && a->frame != b->frame;
}

/* Few things double or shrink by half in one event, or are told as what they were and became.
 */
static bool
change_alike(const struct figure *a, const struct figure *b)
{
	return a->change && a->change == b->change && !other_frame(a, b) &&
	       a->circumstance.move == b->circumstance.move &&
	       (a->derived || b->derived || (a->factor && b->factor));
}

enum feature_of_pair {
	SAME_FRAME,
	WHAT,
	NEAR,
	ALL,
	RARE_VALUE,
	AGREE,
	DISTANCE,
	NO_NAME,
	SAME_REPORT,
	COUNTED,
	SAME_UNIT,
	OTHER_SMALL,
	SHARE,
	OTHER_STANDPOINT,
	OTHER_YEAR,
	OTHER_DIRECTION,
	TENFOLD,
	PASSING,
	SAME_SPEAKER,
	FEW_OF_OTHERS,
	OTHER_PART,
	SAME_CHANGE,
	OTHER_WHOLE,
	OTHER_SUBJECT,
	FEATURES
};

static void
measure_circumstances(
	double feature[FEATURES], const struct figure *a, const struct figure *b, bool agree)
{
	const struct circumstance *here = &a->circumstance, *there = &b->circumstance;
	bool told_alike =
		a->dimension == b->dimension && interval_same_point(&a->interval, &b->interval);
	feature[OTHER_STANDPOINT] = other_standpoint(a, b, agree);
	feature[OTHER_YEAR] = here->year != there->year && !told_alike;
	feature[OTHER_DIRECTION] =
		a->interval.low != b->interval.low &&
		(here->direction | there->direction) == (WORD_UP | WORD_DOWN);
}

/* "14 wounded in Kharkiv", "31 wounded in Odesa" */
static bool
are_of_others(const struct likened *likened, const struct figure *other, bool agree)
{
	const struct figure *figure = likened->figure;
	return !agree && figure->dimension != DIMENSION_AGE &&
	       subjects_apart(likened->company, &figure->subject, &other->subject);
}

static void
measure(double feature[FEATURES], const struct likened *likened, const struct figure *b)
{
	const struct figure *a = likened->figure;
	/* where the dimensions are not the same the numerals are (likeness_possible) */
	bool measured = a->dimension == b->dimension;
	struct interval left = change_amount(a, b), right = change_amount(b, a);
	bool agree = measured && interval_agree(&left, &right);
	double distance = measured ? interval_distance(&left, &right) : 0;
	bool same = distance == 0;
	struct shared shared = shared_words(likened, b);
	bool other_head = a->head && b->head && a->head != b->head;
	bool losses = loss_of_both(a, b);
	feature[SAME_FRAME] = losses || (a->frame && a->frame == b->frame);
	feature[WHAT] = cosine(shared.what, a->what_norm, b->what_norm);
	feature[NEAR] = cosine(shared.near, a->near_norm, b->near_norm);
	feature[ALL] = cosine(shared.all, a->all_norm, b->all_norm);
	feature[RARE_VALUE] =
		same || is_converted(a, b, agree) ? fmax(a->rarity, b->rarity) : 0;
	feature[AGREE] = agree && !same;
	feature[DISTANCE] = distance;
	feature[NO_NAME] = wants_name(a) && !shared.name;
	feature[SAME_REPORT] = a->report == b->report && !same;
	feature[COUNTED] = a->dimension == DIMENSION_COUNT;
	feature[SAME_UNIT] = same_unit(a, b, agree);
	feature[SHARE] = a->dimension == DIMENSION_SHARE;
	feature[TENFOLD] = !agree && distance > TENTH;
	feature[SAME_CHANGE] = losses || change_alike(a, b);
	feature[PASSING] = !feature[SAME_CHANGE] && !agree && !same &&
			   is_abstract(a->dimension) && shared.what <= 0 &&
			   feature[NEAR] < LOOSE && !feature[SAME_FRAME];
	feature[OTHER_WHOLE] = feature[SHARE] && !feature[SAME_CHANGE] && !agree && !same &&
			       feature[NEAR] < LOOSE && !feature[SAME_FRAME];
	feature[SAME_SPEAKER] = a->speaker && a->speaker == b->speaker;
	feature[FEW_OF_OTHERS] = other_head && same && fabs(a->interval.numeral) < FEW;
	feature[OTHER_PART] = a->part != b->part || (a->whole != b->whole && !agree && !same);
	feature[OTHER_SMALL] = !feature[SAME_CHANGE] && !agree && !same &&
			       fabs(a->interval.numeral) < SMALL &&
			       fabs(b->interval.numeral) < SMALL;
	feature[OTHER_SUBJECT] = are_of_others(likened, b, agree || same) ? feature[ALL] : 0;
	measure_circumstances(feature, a, b, agree || same);
}

static const double weights[FEATURES] = {
	[SAME_FRAME] = 1.4,
	[WHAT] = 1.5,
	[NEAR] = 3,
	[ALL] = 2,
	[RARE_VALUE] = 2.8,
	[AGREE] = 0.3,
	[DISTANCE] = -2.7,
	[NO_NAME] = -1,
	[SAME_REPORT] = -1.5,
	[COUNTED] = -0.5,
	[SAME_UNIT] = 1,
	[OTHER_SMALL] = -0.3,
	[SHARE] = -0.5, /* of the same whole? */
	[OTHER_STANDPOINT] = -1.5,
	[OTHER_YEAR] = -6,
	[OTHER_DIRECTION] = -3,
	[TENFOLD] = -2,   /* one of them counts a part */
	[PASSING] = -0.4, /* "14 days to appeal", "10 days after the verdict" */
	[SAME_SPEAKER] = 0.3,
	[OTHER_PART] = -2,
	[FEW_OF_OTHERS] = -0.8,
	[OTHER_WHOLE] = -0.7, /* half of all their ammunition, a third of what one took along */
	[OTHER_SUBJECT] = -10, /* the more the words are the same but for the names */
	[SAME_CHANGE] = 1.2,   /* "halved", "from 11,000 to 4,000" */
};

/* An amount and the same in other units beside it: "13 nautical miles, or 24 km". */
static bool
is_conversion(const struct figure *a, const struct figure *b)
{
	return a->dimension == b->dimension && a->dimension > DIMENSION_AGE &&
	       interval_agree(&a->interval, &b->interval);
}

float
likeness(const struct likened *likened, const struct figure *other)
{
	const struct figure *figure = likened->figure;
	bool derived = figure->derived || other->derived;
	if (figure->sentence == other->sentence && !derived && is_conversion(figure, other))
		return CONVERSION;
	/* two speakers may give one quantity in one sentence */
	if (figure->sentence == other->sentence &&
		(derived || !figure_two_voices(figure, other)))
		return NEVER;
	double feature[FEATURES], sum = 0;
	measure(feature, likened, other);
	for (size_t i = 0; i < FEATURES; i++)
		sum += weights[i] * feature[i];
	return (float)sum;
}
