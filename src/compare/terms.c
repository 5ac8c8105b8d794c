#include "terms.h"

#include <math.h>
#include <stdlib.h>

#include "error.h"

enum {
	BITS_TOLD_BY_ALL = 3,  /* what the commonest words tell */
	COUNTER_BITS_MAX = 24, /* counters of stems; some share one by chance */
	TOLD_MAX = 20,
	PRIOR = 3000, /* words of the language at large that a collection is put beside */
	MANTISSA_BITS = 12,
	LOGARITHMS = 1 << MANTISSA_BITS,
	HALF_BITS_MAX = 31,
};

/* How often each stem stands in the collection. */
struct counters {
	uint32_t *counts;
	uint32_t shift;
	float logarithms[LOGARITHMS];    /* of mantissas */
	float at_large[TERM_WEIGHT + 1]; /* of PRIOR words those that tell so many bits */
	float total;
};

static uint32_t *
counter_of(const struct counters *counters, uint32_t term)
{
	return &counters->counts[((term & (uint32_t)TERM_STEM) * 0x9e3779b1u) >>
				 counters->shift];
}

void
places_make(struct places *places, const uint32_t *terms, size_t count)
{
	memset(places->slots, 0, sizeof places->slots);
	places->terms = terms;
	places->count = count;
	for (size_t i = 0; i < count; i++) {
		uint32_t slot = places_slot(terms[i]);
		while (places->slots[slot] &&
			!term_same(terms[places->slots[slot] - 1], terms[i]))
			slot = (slot + 1) % PLACES;
		if (!places->slots[slot])
			places->slots[slot] = (uint16_t)(i + 1);
	}
}

/* Adds the words of a sentence, for now with what they tell in the language at large. */
static void
add_sentence(struct terms *terms, const struct words *words)
{
	size_t count = words->count < TERMS_MAX ? words->count : TERMS_MAX;
	terms->items = memory_reserve(
		terms->items, &terms->capacity, terms->count + count, sizeof *terms->items);
	for (size_t i = 0; i < count; i++) {
		const struct word *word = &words->items[i];
		terms->items[terms->count++] = (word->stem & (uint32_t)TERM_STEM) |
					       (word->number ? TERM_NUMBER : 0) | word->bits;
	}
	if (terms->count > UINT32_MAX)
		die("more words than one process can hold");
}

static void
read_words(struct terms *terms, const struct corpus *corpus, struct lexicons *lexicons)
{
	struct words words = {0};
	for (size_t i = 0; i < corpus->sentence_count; i++) {
		terms->first[i] = (uint32_t)terms->count;
		struct slice text = corpus->sentences[i].text;
		if (text.len > TERMS_TEXT_MAX)
			text.len = TERMS_TEXT_MAX;
		words_split(
			&words, lexicon_of(lexicons, corpus_report(corpus, i)->language), text);
		add_sentence(terms, &words);
	}
	terms->first[corpus->sentence_count] = (uint32_t)terms->count;
	words_free(&words);
}

static void
count_stems(struct counters *counters, const struct terms *terms)
{
	uint32_t bits = 10;
	while (bits < COUNTER_BITS_MAX && (size_t)1 << bits < terms->count)
		bits++;
	counters->shift = 32 - bits;
	counters->counts = memory_new_zeroed((size_t)1 << bits, sizeof *counters->counts);
	counters->total = (float)terms->count;
	for (size_t i = 0; i < terms->count; i++)
		++*counter_of(counters, terms->items[i]);
	for (size_t i = 0; i < LOGARITHMS; i++)
		counters->logarithms[i] = (float)log2(1 + ((double)i + 0.5) / LOGARITHMS);
	for (int i = 0; i <= TERM_WEIGHT; i++)
		counters->at_large[i] = (float)ldexp(PRIOR, -i);
}

/* The logarithm to base 2 of a number from 2^-30 on, to a thousandth. */
static float
logarithm(const struct counters *counters, float number)
{
	uint32_t bits;
	memcpy(&bits, &number, sizeof bits);
	int exponent = (int)(bits >> 23) - 127;
	return (float)exponent +
	       counters->logarithms[bits >> (23 - MANTISSA_BITS) & (LOGARITHMS - 1)];
}

static uint32_t
weigh(const struct counters *counters, uint32_t term)
{
	float count = (float)*counter_of(counters, term);
	float alike = count + counters->at_large[term & TERM_WEIGHT];
	float told = logarithm(counters, counters->total + PRIOR) - logarithm(counters, alike);
	float weight = (told < TOLD_MAX ? told : TOLD_MAX) - BITS_TOLD_BY_ALL;
	uint32_t half_bits = weight > 0 ? (uint32_t)(2 * weight + 0.5f) : 0;
	return (term & ~(uint32_t)TERM_WEIGHT) |
	       (half_bits > HALF_BITS_MAX ? HALF_BITS_MAX : half_bits);
}

static void
weigh_sentence(struct terms *terms, const struct counters *counters, size_t sentence)
{
	struct places places;
	size_t count;
	uint32_t *items = terms->items + terms->first[sentence];
	terms_of(terms, sentence, &count);
	places_make(&places, items, count);
	float norm = 0;
	for (size_t i = 0; i < count; i++) {
		bool again = places_find(&places, items[i]) != (int)i;
		items[i] = again ? items[i] & (uint32_t)TERM_STEM : weigh(counters, items[i]);
		norm += term_weight(items[i]) * term_weight(items[i]);
	}
	terms->norms[sentence] = norm;
}

void
terms_make(struct terms *terms, const struct corpus *corpus, struct lexicons *lexicons)
{
	terms->first = memory_new((corpus->sentence_count + 1) * sizeof *terms->first);
	terms->norms = memory_new(corpus->sentence_count * sizeof *terms->norms);
	read_words(terms, corpus, lexicons);
	struct counters counters;
	count_stems(&counters, terms);
	for (size_t i = 0; i < corpus->sentence_count; i++)
		weigh_sentence(terms, &counters, i);
	free(counters.counts);
}

void
terms_free(struct terms *terms)
{
	free(terms->items);
	free(terms->first);
	free(terms->norms);
}
