#include "cluster.h"

#include <stdbool.h>
#include <stdlib.h>

#include "memory.h"
#include "sort.h"
#include "unite.h"

void
ties_add(struct ties *ties, uint32_t a, uint32_t b, float likeness)
{
	ties->items = memory_reserve(
		ties->items, &ties->capacity, ties->count + 1, sizeof *ties->items);
	ties->items[ties->count++] = (struct tie){a, b, likeness};
}

void
ties_free(struct ties *ties)
{
	free(ties->items);
}

/* A set of things tied to one another, as a square of likenesses. */
struct square {
	float *likeness;
	uint32_t *size; /* of each group; 0: joined to another, or done */
	uint32_t *chain;
	size_t count;
};

static float *
cell(const struct square *square, size_t a, size_t b)
{
	return &square->likeness[a * square->count + b];
}

/* The group most like `of`; where several are, the one of the smallest number. */
static size_t
nearest(const struct square *square, size_t of)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < square->count; i++)
		if (i != of && square->size[i] > 0 &&
			(best == SIZE_MAX || *cell(square, of, i) > *cell(square, of, best)))
			best = i;
	return best;
}

/* Joins group b to group a: its likeness to others is the mean of theirs. */
static void
join(struct square *square, size_t a, size_t b)
{
	float size_a = (float)square->size[a], size_b = (float)square->size[b];
	for (size_t i = 0; i < square->count; i++) {
		if (i == a || i == b || square->size[i] == 0)
			continue;
		float mean = (size_a * *cell(square, a, i) + size_b * *cell(square, b, i)) /
			     (size_a + size_b);
		*cell(square, a, i) = *cell(square, i, a) = mean;
	}
	square->size[a] += square->size[b];
	square->size[b] = 0;
}

/*
 * Follows the chain of nearest neighbours to two that are each other's; joins them if they are
 * alike, else neither will find a better one.
 */
static void
join_all(struct square *square, uint32_t *sets, const uint32_t *things)
{
	size_t length = 0, start = 0;
	for (;;) {
		while (length == 0 && start < square->count && square->size[start] == 0)
			start++;
		if (length == 0 && start == square->count)
			return;
		if (length == 0)
			square->chain[length++] = (uint32_t)start;
		size_t last = square->chain[length - 1], next = nearest(square, last);
		if (next == SIZE_MAX || *cell(square, last, next) <= 0) {
			square->size[last] = 0;
			length = 0;
		} else if (length > 1 &&
			   *cell(square, last, next) <=
				   *cell(square, last, square->chain[length - 2])) {
			size_t other = square->chain[length - 2];
			unite(sets, things[last], things[other]);
			join(square, last < other ? last : other, last < other ? other : last);
			length -= 2;
		} else {
			square->chain[length++] = (uint32_t)next;
		}
	}
}

static int
compare_ties(const void *a, const void *b, const void *context)
{
	const uint32_t *sets = context;
	uint32_t left = sets[((const struct tie *)a)->a];
	uint32_t right = sets[((const struct tie *)b)->a];
	return (left > right) - (left < right);
}

/* The things that are tied to one another, in order; `place` says where each one is. */
static void
fill(struct square *square, const struct tie *ties, size_t count, const uint32_t *place,
	float otherwise)
{
	size_t things = square->count;
	for (size_t i = 0; i < things * things; i++)
		square->likeness[i] = otherwise;
	for (size_t i = 0; i < things; i++)
		square->size[i] = 1;
	for (size_t i = 0; i < count; i++) {
		size_t a = place[ties[i].a], b = place[ties[i].b];
		*cell(square, a, b) = *cell(square, b, a) = ties[i].likeness;
	}
}

static void
cluster_part(uint32_t *sets, const uint32_t *things, size_t count, const struct tie *ties,
	size_t tie_count, const uint32_t *place, float otherwise)
{
	struct square square = {
		.likeness = memory_new(count * count * sizeof *square.likeness),
		.size = memory_new(count * sizeof *square.size),
		.chain = memory_new(count * sizeof *square.chain),
		.count = count,
	};
	fill(&square, ties, tie_count, place, otherwise);
	join_all(&square, sets, things);
	free(square.likeness);
	free(square.size);
	free(square.chain);
}

/* Sorts things by the set they are in; returns them, to be freed. */
static uint32_t *
by_set(const uint32_t *parts, size_t count)
{
	struct sort_pair *pairs = memory_new(count * sizeof *pairs);
	for (size_t i = 0; i < count; i++)
		pairs[i] = (struct sort_pair){parts[i], (uint32_t)i};
	sort_pairs(pairs, count);
	uint32_t *things = memory_new(count * sizeof *things);
	for (size_t i = 0; i < count; i++)
		things[i] = pairs[i].value;
	free(pairs);
	return things;
}

size_t
cluster(uint32_t *clusters, size_t count, const struct ties *ties, float otherwise)
{
	uint32_t *parts = unite_new(count), *sets = unite_new(count);
	uint32_t *place = memory_new(count * sizeof *place);
	for (size_t i = 0; i < ties->count; i++)
		if (ties->items[i].likeness > 0)
			unite(parts, ties->items[i].a, ties->items[i].b);
	for (size_t i = 0; i < count; i++)
		parts[i] = unite_find(parts, (uint32_t)i);
	struct ties within = {0}; /* ties between two parts cannot join them */
	for (size_t i = 0; i < ties->count; i++)
		if (parts[ties->items[i].a] == parts[ties->items[i].b])
			ties_add(&within, ties->items[i].a, ties->items[i].b,
				ties->items[i].likeness);
	sort_items(within.items, within.count, sizeof *within.items, compare_ties, parts);

	uint32_t *things = by_set(parts, count);
	size_t tie = 0, alone = 0;
	for (size_t start = 0, end; start < count; start = end) {
		uint32_t part = parts[things[start]];
		for (end = start; end < count && parts[things[end]] == part; end++)
			place[things[end]] = (uint32_t)(end - start);
		size_t first = tie;
		while (tie < within.count && parts[within.items[tie].a] == part)
			tie++;
		if (end - start > CLUSTER_MAX)
			alone += end - start;
		else if (end - start > 1)
			cluster_part(sets, things + start, end - start, within.items + first,
				tie - first, place, otherwise);
	}
	for (size_t i = 0; i < count; i++)
		clusters[i] = unite_find(sets, (uint32_t)i);
	ties_free(&within);
	free(things);
	free(parts);
	free(sets);
	free(place);
	return alone;
}
