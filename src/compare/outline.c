#include "outline.h"

#include <stdlib.h>

#include "error.h"
#include "memory.h"
#include "similarity.h"

/* The items of an outline. */
enum {
	WORDS,
	WEIGHT_OF_ALL,
	NORM,
	STEMS, /* from here on: a hash, and the weight in the low bits */
	WEIGHT_BITS = 3,
	WEIGHT_MASK = (1 << WEIGHT_BITS) - 1,
};

static uint16_t
item_of(uint32_t term, unsigned weight)
{
	uint32_t hash = (term & (uint32_t)TERM_STEM) * 0x9e3779b1u >> 16;
	return (uint16_t)((hash & ~(uint32_t)WEIGHT_MASK) | weight);
}

/* Writes the outline of a sentence; returns how many items it has, STEMS + TERMS_MAX at most.
 */
static size_t
outline_make(uint16_t *items, const uint32_t *terms, size_t count)
{
	size_t at = STEMS, weight = count, norm = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned told = similarity_weight(terms[i]);
		if (told == 0)
			continue;
		items[at++] = item_of(terms[i], told);
		weight += told;
		norm += (size_t)told * told;
	}
	items[WORDS] = (uint16_t)count;
	items[WEIGHT_OF_ALL] = (uint16_t)weight;
	items[NORM] = (uint16_t)norm;
	return at;
}

void
outlines_make(struct outlines *outlines, const struct terms *terms)
{
	size_t count = 0, capacity = 0;
	*outlines = (struct outlines){
		.first = memory_new((terms->sentences + 1) * sizeof *outlines->first),
		.taken = UINT32_MAX};
	for (size_t i = 0; i < terms->sentences; i++) {
		size_t term_count;
		const uint32_t *items = terms_of(terms, i, &term_count);
		outlines->items = memory_reserve(outlines->items, &capacity,
			count + STEMS + term_count, sizeof *outlines->items);
		outlines->first[i] = (uint32_t)count;
		count += outline_make(outlines->items + count, items, term_count);
		if (count > UINT32_MAX)
			die("more words than one process can hold");
	}
	outlines->first[terms->sentences] = (uint32_t)count;
}

static const uint16_t *
outline_of(const struct outlines *outlines, uint32_t sentence, size_t *count)
{
	*count = outlines->first[sentence + 1] - outlines->first[sentence];
	return outlines->items + outlines->first[sentence];
}

void
outlines_take(struct outlines *outlines, uint32_t sentence)
{
	size_t count;
	const uint16_t *items;
	if (outlines->taken != UINT32_MAX) {
		items = outline_of(outlines, outlines->taken, &count);
		for (size_t i = STEMS; i < count; i++)
			outlines->weights[items[i] >> WEIGHT_BITS] = 0;
	}
	outlines->taken = sentence;
	items = outline_of(outlines, sentence, &count);
	for (size_t i = STEMS; i < count; i++) {
		uint8_t *weight = &outlines->weights[items[i] >> WEIGHT_BITS];
		uint8_t here = items[i] & WEIGHT_MASK;
		*weight = here > *weight ? here : *weight;
	}
}

bool
outlines_possible(const struct outlines *outlines, uint32_t sentence, float least)
{
	size_t count_a, count_b;
	const uint16_t *a = outline_of(outlines, outlines->taken, &count_a);
	const uint16_t *b = outline_of(outlines, sentence, &count_b);
	unsigned stems = 0, weight = 0, product = 0;
	for (size_t i = STEMS; i < count_b; i++) {
		unsigned there = outlines->weights[b[i] >> WEIGHT_BITS];
		unsigned here = b[i] & WEIGHT_MASK;
		stems += there > 0;
		weight += there > 0 ? here : 0;
		product += there * here;
	}
	struct glance glance = {.stems = stems,
		.weight = weight,
		.product = product,
		.words = stems + b[WORDS] - (unsigned)(count_b - STEMS),
		.words_a = a[WORDS],
		.words_b = b[WORDS],
		.weight_a = a[WEIGHT_OF_ALL],
		.weight_b = b[WEIGHT_OF_ALL],
		.norm_a = a[NORM],
		.norm_b = b[NORM]};
	return similarity_possible(&glance, least);
}

void
outlines_free(struct outlines *outlines)
{
	free(outlines->items);
	free(outlines->first);
}
