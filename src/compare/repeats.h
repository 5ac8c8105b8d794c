/*
 * repeats: which keys were met more than once, in two bits for each; and how often some are, in
 * a byte. Keys share places by chance: what it says of one may be true of another, some times
 * in a hundred.
 */
#ifndef REPEATS_H
#define REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct repeats {
	size_t again; /* how many keys were met again */

	/* private */
	uint8_t *places; /* four in each byte */
	uint64_t mask;
};

enum {
	REPEATS_MET = 1,
	REPEATS_AGAIN = 2,
};

/* Makes room for about so many keys. */
void repeats_begin(struct repeats *repeats, size_t keys);

/* What is known of a key, a hash whose low bits are well mixed: a set of the above. */
static inline unsigned
repeats_of(const struct repeats *repeats, uint64_t key)
{
	uint64_t place = key & repeats->mask;
	return repeats->places[place / 4] >> place % 4 * 2 & 3;
}

/* Says that a key will soon be asked for. */
static inline void
repeats_fetch(const struct repeats *repeats, uint64_t key)
{
	__builtin_prefetch(&repeats->places[(key & repeats->mask) / 4]);
}

static inline void
repeats_meet(struct repeats *repeats, uint64_t key)
{
	uint64_t place = key & repeats->mask;
	unsigned known = repeats_of(repeats, key);
	unsigned fresh = known ? REPEATS_AGAIN : REPEATS_MET;
	repeats->again += known == REPEATS_MET;
	repeats->places[place / 4] |= (uint8_t)(fresh << place % 4 * 2);
}

static inline bool
repeats_again(const struct repeats *repeats, uint64_t key)
{
	return repeats_of(repeats, key) & REPEATS_AGAIN;
}

void repeats_free(struct repeats *repeats);

/* How often keys are met, up to 255. */
struct tally {
	/* private */
	uint8_t *counts;
	uint64_t mask;
};

void tally_begin(struct tally *tally, size_t keys);

static inline void
tally_fetch(const struct tally *tally, uint64_t key)
{
	__builtin_prefetch(&tally->counts[key & tally->mask]);
}

static inline void
tally_add(struct tally *tally, uint64_t key)
{
	uint8_t *count = &tally->counts[key & tally->mask];
	*count = (uint8_t)(*count + (*count < UINT8_MAX));
}

static inline unsigned
tally_of(const struct tally *tally, uint64_t key)
{
	return tally->counts[key & tally->mask];
}

void tally_free(struct tally *tally);

#endif
