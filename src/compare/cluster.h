/*
 * cluster: groups of things that are alike, by average link: two groups are joined while their
 * members are, on average, more alike than not (UPGMA, by chains of nearest neighbours: time is
 * the square of the largest set of things that are tied at all).
 */
#ifndef CLUSTER_H
#define CLUSTER_H

#include <stddef.h>
#include <stdint.h>

/* Above 0: alike; below: not. */
struct tie {
	uint32_t a, b;
	float likeness;
};

struct ties {
	struct tie *items;
	size_t count, capacity;
};

void ties_add(struct ties *ties, uint32_t a, uint32_t b, float likeness);
void ties_free(struct ties *ties);

enum {
	CLUSTER_MAX =
		1500 /* things tied to one another, directly or not; more are left alone */
};

/*
 * Writes into clusters[0..count) the smallest thing of each one's cluster. Things without a tie
 * count as `otherwise` alike. Returns how many things were left alone.
 */
size_t cluster(uint32_t *clusters, size_t count, const struct ties *ties, float otherwise);

#endif
