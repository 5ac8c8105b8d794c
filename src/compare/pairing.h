/*
 * pairing: which alike sentences of two reports come from one text, as told by the other
 * sentences of the two. Whoever carries a text mostly carries it in order: so a pair that is
 * not clear by itself must be the best for both its sentences, and one that is doubtful must
 * stand beside another pair.
 */
#ifndef PAIRING_H
#define PAIRING_H

#include "corpus.h"
#include "reuse.h"

/* How similar the sentences of a pair must be at least. */
#define PAIRING_DOUBTFUL 0.38

/* All zero before its first use. */
struct pairing {
	float *best; /* how similar the best partner of each sentence is */
};

/*
 * Takes out of items[first..] the pairs that are not kept. These are all those of one report
 * with others behind it, in the order of their sentences. Returns how many are left, those
 * before `first` included.
 */
size_t pairing_keep(struct pairing *pairing, const struct corpus *corpus, struct reuse *items,
	size_t first, size_t count);

void pairing_free(struct pairing *pairing);

#endif
