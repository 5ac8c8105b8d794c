/*
 * pairing: which alike sentences of two reports come from one text, as told by the other
 * sentences of the two.
 *
 * Reports of one event share its words in many sentences: there a pair must be more alike than
 * where it is the only one, and such a one must share more than a name. But whoever carries a
 * text mostly carries it in order: so a pair that is doubtful by itself is kept where it is the
 * best for both its sentences and keeps step with one nearby that is sure; and where a sentence
 * of one report joins two of the other, both are kept.
 */
#ifndef PAIRING_H
#define PAIRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How similar the sentences of a pair must be at least. */
#define PAIRING_DOUBTFUL 0.38f

/* Two sentences by their numbers in their reports. */
struct pairing {
	uint64_t a, b;
	uint32_t words_a, words_b; /* how many they have */
	float similarity;
	uint32_t keys; /* of their sketches that the sentences share */
	bool kept;     /* what is found */
};

/* Whether a pair is kept whatever the others are. */
bool pairing_is_sure(float similarity);

/* Chooses among the pairs of two reports: all of them, in the order of a. */
void pairing_choose(struct pairing *pairs, size_t count);

#endif
