#include "cluster.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "sort.h"
#include "unite.h"

/* Ties weaker than these do not count where a part would be too large. */
static const float levels[CLUSTER_LEVELS] = {0, 0.5f, 1, 2, 3.5f};

void
parts_begin(struct parts *parts, size_t things)
{
	parts->count = things;
	for (size_t level = 0; level < CLUSTER_LEVELS; level++)
		parts->sets[level] = unite_new(things);
}

void
parts_tie(struct parts *parts, uint32_t a, uint32_t b, float likeness)
{
	for (size_t level = 0; level < CLUSTER_LEVELS && likeness > levels[level]; level++)
		unite(parts->sets[level], a, b);
}

size_t
parts_end(struct parts *parts)
{
	size_t alone = 0, things = parts->count;
	uint32_t *sizes = memory_new(things * sizeof *sizes);
	parts->of = memory_new(things * sizeof *parts->of);
	for (size_t i = 0; i < things; i++)
		parts->of[i] = UINT32_MAX;
	for (size_t level = 0; level < CLUSTER_LEVELS; level++) {
		memset(sizes, 0, things * sizeof *sizes);
		for (size_t i = 0; i < things; i++)
			sizes[unite_find(parts->sets[level], (uint32_t)i)]++;
		for (size_t i = 0; i < things; i++) {
			uint32_t set = unite_find(parts->sets[level], (uint32_t)i);
			/* a set is named by its first thing, which is in no part of before */
			if (parts->of[i] == UINT32_MAX && sizes[set] <= CLUSTER_MAX)
				parts->of[i] = set;
		}
	}
	for (size_t i = 0; i < things; i++)
		if (parts->of[i] == UINT32_MAX) {
			parts->of[i] = (uint32_t)i;
			alone++;
		}
	free(sizes);
	return alone;
}

void
parts_free(struct parts *parts)
{
	for (size_t level = 0; level < CLUSTER_LEVELS; level++)
		free(parts->sets[level]);
	free(parts->of);
}

void
ties_add(struct ties *ties, uint32_t a, uint32_t b, float likeness)
{
	ties->items = memory_reserve(
		ties->items, &ties->capacity, ties->count + 1, sizeof *ties->items);
	ties->items[ties->count++] = (struct tie){a, b, likeness};
}

void
ties_keep(struct ties *ties, const struct parts *parts)
{
	size_t kept = 0;
	for (size_t i = 0; i < ties->count; i++)
		if (parts->of[ties->items[i].a] == parts->of[ties->items[i].b])
			ties->items[kept++] = ties->items[i];
	ties->count = kept;
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

/* Sorts ties by the part in which they are. */
static void
sort_ties(struct ties *ties, const uint32_t *parts)
{
	struct sort_pair *order = memory_new(ties->count * sizeof *order);
	for (size_t i = 0; i < ties->count; i++)
		order[i] = (struct sort_pair){parts[ties->items[i].a], (uint32_t)i};
	sort_pairs(order, ties->count);
	sort_arrange(ties->items, sizeof *ties->items, order, ties->count);
	free(order);
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

void
cluster(uint32_t *clusters, const struct parts *parts, struct ties *ties, float otherwise)
{
	size_t count = parts->count, tie = 0;
	uint32_t *sets = unite_new(count), *things = by_set(parts->of, count);
	uint32_t *place = memory_new(count * sizeof *place);
	sort_ties(ties, parts->of);
	for (size_t start = 0, end; start < count; start = end) {
		uint32_t part = parts->of[things[start]];
		for (end = start; end < count && parts->of[things[end]] == part; end++)
			place[things[end]] = (uint32_t)(end - start);
		size_t first = tie;
		while (tie < ties->count && parts->of[ties->items[tie].a] == part)
			tie++;
		if (end - start > 1 && end - start <= CLUSTER_MAX)
			cluster_part(sets, things + start, end - start, ties->items + first,
				tie - first, place, otherwise);
	}
	for (size_t i = 0; i < count; i++)
		clusters[i] = unite_find(sets, (uint32_t)i);
	free(things);
	free(sets);
	free(place);
}
