#include "similarity.h"

#include <math.h>

static const double COSINE = 0.75, ORDER = 0.25; /* shares of the two measures */

enum {
	SHARED_MIN = 2,       /* stems of weight that a pair must share */
	SHARED_BITS_MIN = 16, /* and what they must tell together */
};

void
compared_make(struct compared *compared, const struct terms *terms, size_t sentence)
{
	size_t count;
	const uint32_t *items = terms_of(terms, sentence, &count);
	compared->terms = terms;
	compared->sentence = sentence;
	places_make(&compared->places, items, count);
}

void
compared_free(struct compared *compared)
{
	alignment_free(&compared->alignment);
}

/* What two sentences share. */
struct overlap {
	float product, weight;
	unsigned stems, numbers;       /* that both have */
	unsigned numbers_a, numbers_b; /* that each has */
};

static struct overlap
overlap_of(const struct places *a, const uint32_t *b, size_t count)
{
	struct overlap overlap = {0};
	for (size_t i = 0; i < count; i++) {
		float weight = term_weight(b[i]);
		bool number = b[i] & TERM_NUMBER;
		overlap.numbers_b += number;
		int place = weight > 0 ? places_find(a, b[i]) : -1;
		if (place < 0)
			continue;
		overlap.product += weight * term_weight(a->terms[place]);
		overlap.weight += weight;
		overlap.stems++;
		overlap.numbers += number;
	}
	for (size_t i = 0; i < a->count; i++)
		overlap.numbers_a += (a->terms[i] & TERM_NUMBER) != 0;
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
weight_of(const uint32_t *terms, size_t count)
{
	double weight = (double)count; /* one for each word's place */
	for (size_t i = 0; i < count; i++)
		weight += term_weight(terms[i]);
	return weight;
}

static double
in_order(struct compared *compared, const uint32_t *b, size_t b_count)
{
	const uint32_t *a = compared->places.terms;
	size_t a_count = compared->places.count;
	struct alignment *alignment = &compared->alignment;
	align(alignment, (uint32_t)TERM_STEM, a, a_count, b, b_count);
	double weight = 0;
	for (size_t i = 0; i < alignment->count; i++)
		weight += term_weight(a[alignment->matches[i].a]) + 1;
	return weight / fmin(weight_of(a, a_count), weight_of(b, b_count));
}

double
similarity(struct compared *compared, size_t other, double least)
{
	const struct terms *terms = compared->terms;
	size_t count;
	const uint32_t *b = terms_of(terms, other, &count);
	struct overlap overlap = overlap_of(&compared->places, b, count);
	if (overlap.stems < SHARED_MIN || overlap.weight < SHARED_BITS_MIN)
		return 0;
	double cosine =
		overlap.product / sqrt(terms->norms[compared->sentence] * terms->norms[other]);
	double agreement = disagreement(&overlap);
	if ((COSINE * cosine + ORDER) * agreement < least)
		return 0;
	return (COSINE * cosine + ORDER * in_order(compared, b, count)) * agreement;
}
