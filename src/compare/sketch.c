#include "sketch.h"

#include <stdbool.h>

#include "terms.h"

/* Odd, so that no two keys become one by it. */
static const uint64_t MIX = 0x9e3779b97f4a7c15u;

#define NO_RUN UINT64_MAX

enum {
	RUN = 3,    /* words */
	WINDOW = 5, /* runs, of which one is taken */
	PLACE_BITS = 16,
};

/* How much the least of the chosen stems tells, and how many that tell so much have room. */
struct least {
	uint32_t told;
	size_t room;
};

static struct least
find_least(const uint32_t *terms, size_t count)
{
	uint16_t counts[TERM_BITS + 1] = {0};
	for (size_t i = 0; i < count; i++)
		counts[terms[i] & TERM_BITS]++;
	size_t room = SKETCH_STEMS;
	uint32_t told = TERM_BITS;
	for (; told > TERM_BITS_OF_ALL && counts[told] < room; told--)
		room -= counts[told];
	return (struct least){told, room};
}

/*
 * The stems that tell most; of those that tell the same, the first. Which these are follows no
 * pattern: so they are collected without branches.
 */
static size_t
choose_stems(uint32_t chosen[SKETCH_STEMS + 1], const uint32_t *terms, size_t count)
{
	struct least least = find_least(terms, count);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t told = terms[i] & TERM_BITS;
		bool among = told == least.told && least.room > 0;
		chosen[kept] = terms[i] & (uint32_t)TERM_STEM;
		kept += among || told > least.told;
		least.room -= among;
	}
	return kept;
}

size_t
sketch_stems(uint32_t stems[SKETCH_STEMS], const uint32_t *terms, size_t count)
{
	uint32_t chosen[SKETCH_STEMS + 1];
	size_t kept = choose_stems(chosen, terms, count);
	for (size_t i = 0; i < kept; i++) {
		uint32_t stem = chosen[i];
		size_t at = i;
		for (; at > 0 && stems[at - 1] > stem; at--)
			stems[at] = stems[at - 1];
		stems[at] = stem;
	}
	return kept;
}

uint64_t
sketch_pair(uint32_t low, uint32_t high)
{
	return (((uint64_t)high << 20 | low >> 6) * MIX) >> (64 - SKETCH_KEY_BITS);
}

static uint64_t
run_of(const uint32_t *terms, size_t count)
{
	uint64_t run = count;
	for (size_t i = 0; i < count; i++)
		run = (run ^ (terms[i] & (uint32_t)TERM_STEM)) * MIX;
	return run >> (64 - SKETCH_KEY_BITS);
}

uint64_t
sketch_run(const uint32_t *terms)
{
	return run_of(terms, RUN);
}

/* A run's key and, below it, where it begins. */
static uint64_t
placed(uint64_t key, size_t at)
{
	return key << PLACE_BITS | at;
}

static uint64_t
key_of(uint64_t run)
{
	return run >> PLACE_BITS;
}

static size_t
add_once(uint64_t *runs, size_t count, uint64_t run)
{
	for (size_t i = count; i-- > 0;)
		if (key_of(runs[i]) == key_of(run))
			return count;
	runs[count] = run;
	return count + 1;
}

static uint64_t
smaller(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

/* Of each WINDOW runs in a row the one with the smallest key. */
static size_t
choose_runs(uint64_t runs[SKETCH_RUNS], const uint32_t *terms, size_t count)
{
	uint64_t before[WINDOW - 1] = {NO_RUN, NO_RUN, NO_RUN, NO_RUN};
	size_t kept = 0;
	for (size_t at = 0; at + RUN <= count && kept < SKETCH_RUNS; at++) {
		uint64_t run = placed(sketch_run(terms + at), at);
		uint64_t least = smaller(smaller(before[0], before[1]),
			smaller(smaller(before[2], before[3]), run));
		memmove(before, before + 1, sizeof before - sizeof *before);
		before[WINDOW - 2] = run;
		if (at + 1 >= WINDOW || at + RUN == count)
			kept = add_once(runs, kept, least);
	}
	return kept;
}

size_t
sketch_runs(uint16_t runs[SKETCH_RUNS], const uint32_t *terms, size_t count)
{
	uint64_t chosen[SKETCH_RUNS];
	size_t kept = choose_runs(chosen, terms, count);
	for (size_t i = 0; i < kept; i++)
		runs[i] = (uint16_t)chosen[i];
	return kept;
}

uint64_t
sketch_whole(const uint32_t *terms, size_t count)
{
	return count >= RUN ? run_of(terms, count) : 0;
}

void
sketch_make(struct sketch *sketch, const uint32_t *terms, size_t count)
{
	uint32_t stems[SKETCH_STEMS];
	size_t kept = sketch_stems(stems, terms, count);
	sketch->count = 0;
	for (size_t i = 0; i < kept; i++)
		for (size_t j = i + 1; j < kept; j++)
			sketch->keys[sketch->count++] = sketch_pair(stems[i], stems[j]);
	uint64_t *runs = sketch->keys + sketch->count;
	size_t run_count = choose_runs(runs, terms, count);
	for (size_t i = 0; i < run_count; i++)
		runs[i] = key_of(runs[i]);
	sketch->count += run_count;
	sketch->whole = sketch_whole(terms, count);
}
