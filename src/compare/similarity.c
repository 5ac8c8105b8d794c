#include "similarity.h"

#include <math.h>
#include <stdlib.h>

#include "memory.h"
#include "sort.h"

enum {
	BITS_TOLD_BY_ALL = 3, /* what the commonest words tell, which is nothing */
	BYTES_A_WORD = 8,
	SHARED_MIN = 2,       /* stems of weight that a pair must share */
	SHARED_BITS_MIN = 16, /* and what they must tell together */
};

void
frequencies_make(
	struct frequencies *frequencies, const struct corpus *corpus, struct lexicons *lexicons)
{
	size_t bytes = 0;
	for (size_t i = 0; i < corpus->sentence_count; i++)
		bytes += corpus->sentences[i].text.len;
	uint32_t size = 1024;
	while (size < bytes / BYTES_A_WORD && size < 1u << 24)
		size *= 2;
	frequencies->counts = memory_new_zeroed(size, sizeof *frequencies->counts);
	frequencies->mask = size - 1;
	frequencies->total = 0;

	struct words words = {0};
	for (size_t i = 0; i < corpus->sentence_count; i++) {
		struct slice text = corpus->sentences[i].text;
		if (text.len > PROFILE_BYTES)
			text.len = PROFILE_BYTES;
		words_split(
			&words, lexicon_of(lexicons, corpus_report(corpus, i)->language), text);
		for (size_t word = 0; word < words.count; word++)
			frequencies->counts[words.items[word].stem & frequencies->mask]++;
		frequencies->total += (double)words.count;
	}
	words_free(&words);
}

void
frequencies_free(struct frequencies *frequencies)
{
	free(frequencies->counts);
}

static float
weight_of(const struct frequencies *frequencies, const struct word *word)
{
	uint32_t count = frequencies->counts[word->stem & frequencies->mask];
	double here = log2(frequencies->total / (count ? count : 1));
	double weight = 0.25 * word->bits + 0.75 * (here < 20 ? here : 20) - BITS_TOLD_BY_ALL;
	return weight > 0 ? (float)weight : 0;
}

static int
compare_features(const void *a, const void *b, const void *context)
{
	(void)context;
	uint32_t left = ((const struct feature *)a)->stem;
	uint32_t right = ((const struct feature *)b)->stem;
	return (left > right) - (left < right);
}

void
profile_make(struct profile *profile, const struct frequencies *frequencies,
	const struct lexicon *lexicon, struct slice text)
{
	if (text.len > PROFILE_BYTES)
		text.len = PROFILE_BYTES;
	words_split(&profile->words, lexicon, text);
	size_t count = profile->words.count;
	profile->features = memory_reserve(
		profile->features, &profile->capacity, count, sizeof *profile->features);
	profile->weights = memory_reserve(
		profile->weights, &profile->weight_capacity, count, sizeof *profile->weights);
	profile->weight = (double)count;
	for (size_t i = 0; i < count; i++) {
		const struct word *word = &profile->words.items[i];
		float weight = weight_of(frequencies, word);
		profile->weights[i] = weight;
		profile->weight += weight;
		profile->features[i] = (struct feature){word->stem, word->number, weight};
	}
	sort_items(profile->features, count, sizeof *profile->features, compare_features, NULL);

	profile->count = profile->numbers = 0;
	profile->norm = 0;
	for (size_t i = 0; i < count; i++) {
		struct feature feature = profile->features[i];
		if (profile->count > 0 &&
			profile->features[profile->count - 1].stem == feature.stem)
			continue;
		profile->features[profile->count++] = feature;
		profile->norm += feature.weight * feature.weight;
		profile->numbers += feature.number;
	}
}

void
profile_free(struct profile *profile)
{
	words_free(&profile->words);
	free(profile->features);
	free(profile->weights);
}

/* What two profiles share. */
struct overlap {
	double product, weight;
	size_t stems, numbers;
};

static struct overlap
overlap_of(const struct profile *a, const struct profile *b)
{
	struct overlap overlap = {0};
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		struct feature left = a->features[i], right = b->features[j];
		if (left.stem == right.stem) {
			overlap.product += left.weight * right.weight;
			overlap.weight += left.weight;
			overlap.numbers += left.number;
			overlap.stems += left.weight > 0;
		}
		i += left.stem <= right.stem;
		j += right.stem <= left.stem;
	}
	return overlap;
}

/* Below 1 where the sentences have numbers and share less than half of the fewer. */
static double
disagreement(const struct profile *a, const struct profile *b, size_t shared)
{
	size_t fewer = a->numbers < b->numbers ? a->numbers : b->numbers;
	if (fewer == 0 || 2 * shared >= fewer)
		return 1;
	return fewer > 1 ? 0.7 : 0.85;
}

static double
in_order(const struct profile *a, const struct profile *b, struct alignment *alignment)
{
	align(alignment, ALIGN_STEMS, a->words.items, a->words.count, b->words.items,
		b->words.count);
	double weight = 0;
	for (size_t i = 0; i < alignment->count; i++)
		weight += a->weights[alignment->matches[i].a] + 1;
	return weight / (a->weight < b->weight ? a->weight : b->weight);
}

double
similarity(const struct profile *a, const struct profile *b, struct alignment *alignment)
{
	struct overlap overlap = overlap_of(a, b);
	if (overlap.stems < SHARED_MIN || overlap.weight < SHARED_BITS_MIN)
		return 0;
	double cosine = overlap.product / sqrt(a->norm * b->norm);
	if (cosine < 0.2)
		return 0;
	double all = 0.75 * cosine + 0.25 * in_order(a, b, alignment);
	return all * disagreement(a, b, overlap.numbers);
}
