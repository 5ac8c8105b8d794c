#include "votes.h"

size_t
votes_of(const struct votes *votes, size_t candidate)
{
	size_t count = 0;
	for (size_t i = 0; i < VOTES_PLANES; i++)
		count |= (size_t)(votes->plane[i] >> candidate & 1) << i;
	return count;
}

struct votes
votes_sum(const struct votes *a, const struct votes *b)
{
	struct votes sum;
	uint64_t carry = 0;
	for (size_t i = 0; i < VOTES_PLANES; i++) {
		uint64_t one = a->plane[i], other = b->plane[i];
		sum.plane[i] = one ^ other ^ carry;
		carry = (one & other) | (carry & (one | other));
	}
	return sum;
}

/* Leaves of the candidates those that have most votes; returns how many that is. */
static size_t
keep_first(const struct votes *votes, uint64_t *candidates)
{
	size_t count = 0;
	for (size_t i = VOTES_PLANES; i-- > 0;) {
		uint64_t having = *candidates & votes->plane[i];
		if (having) {
			*candidates = having;
			count |= (size_t)1 << i;
		}
	}
	return count;
}

struct votes_most
votes_most(const struct votes *votes)
{
	struct votes_most most = {.candidates = ~UINT64_C(0)};
	most.first = keep_first(votes, &most.candidates);
	uint64_t others = ~(most.candidates & -most.candidates);
	most.second = keep_first(votes, &others);
	return most;
}
