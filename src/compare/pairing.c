#include "pairing.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

/* Similar enough whatever the others are; and where there is no other one. */
static const float SURE = 0.56f, ALONE = 0.47f;

enum {
	KEYS_ALONE = 3,   /* that a pair must share that is the only one, and not sure */
	SURE_MIN = 3,     /* pairs that reports must share, if none is nearby */
	NEARBY = 2,       /* sentences */
	LOOKED_AT = 1000, /* pairs before and behind one for one nearby */
};

bool
pairing_is_sure(float similarity)
{
	return similarity >= SURE;
}

static bool
is_beside(const struct pairing *pair, const struct pairing *other)
{
	return pairing_is_sure(other->similarity) && other->b <= pair->b + NEARBY &&
	       pair->b <= other->b + NEARBY;
}

/* Whether a pair of sentences near to those of pairs[at] is sure. */
static bool
has_company(const struct pairing *pairs, size_t count, size_t at)
{
	const struct pairing *pair = &pairs[at];
	size_t from = at > LOOKED_AT ? at - LOOKED_AT : 0;
	size_t to = count - at > LOOKED_AT ? at + LOOKED_AT : count;
	for (size_t i = at; i-- > from && pairs[i].a + NEARBY >= pair->a;)
		if (is_beside(pair, &pairs[i]))
			return true;
	for (size_t i = at + 1; i < to && pairs[i].a <= pair->a + NEARBY; i++)
		if (is_beside(pair, &pairs[i]))
			return true;
	return false;
}

static int
compare_b(const void *a, const void *b, const void *context)
{
	const struct pairing *pairs = context;
	uint64_t left = pairs[*(const size_t *)a].b, right = pairs[*(const size_t *)b].b;
	return (left > right) - (left < right);
}

/* Takes what is not the best for its sentence a. */
static void
drop_worse_for_a(struct pairing *pairs, size_t count)
{
	for (size_t start = 0, end; start < count; start = end) {
		float best = 0;
		for (end = start; end < count && pairs[end].a == pairs[start].a; end++)
			best = pairs[end].similarity > best ? pairs[end].similarity : best;
		for (size_t i = start; i < end; i++)
			pairs[i].kept = pairs[i].similarity >= best;
	}
}

static void
drop_worse_for_b(struct pairing *pairs, size_t count)
{
	size_t *order = memory_new(count * sizeof *order);
	for (size_t i = 0; i < count; i++)
		order[i] = i;
	sort_items(order, count, sizeof *order, compare_b, pairs);
	for (size_t start = 0, end; start < count; start = end) {
		float best = 0;
		for (end = start; end < count && pairs[order[end]].b == pairs[order[start]].b;
			end++)
			if (pairs[order[end]].similarity > best)
				best = pairs[order[end]].similarity;
		for (size_t i = start; i < end; i++)
			pairs[order[i]].kept =
				pairs[order[i]].kept && pairs[order[i]].similarity >= best;
	}
	free(order);
}

void
pairing_choose(struct pairing *pairs, size_t count)
{
	if (count == 1) {
		pairs->kept = pairing_is_sure(pairs->similarity) ||
			      (pairs->similarity >= ALONE && pairs->keys >= KEYS_ALONE);
		return;
	}
	size_t sure = 0;
	for (size_t i = 0; i < count; i++)
		sure += pairing_is_sure(pairs[i].similarity);
	drop_worse_for_a(pairs, count);
	drop_worse_for_b(pairs, count);
	for (size_t i = 0; i < count; i++)
		pairs[i].kept =
			pairing_is_sure(pairs[i].similarity) ||
			(pairs[i].kept && (sure >= SURE_MIN ||
						  (sure > 0 && has_company(pairs, count, i))));
}
