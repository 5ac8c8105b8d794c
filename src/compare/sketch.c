#include "sketch.h"

#include <stdbool.h>

#include "terms.h"

/* Odd, so that no two keys become one by it. */
static const uint64_t MIX = 0x9e3779b97f4a7c15u;

static const uint64_t KEY = ((uint64_t)1 << SKETCH_KEY_BITS) - 1;

enum {
	RUN = 3,    /* words */
	WINDOW = 5, /* runs, of which one is taken */
};

/* The stems that tell most; of those that tell the same, the first. */
static size_t
choose_stems(uint32_t *chosen, const uint32_t *terms, size_t count)
{
	uint32_t bits[SKETCH_STEMS];
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t told = terms[i] & TERM_BITS;
		if (told < TERM_BITS_OF_ALL ||
			(kept == SKETCH_STEMS && told <= bits[SKETCH_STEMS - 1]))
			continue;
		size_t at = kept < SKETCH_STEMS ? kept++ : kept - 1;
		for (; at > 0 && bits[at - 1] < told; at--) {
			chosen[at] = chosen[at - 1];
			bits[at] = bits[at - 1];
		}
		chosen[at] = terms[i] & (uint32_t)TERM_STEM;
		bits[at] = told;
	}
	return kept;
}

/* Two stems in 52 bits, whichever comes first. */
static uint64_t
pair_of(uint32_t a, uint32_t b)
{
	uint64_t low = a < b ? a : b, high = a < b ? b : a;
	uint64_t both = high << 20 | low >> 6;
	return both * MIX & KEY;
}

static uint64_t
run_of(const uint32_t *terms, size_t count)
{
	uint64_t run = count;
	for (size_t i = 0; i < count; i++)
		run = (run ^ (terms[i] & (uint32_t)TERM_STEM)) * MIX;
	return run >> (64 - SKETCH_KEY_BITS);
}

static void
add_once(struct sketch *sketch, size_t first, uint64_t key)
{
	for (size_t i = first; i < sketch->count; i++)
		if (sketch->keys[i] == key)
			return;
	sketch->keys[sketch->count++] = key;
}

/* Of each WINDOW runs in a row the one with the smallest key. */
static void
add_runs(struct sketch *sketch, const uint32_t *terms, size_t count)
{
	uint64_t window[WINDOW];
	size_t first = sketch->count;
	for (size_t at = 0; at + RUN <= count && sketch->count - first < SKETCH_RUNS; at++) {
		window[at % WINDOW] = run_of(terms + at, RUN);
		if (at + 1 < WINDOW && at + RUN < count)
			continue;
		uint64_t least = window[0];
		for (size_t i = 1; i < WINDOW && i <= at; i++)
			least = window[i] < least ? window[i] : least;
		add_once(sketch, first, least);
	}
}

void
sketch_make(struct sketch *sketch, const uint32_t *terms, size_t count)
{
	uint32_t chosen[SKETCH_STEMS];
	size_t stems = choose_stems(chosen, terms, count);
	sketch->count = 0;
	for (size_t i = 0; i < stems; i++)
		for (size_t j = i + 1; j < stems; j++)
			sketch->keys[sketch->count++] = pair_of(chosen[i], chosen[j]);
	add_runs(sketch, terms, count);
	sketch->whole = count >= RUN ? run_of(terms, count) : 0;
}
