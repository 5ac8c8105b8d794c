/*
 * sketch: what a sentence is found by among many: each pair of those of its words that tell
 * most, some of its runs of three words, and all of its words together. Sentences that share a
 * key are worth a closer look. (Blocking by rare words for what is retold; for pieces of a text
 * winnowing, after Schleimer, Wilkerson and Aiken 2003.)
 */
#ifndef SKETCH_H
#define SKETCH_H

#include <stddef.h>
#include <stdint.h>

enum {
	SKETCH_STEMS = 8,
	SKETCH_RUNS = 64, /* at most */
	SKETCH_KEYS = SKETCH_STEMS * (SKETCH_STEMS - 1) / 2 + SKETCH_RUNS,
	SKETCH_USUAL = 28,     /* pairs of stems, and */
	SKETCH_USUAL_RUNS = 8, /* runs that most sentences have at most */
	SKETCH_LIMIT = 32,     /* sentences that may share a key; else it says nothing */
	SKETCH_WHOLE = 100,    /* the same of all words: more are tied by a chain */
	SKETCH_FEW = 8,   /* that are all compared; more only with those that stand next, */
	SKETCH_LEAST = 3, /* if they share so many keys */
	SKETCH_KEY_BITS = 44,
};

struct sketch {
	uint64_t keys[SKETCH_KEYS]; /* each once */
	size_t count;
	uint64_t whole; /* 0 where it has too few words to be found by all of them */
};

/* The sketch of a sentence's terms. Keys are numbers of SKETCH_KEY_BITS. */
void sketch_make(struct sketch *sketch, const uint32_t *terms, size_t count);

/* Its parts: the stems that tell most, in the order of their hashes; returns how many. */
size_t sketch_stems(uint32_t stems[SKETCH_STEMS], const uint32_t *terms, size_t count);

/* The key of two stems, the lower one first. */
uint64_t sketch_pair(uint32_t low, uint32_t high);

/* Where the runs begin, each key once; returns how many. */
size_t sketch_runs(uint16_t runs[SKETCH_RUNS], const uint32_t *terms, size_t count);

/* The key of the run that begins there. */
uint64_t sketch_run(const uint32_t *terms);

/* The key of all words, or 0. */
uint64_t sketch_whole(const uint32_t *terms, size_t count);

#endif
