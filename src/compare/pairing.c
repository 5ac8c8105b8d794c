#include "pairing.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

/* Similar enough whatever the others are; */
static const float SURE = 0.56f;

/* where there is no other one, by how many keys it shares: fewer say too little; */
static const float ALONE = 0.47f, ALONE_BARELY = 0.51f;

enum {
	KEYS_ALONE = 4,
	KEYS_BARELY = 3,
};

static const float JOINED = 0.45f; /* where two of a report were joined in the other; */
static const float FEW = 0.45f;    /* in the step of others, where these are few */

enum {
	MANY = 3,         /* sure pairs of two reports */
	BESIDE = 2,       /* sentences */
	FAR = 5,          /* sentences from a pair in whose step others stand */
	STEP = 2,         /* sentences left out or put in on the way there */
	LOOKED_AT = 1000, /* pairs before and behind one for one nearby */
};

bool
pairing_is_sure(float similarity)
{
	return similarity >= SURE;
}

static uint64_t
apart(uint64_t left, uint64_t right)
{
	return left > right ? left - right : right - left;
}

/* What the sure pairs around one say for it. */
struct company {
	bool beside;  /* one stands beside it, */
	bool in_step; /* as far from it in one report as in the other, */
	bool joined;  /* is of the same sentence and of the next one of the other report */
};

/* Whether the one sentence of both pairs is longer than the other two, so that it can hold
 * both. */
static bool
are_joined(const struct pairing *pair, const struct pairing *other)
{
	if (pair->a == other->a)
		return pair->words_a > pair->words_b && pair->words_a > other->words_b;
	return pair->words_b > pair->words_a && pair->words_b > other->words_a;
}

static void
meet(struct company *company, const struct pairing *pair, const struct pairing *other)
{
	uint64_t a = apart(pair->a, other->a), b = apart(pair->b, other->b);
	if (!pairing_is_sure(other->similarity) || a > FAR || b > FAR)
		return;
	bool one_way = (pair->a < other->a) == (pair->b < other->b);
	bool in_step = (one_way ? apart(a, b) : a + b) <= STEP;
	company->in_step = company->in_step || in_step;
	company->beside = company->beside || (in_step && a <= BESIDE && b <= BESIDE);
	company->joined = company->joined || (a + b == 1 && are_joined(pair, other));
}

static struct company
company_of(const struct pairing *pairs, size_t count, size_t at)
{
	const struct pairing *pair = &pairs[at];
	struct company company = {0};
	size_t from = at > LOOKED_AT ? at - LOOKED_AT : 0;
	size_t to = count - at > LOOKED_AT ? at + LOOKED_AT : count;
	for (size_t i = at; i-- > from && pairs[i].a + FAR >= pair->a;)
		meet(&company, pair, &pairs[i]);
	for (size_t i = at + 1; i < to && pairs[i].a <= pair->a + FAR; i++)
		meet(&company, pair, &pairs[i]);
	return company;
}

/* Whether a pair that is not sure is kept among the others; `best`: for both its sentences. */
static bool
is_credible(const struct pairing *pairs, size_t count, size_t at, size_t sure)
{
	const struct pairing *pair = &pairs[at];
	bool best = pair->kept;
	if (sure == 0 || (!best && pair->similarity < JOINED))
		return false;
	struct company company = company_of(pairs, count, at);
	if (!best)
		return company.joined;
	return company.beside || (company.in_step && (sure >= MANY || pair->similarity >= FEW));
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
		float least = pairs->keys >= KEYS_ALONE    ? ALONE
			      : pairs->keys >= KEYS_BARELY ? ALONE_BARELY
							   : SURE;
		pairs->kept = pairs->similarity >= least;
		return;
	}
	size_t sure = 0;
	for (size_t i = 0; i < count; i++)
		sure += pairing_is_sure(pairs[i].similarity);
	drop_worse_for_a(pairs, count);
	drop_worse_for_b(pairs, count);
	for (size_t i = 0; i < count; i++)
		pairs[i].kept = pairing_is_sure(pairs[i].similarity) ||
				is_credible(pairs, count, i, sure);
}
