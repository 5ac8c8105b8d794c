/*
 * candidates: pairs of sentences worth a closer look, found without comparing all with all.
 *
 * Each sentence has keys, the pairs of its words that tell most; sentences of different reports
 * that share a key are candidates. A key that more than `limit` of them have says nothing and
 * is dropped. (Blocking by rare words, as in near-duplicate search.)
 */
#ifndef CANDIDATES_H
#define CANDIDATES_H

#include <stddef.h>
#include <stdint.h>

enum {
	CANDIDATES_LIMIT = 100, /* of sentences that share a key */
	CANDIDATES_STEMS = 8,
	CANDIDATES_KEYS = CANDIDATES_STEMS * (CANDIDATES_STEMS - 1) / 2,
};

/* All zero before its first use. */
struct candidates {
	struct sort_pair *pairs; /* a key and a sentence; then a group and a sentence */
	size_t count, capacity;

	/* private */
	uint32_t *groups; /* where each group begins in `pairs`, one more for the end */
	size_t group_count;
	uint32_t *memberships; /* the groups of each sentence, one sentence after another */
	uint32_t *offsets;     /* where those of each sentence begin */
	uint32_t *shared;      /* with the sentence asked for, of each sentence */
	uint32_t *found;
	size_t sentences;
};

void candidates_add(struct candidates *candidates, uint32_t key, uint32_t sentence);

/*
 * To be called once, after the last key. `sentences`: how many there are. Returns how many keys
 * were dropped.
 */
size_t candidates_group(struct candidates *candidates, size_t sentences, size_t limit);

/*
 * The sentences behind `sentence` that share a key with it; `*count` of them, in order, until
 * the next call.
 */
const uint32_t *candidates_of(struct candidates *candidates, uint32_t sentence, size_t *count);

void candidates_free(struct candidates *candidates);

#endif
