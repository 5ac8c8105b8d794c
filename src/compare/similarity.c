#include "similarity.h"

#include <math.h>

static const double COSINE = 0.75, ORDER = 0.25; /* shares of the two measures */

/* What is left where the one number of a sentence is another one, or most of several are. */
static const double DISAGREE_IN_ONE = 0.75, DISAGREE = 0.5;

static const float LITTLE = 0.25f;

static const double ROUNDING = 1e-4; /* of similarities */

enum {
	SHARED_MIN = 2,       /* stems of weight that a pair must share */
	SHARED_BITS_MIN = 20, /* and what they must tell together, */
	SHARED_BITS = 26,     /* or, where that is little of one of them, */
	WHOLE_MIN = 6,        /* words that are the same in both */
};

bool
similarity_possible(const struct glance *glance, float least)
{
	if (glance->words >= WHOLE_MIN && glance->words >= glance->words_a &&
		glance->words >= glance->words_b)
		return true; /* all the same, it may be */
	if (glance->stems < SHARED_MIN || glance->weight < SHARED_BITS_MIN)
		return false;
	unsigned lighter =
		glance->weight_a < glance->weight_b ? glance->weight_a : glance->weight_b;
	unsigned told = glance->weight + glance->words;
	double most = told < lighter ? (double)told / lighter : 1;
	double cosine = glance->product / sqrt((double)glance->norm_a * glance->norm_b);
	return COSINE * cosine + ORDER * most >= least - ROUNDING;
}

void
compared_make(struct compared *compared, const uint32_t *terms, size_t count)
{
	places_make(&compared->places, terms, count);
	compared->numbers = 0;
	compared->norm = 0;
	compared->weight = (float)count;
	for (size_t i = 0; i < count; i++) {
		float weight = (float)similarity_weight(terms[i]);
		compared->numbers += (terms[i] & TERM_NUMBER) != 0;
		compared->norm += weight * weight;
		compared->weight += weight;
	}
}

void
compared_free(struct compared *compared)
{
	alignment_free(&compared->alignment);
}

/* What two sentences share. */
struct overlap {
	float product, weight;
	unsigned words, stems, numbers; /* that both have; stems: of weight */
	unsigned numbers_a, numbers_b;  /* that each has */
	float norm_b;
	float weight_a, weight_b; /* of all words of each, and one for each word's place */
};

static struct overlap
overlap_of(const struct compared *compared, const uint32_t *b, size_t count)
{
	const struct places *a = &compared->places;
	struct overlap overlap = {.numbers_a = compared->numbers,
		.weight_a = compared->weight,
		.weight_b = (float)count};
	for (size_t i = 0; i < count; i++) {
		float weight = (float)similarity_weight(b[i]);
		bool number = b[i] & TERM_NUMBER;
		overlap.weight_b += weight;
		overlap.norm_b += weight * weight;
		overlap.numbers_b += number;
		int place = places_find(a, b[i]);
		if (place < 0)
			continue;
		overlap.words++;
		overlap.product += weight * (float)similarity_weight(a->terms[place]);
		overlap.weight += weight;
		overlap.stems += weight > 0;
		overlap.numbers += number;
	}
	return overlap;
}

/* Below 1 where the sentences have numbers and share less than half of the fewer. */
static double
agreement_of(const struct overlap *overlap)
{
	unsigned fewer = overlap->numbers_a < overlap->numbers_b ? overlap->numbers_a
								 : overlap->numbers_b;
	if (fewer == 0 || 2 * overlap->numbers >= fewer)
		return 1;
	return fewer > 1 ? DISAGREE : DISAGREE_IN_ONE;
}

static double
in_order(struct compared *compared, const uint32_t *b, size_t b_count)
{
	const struct places *a = &compared->places;
	struct alignment *alignment = &compared->alignment;
	align(alignment, (uint32_t)TERM_STEM, a->terms, a->count, b, b_count);
	double weight = 0;
	for (size_t i = 0; i < alignment->count; i++)
		weight += similarity_weight(a->terms[alignment->matches[i].a]) + 1;
	return weight;
}

/*
 * Whether they share too little to tell: "a mother of twelve" in a long sentence. Where all is
 * the same it tells enough, though everybody has those words.
 */
static bool
is_slight(const struct overlap *overlap, size_t longer)
{
	if (overlap->words >= WHOLE_MIN && overlap->words == longer)
		return overlap->norm_b <= 0;
	float heavier = fmaxf(overlap->weight_a, overlap->weight_b);
	return overlap->stems < SHARED_MIN || overlap->weight < SHARED_BITS_MIN ||
	       (overlap->weight < SHARED_BITS &&
		       overlap->weight + (float)overlap->words < LITTLE * heavier);
}

float
similarity(struct compared *compared, const uint32_t *terms, size_t count, float least)
{
	struct overlap overlap = overlap_of(compared, terms, count);
	size_t longer = count > compared->places.count ? count : compared->places.count;
	if (is_slight(&overlap, longer))
		return 0;
	double cosine = overlap.product / sqrt((double)compared->norm * overlap.norm_b);
	double lighter = fmin(overlap.weight_a, overlap.weight_b);
	double agreement = agreement_of(&overlap);
	double most = fmin(1, (overlap.weight + overlap.words) / lighter);
	if ((COSINE * cosine + ORDER * most) * agreement < least)
		return 0;
	double order = in_order(compared, terms, count) / lighter;
	return (float)((COSINE * cosine + ORDER * order) * agreement);
}
