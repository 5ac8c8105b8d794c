#include "similarity.h"

#include <math.h>
#include <stdlib.h>

#include "sort.h"

enum {
	BITS_TOLD_BY_ALL = 5, /* what the commonest words tell, which is nothing */
};

void
frequencies_begin(struct frequencies *frequencies, size_t words)
{
	uint32_t size = 1024;
	while (size < words && size < 1u << 24)
		size *= 2;
	frequencies->counts = memory_new_zeroed(size, sizeof *frequencies->counts);
	frequencies->mask = size - 1;
	frequencies->total = 0;
}

void
frequencies_count(struct frequencies *frequencies, const struct words *words)
{
	for (size_t i = 0; i < words->count; i++)
		frequencies->counts[words->items[i].stem & frequencies->mask]++;
	frequencies->total += (double)words->count;
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
	double weight = (word->bits + (here < 20 ? here : 20)) / 2 - BITS_TOLD_BY_ALL;
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
	for (size_t i = 0; i < count; i++) {
		const struct word *word = &profile->words.items[i];
		profile->features[i] = (struct feature){
			word->stem, word->number, weight_of(frequencies, word)};
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
}

double
profile_similarity(const struct profile *a, const struct profile *b, size_t *shared)
{
	double product = 0;
	size_t numbers = 0, i = 0, j = 0;
	*shared = 0;
	while (i < a->count && j < b->count) {
		const struct feature *left = &a->features[i], *right = &b->features[j];
		if (left->stem == right->stem) {
			product += left->weight * right->weight;
			numbers += left->number;
			*shared += left->weight > 0;
		}
		i += left->stem <= right->stem;
		j += right->stem <= left->stem;
	}
	if (product <= 0)
		return 0;
	double cosine = product / sqrt(a->norm * b->norm);
	size_t fewer = a->numbers < b->numbers ? a->numbers : b->numbers;
	if (fewer > 0 && 2 * numbers < fewer)
		cosine *= fewer > 1 ? 0.7 : 0.85;
	return cosine;
}
