/*
 * candidates: pairs of things worth a closer look, found without comparing all with all.
 *
 * Each thing has keys; things that share a key are candidates. A key that too many of them have
 * says nothing and is dropped.
 */
#ifndef CANDIDATES_H
#define CANDIDATES_H

#include <stddef.h>
#include <stdint.h>

enum {
	CANDIDATES_LIMIT = 100, /* things that may share a key */
	CANDIDATES_LINK = 4,    /* things in a link of a chain, see candidates_chain() */
	CANDIDATES_ALIKE = 3,   /* as so many keys counts one of a chain */
};

/* A key of a thing. */
struct candidate_key {
	uint32_t low, high, thing;
};

/* What is found: a thing, and how many keys it shares; one of a chain counts as several. */
struct candidate {
	uint32_t thing, keys;
};

/*
 * All zero before its first use. Where `few` is not 0, the things of a key that more than so
 * many share are tied by a chain alone, and those that share no other key must share `least`
 * of these.
 */
struct candidates {
	size_t few;
	unsigned least;

	/* private */
	struct candidate_key *keys; /* of the part at hand */
	size_t key_count, key_capacity;
	uint32_t *members; /* the things of each key that is kept, one key after another */
	size_t member_count, member_capacity;
	uint32_t *groups; /* where those of each key begin, and one more for the end */
	size_t group_count, group_capacity;
	uint32_t *memberships; /* the keys of each thing, one thing after another */
	uint32_t *offsets;     /* where those of each thing begin */
	size_t first_chain;    /* group of those of candidates_chain() */
	uint8_t *shared;       /* keys, with the thing asked for, of each thing */
	struct candidate *found;
	size_t found_capacity;
	size_t things;
};

/*
 * In how many parts the keys should be given, so that memory stays small: all of those that
 * candidates_part() puts into part 0, candidates_keep(), those of part 1, and so on.
 */
size_t candidates_parts(size_t keys);

static inline size_t
candidates_part(uint64_t key, size_t parts)
{
	return parts == 1 ? 0 : ((key * 0x9e3779b97f4a7c15u) >> 32) * parts >> 32;
}

/* Makes room for one more key. */
void candidates_grow(struct candidates *candidates);

/* Adds a key of a thing; things are given in their order. */
static inline void
candidates_add(struct candidates *candidates, uint64_t key, uint32_t thing)
{
	if (candidates->key_count == candidates->key_capacity)
		candidates_grow(candidates);
	candidates->keys[candidates->key_count++] =
		(struct candidate_key){(uint32_t)key, (uint32_t)(key >> 32), thing};
}

/*
 * Closes a part. Drops keys that more than `limit` things share, and the commonest ones until
 * the pairs to look at are at most `pairs`. Returns how many keys were dropped.
 */
size_t candidates_keep(struct candidates *candidates, size_t limit, size_t pairs);

/*
 * Closes the last part: keys that mean so much that none is dropped (all words of a sentence).
 * Where more than `limit` things share one, they are tied by a chain alone: the first
 * CANDIDATES_LINK of them are candidates of one another, so are the last of these and those
 * behind it, and so on.
 */
void candidates_chain(struct candidates *candidates, size_t limit);

/* To be called once, after the last part. `things`: how many there are. */
void candidates_ready(struct candidates *candidates, size_t things);

/* The candidates behind `thing`; `*count` of them, in order, until the next call. */
const struct candidate *candidates_of(
	struct candidates *candidates, uint32_t thing, size_t *count);

void candidates_free(struct candidates *candidates);

#endif
