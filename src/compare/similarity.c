#include "similarity.h"

#include <math.h>

static const double COSINE = 0.6, ORDER = 0.4; /* shares of the two measures */

static const float LITTLE = 0.25f;

enum {
	SHARED_MIN = 2,       /* stems of weight that a pair must share */
	SHARED_BITS_MIN = 16, /* and what they must tell together, */
	WHOLE_MIN = 6,        /* words */
	SHARED_BITS = 26,     /* or, where that is little of one of them, */
};

void
compared_make(struct compared *compared, const struct terms *terms, size_t sentence)
{
	size_t count;
	const uint32_t *items = terms_of(terms, sentence, &count);
	compared->terms = terms;
	compared->sentence = sentence;
	places_make(&compared->places, items, count);
	compared->numbers = 0;
	compared->weight = (float)count;
	for (size_t i = 0; i < count; i++) {
		compared->numbers += (items[i] & TERM_NUMBER) != 0;
		compared->weight += term_weight(items[i]);
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
		float weight = term_weight(b[i]);
		bool number = b[i] & TERM_NUMBER;
		overlap.weight_b += weight;
		overlap.numbers_b += number;
		int place = places_find(a, b[i]);
		if (place < 0)
			continue;
		overlap.words++;
		overlap.product += weight * term_weight(a->terms[place]);
		overlap.weight += weight;
		overlap.stems += weight > 0;
		overlap.numbers += number;
	}
	return overlap;
}

/* Below 1 where the sentences have numbers and share less than half of the fewer. */
static double
disagreement(const struct overlap *overlap)
{
	unsigned fewer = overlap->numbers_a < overlap->numbers_b ? overlap->numbers_a
								 : overlap->numbers_b;
	if (fewer == 0 || 2 * overlap->numbers >= fewer)
		return 1;
	return fewer > 1 ? 0.7 : 0.85;
}

static double
in_order(struct compared *compared, const uint32_t *b, size_t b_count)
{
	const struct places *a = &compared->places;
	struct alignment *alignment = &compared->alignment;
	align(alignment, (uint32_t)TERM_STEM, a->terms, a->count, b, b_count);
	double weight = 0;
	for (size_t i = 0; i < alignment->count; i++)
		weight += term_weight(a->terms[alignment->matches[i].a]) + 1;
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
		return false;
	float heavier = fmaxf(overlap->weight_a, overlap->weight_b);
	return overlap->stems < SHARED_MIN || overlap->weight < SHARED_BITS_MIN ||
	       (overlap->weight < SHARED_BITS &&
		       overlap->weight + (float)overlap->words < LITTLE * heavier);
}

double
similarity(struct compared *compared, size_t other, double least)
{
	const struct terms *terms = compared->terms;
	size_t count;
	const uint32_t *b = terms_of(terms, other, &count);
	struct overlap overlap = overlap_of(compared, b, count);
	size_t longer = count > compared->places.count ? count : compared->places.count;
	if (is_slight(&overlap, longer))
		return 0;
	double cosine =
		overlap.product / sqrt(terms->norms[compared->sentence] * terms->norms[other]);
	double lighter = fmin(overlap.weight_a, overlap.weight_b);
	double agreement = disagreement(&overlap);
	double most = fmin(1, (overlap.weight + overlap.words) / lighter);
	if ((COSINE * cosine + ORDER * most) * agreement < least)
		return 0;
	return (COSINE * cosine + ORDER * in_order(compared, b, count) / lighter) * agreement;
}
