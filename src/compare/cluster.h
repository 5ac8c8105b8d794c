/*
 * cluster: groups of things that are alike, by average link: two groups are joined while their
 * members are, on average, more alike than not (UPGMA, by chains of nearest neighbours: time is
 * the square of the largest set of things that are tied at all).
 */
#ifndef CLUSTER_H
#define CLUSTER_H

#include <stddef.h>
#include <stdint.h>

enum {
	CLUSTER_MAX = 1000, /* things that are clustered together at most */
	CLUSTER_LEVELS = 5
};

/*
 * The parts into which things fall before they are clustered: those tied to one another,
 * directly or not. Where a part is too large only its stronger ties count. All zero before
 * parts_begin().
 */
struct parts {
	uint32_t *sets[CLUSTER_LEVELS];
	uint32_t *of; /* the part of each thing, after parts_end() */
	size_t count; /* of things */
};

void parts_begin(struct parts *parts, size_t things);

/* Above 0: alike; below: not. */
void parts_tie(struct parts *parts, uint32_t a, uint32_t b, float likeness);

/* Returns how many things are in parts that are too large still; they are left alone. */
size_t parts_end(struct parts *parts);

void parts_free(struct parts *parts);

struct tie {
	uint32_t a, b;
	float likeness;
};

struct ties {
	struct tie *items;
	size_t count, capacity;
};

void ties_add(struct ties *ties, uint32_t a, uint32_t b, float likeness);
/* Drops those between different parts, after parts_end(). */
void ties_keep(struct ties *ties, const struct parts *parts);

void ties_free(struct ties *ties);

/*
 * Writes into clusters[] the smallest thing of each one's cluster. `ties` are all that are
 * known between things of one part, in any order (they are sorted here); things without a tie
 * count as `otherwise` alike.
 */
void cluster(uint32_t *clusters, const struct parts *parts, struct ties *ties, float otherwise);

#endif
