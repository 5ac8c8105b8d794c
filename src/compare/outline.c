#include "outline.h"

#include <stdlib.h>

#include "error.h"
#include "memory.h"
#include "similarity.h"

/* The items of an outline. */
enum {
	SENTENCE, /* its number in two items */
	SENTENCE_HIGH,
	WORDS,
	WEIGHT_OF_ALL,
	NORM,
	STEM_COUNT,
	STEMS, /* from here on: a hash, and the weight in the low bits */

	WEIGHT_BITS = 3,
	WEIGHT_MASK = OUTLINE_WEIGHTS - 1,
};

/* What stems of both sentences add up to, in one number. */
enum {
	PRODUCT_BITS = 20,
	WEIGHT_SHIFT = PRODUCT_BITS,
	STEMS_SHIFT = 2 * PRODUCT_BITS,
	PRODUCT_MASK = (1 << PRODUCT_BITS) - 1,
};

static unsigned
hash_of(uint16_t item)
{
	return item >> WEIGHT_BITS;
}

static uint16_t
item_of(uint32_t term, unsigned weight)
{
	uint32_t hash = (term & (uint32_t)TERM_STEM) * 0x9e3779b1u >> 16;
	return (uint16_t)((hash & ~(uint32_t)WEIGHT_MASK) | weight);
}

/* Writes the outline of a sentence; returns how many items it has, STEMS + TERMS_MAX at most.
 */
static size_t
outline_make(uint16_t *items, uint32_t sentence, const uint32_t *terms, size_t count)
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
	items[SENTENCE] = (uint16_t)sentence;
	items[SENTENCE_HIGH] = (uint16_t)(sentence >> 16);
	items[WORDS] = (uint16_t)count;
	items[WEIGHT_OF_ALL] = (uint16_t)weight;
	items[NORM] = (uint16_t)norm;
	items[STEM_COUNT] = (uint16_t)(at - STEMS);
	return at;
}

static void
forget(struct outlines *outlines, const uint16_t *items)
{
	for (size_t i = 0; i < items[STEM_COUNT]; i++)
		outlines->weights[hash_of(items[STEMS + i])] = 0;
}

/* Gives stems that share a hash the weight of the heaviest: each may be met for another. */
static void
even_out(struct outlines *outlines, uint16_t *items)
{
	for (size_t i = 0; i < items[STEM_COUNT]; i++) {
		uint8_t *weight = &outlines->weights[hash_of(items[STEMS + i])];
		uint8_t here = items[STEMS + i] & WEIGHT_MASK;
		*weight = here > *weight ? here : *weight;
	}
	for (size_t i = 0; i < items[STEM_COUNT]; i++)
		items[STEMS + i] |= outlines->weights[hash_of(items[STEMS + i])];
	forget(outlines, items);
}

static void
make_sums(struct outlines *outlines)
{
	for (uint64_t there = 1; there < OUTLINE_WEIGHTS; there++)
		for (uint64_t here = 0; here < OUTLINE_WEIGHTS; here++)
			outlines->sums[there << WEIGHT_BITS | here] =
				(uint64_t)1 << STEMS_SHIFT | here << WEIGHT_SHIFT |
				there * here;
}

void
outlines_make(struct outlines *outlines, const struct terms *terms)
{
	size_t count = 0, capacity = 0;
	*outlines = (struct outlines){
		.places = memory_new(terms->sentences * sizeof *outlines->places),
		.taken = UINT32_MAX};
	make_sums(outlines);
	for (size_t i = 0; i < terms->sentences; i++) {
		size_t term_count;
		const uint32_t *items = terms_of(terms, i, &term_count);
		outlines->items = memory_reserve(outlines->items, &capacity,
			count + STEMS + term_count, sizeof *outlines->items);
		uint16_t *outline = outlines->items + count;
		outlines->places[i] = (uint32_t)count;
		count += outline_make(outline, (uint32_t)i, items, term_count);
		even_out(outlines, outline);
		if (count >= UINT32_MAX)
			die("more words than one process can hold");
	}
}

uint32_t
outlines_sentence(const struct outlines *outlines, uint32_t place)
{
	const uint16_t *items = outlines->items + place;
	return items[SENTENCE] | (uint32_t)items[SENTENCE_HIGH] << 16;
}

void
outlines_take(struct outlines *outlines, uint32_t place)
{
	if (outlines->taken != UINT32_MAX)
		forget(outlines, outlines->items + outlines->taken);
	outlines->taken = place;
	const uint16_t *items = outlines->items + place,
		       *end = items + STEMS + items[STEM_COUNT];
	for (const uint16_t *item = items + STEMS; item < end; item++)
		outlines->weights[hash_of(*item)] =
			(uint8_t)((*item & WEIGHT_MASK) << WEIGHT_BITS);
}

bool
outlines_possible(const struct outlines *outlines, uint32_t place, float least)
{
	const uint16_t *a = outlines->items + outlines->taken, *b = outlines->items + place;
	const uint16_t *end = b + STEMS + b[STEM_COUNT];
	uint64_t sum = 0;
	for (const uint16_t *item = b + STEMS; item < end; item++)
		sum += outlines->sums[outlines->weights[hash_of(*item)] |
				      (*item & WEIGHT_MASK)];
	unsigned stems = (unsigned)(sum >> STEMS_SHIFT);
	struct glance glance = {.stems = stems,
		.weight = (unsigned)(sum >> WEIGHT_SHIFT) & PRODUCT_MASK,
		.product = (unsigned)sum & PRODUCT_MASK,
		.words = stems + b[WORDS] - b[STEM_COUNT],
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
	free(outlines->places);
}
