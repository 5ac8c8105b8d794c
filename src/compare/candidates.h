/*
 * candidates: pairs of things worth a closer look, found without comparing all with all.
 *
 * Each thing has keys; things that share a key are candidates. A key that too many of them have
 * says nothing and is dropped.
 */
#ifndef CANDIDATES_H
#define CANDIDATES_H

#include "keyed.h"
#include "meeting.h"

enum {
	CANDIDATES_LIMIT = 100, /* things that may share a key */
	CANDIDATES_LINK = 4,    /* things in a link of a chain, see candidates_chain() */
	CANDIDATES_ALIKE = 3,   /* as so many keys counts one of a chain */
	CANDIDATES_KEY_BITS = KEYED_BITS,
};

/* What is found: a thing, and how many keys it shares; one of a chain counts as several. */
struct candidate {
	uint32_t thing, keys;
};

/*
 * A short look at two things that tells most pairs that are no candidates; NULL where there is
 * none. Things are then given by what they are looked at by: numbers in the same order.
 */
struct look {
	void (*fetch)(void *context, uint32_t look); /* it will soon be looked at */
	void (*take)(
		void *context, uint32_t look); /* those behind it are looked at beside it */
	bool (*possible)(void *context, uint32_t look);
	uint32_t (*thing)(void *context, uint32_t look);
	void *context;
};

/*
 * All zero but for what stands first before its first use. Where `few` is not 0, the things of
 * a key that more than so many share are tied by a chain alone, and those that share no other
 * key must share `least` of these.
 */
struct candidates {
	size_t things; /* how many there are whose candidates will be asked for: the first */
	size_t few;
	unsigned least;
	struct look look;

	/* private */
	struct keyed keyed; /* of the part at hand */
	struct meetings meetings;
	struct candidate *found;
	size_t found_capacity;
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

/* Adds a key, a hash of CANDIDATES_KEY_BITS, of a thing; things are given in their order. */
static inline void
candidates_add(struct candidates *candidates, uint64_t key, uint32_t thing)
{
	keyed_add(&candidates->keyed, key, thing);
}

/*
 * Closes a part. Drops keys that more than `limit` things share, and the commonest ones until
 * the pairs to look at are at most `pairs`.
 */
void candidates_keep(struct candidates *candidates, size_t limit, size_t pairs);

/*
 * Closes a part with keys that mean so much that none is dropped (all words of a sentence).
 * Where more than `limit` things share one, they are tied by a chain alone: the first
 * CANDIDATES_LINK of them are candidates of one another, so are the last of these and those
 * behind it, and so on.
 */
void candidates_chain(struct candidates *candidates, size_t limit);

/* To be called once, after the last part. */
void candidates_ready(struct candidates *candidates);

/* The candidates behind `thing`; `*count` of them, in order, until the next call. */
const struct candidate *candidates_of(
	struct candidates *candidates, uint32_t thing, size_t *count);

/*
 * The candidate that comes so many behind the first one of `thing`, which has one: where things
 * are gone through in their order, what is known of it can be fetched meanwhile.
 */
static inline uint32_t
candidates_ahead(const struct candidates *candidates, uint32_t thing, size_t by)
{
	const struct meetings *meetings = &candidates->meetings;
	size_t at = meetings->first[thing] + by;
	return meetings->items[at < meetings->count ? at : meetings->count - 1].b;
}

void candidates_free(struct candidates *candidates);

#endif
