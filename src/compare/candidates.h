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
	CANDIDATES_LIMIT = 100, /* sentences that may share a key */
	CANDIDATES_ALIKE = 100, /* so many keys is one worth that means all words are shared */
};

/* All zero before its first use. */
struct candidates {
	/* private */
	struct sort_pair *pairs; /* a key and a sentence, of the part at hand */
	size_t pair_count, pair_capacity;
	uint32_t *members; /* the sentences of each key that is kept, one key after another */
	size_t member_count, member_capacity;
	uint32_t *groups; /* where those of each key begin, and one more for the end */
	size_t group_count, group_capacity;
	size_t first_chain;    /* group of those of candidates_chain() */
	uint32_t *memberships; /* the keys of each sentence, one sentence after another */
	uint32_t *offsets;     /* where those of each sentence begin */
	uint32_t *shared;      /* with the sentence asked for, of each sentence */
	uint32_t *found;
	size_t sentences;
};

/*
 * In how many parts the keys should be given, so that memory stays small: all of those that
 * candidates_part() puts into part 0, candidates_keep(), those of part 1, and so on.
 */
size_t candidates_parts(size_t keys);

static inline size_t
candidates_part(uint32_t key, size_t parts)
{
	return parts == 1 ? 0 : (uint64_t)(key * 0x85ebca6bu) * parts >> 32;
}

void candidates_add(struct candidates *candidates, uint32_t key, uint32_t sentence);

/*
 * Closes a part. Drops keys that more than `limit` sentences share, and the commonest ones
 * until the pairs to look at are at most `pairs`. Returns how many keys were dropped.
 */
size_t candidates_keep(struct candidates *candidates, size_t limit, size_t pairs);

/*
 * Closes the last part: keys that mean so much that none is dropped (all words of a sentence).
 * Where more than `limit` sentences share one, each becomes a candidate of the few behind it
 * alone.
 */
void candidates_chain(struct candidates *candidates, size_t limit);

/* To be called once, after the last part. `sentences`: how many there are. */
void candidates_ready(struct candidates *candidates, size_t sentences);

/*
 * The sentences behind `sentence` that share `least` keys with it or more; `*count` of them, in
 * order, until the next call.
 */
const uint32_t *candidates_of(
	struct candidates *candidates, uint32_t sentence, uint32_t least, size_t *count);

void candidates_free(struct candidates *candidates);

#endif
