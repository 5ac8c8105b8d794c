/*
 * votes: a count for each of 64 candidates. A set of them, the bits of a number, gets a vote
 * each at once: plane i holds bit i of all counts (carry-save addition).
 */
#ifndef VOTES_H
#define VOTES_H

#include <stddef.h>
#include <stdint.h>

enum {
	VOTES_PLANES = 16 /* counts stay below 2 to the power of it */
};

/* All zero before its first use. */
struct votes {
	uint64_t plane[VOTES_PLANES];
};

static inline void
votes_add(struct votes *votes, uint64_t set)
{
	size_t i = 0;
	for (; i < 4; i++) { /* carries seldom go farther: no branch to be guessed wrong */
		uint64_t carry = votes->plane[i] & set;
		votes->plane[i] ^= set;
		set = carry;
	}
	for (; set; i++) {
		uint64_t carry = votes->plane[i] & set;
		votes->plane[i] ^= set;
		set = carry;
	}
}

size_t votes_of(const struct votes *votes, size_t candidate);

struct votes votes_sum(const struct votes *a, const struct votes *b);

/* The most votes that any candidate has, the candidates that have as many, and the most that
 * any other one has: as many, where there are several. */
struct votes_most {
	size_t first, second;
	uint64_t candidates;
};

struct votes_most votes_most(const struct votes *votes);

#endif
