/* align: which words of two texts correspond, in their order. */
#ifndef ALIGN_H
#define ALIGN_H

#include <stddef.h>
#include <stdint.h>

/* Only so many words of a text are aligned; time is their product. */
enum {
	ALIGN_MAX = 400
};

/* Words that correspond: places in the two texts. */
struct match {
	uint16_t a, b;
};

/* All zero before its first use; owns its memory until alignment_free(). */
struct alignment {
	struct match *matches; /* in common order */
	size_t count;
	size_t longest;       /* run of matches without a gap in either text */
	size_t substitutions; /* gaps between matches that are open on both sides */

	/* private */
	size_t match_capacity;
	uint16_t *lengths;
	size_t capacity;
};

/*
 * Aligns a[0..a_count) with b[0..b_count) by a longest common subsequence. Words are the same
 * where their hashes are, in the bits of `mask`.
 */
void align(struct alignment *alignment, uint32_t mask, const uint32_t *a, size_t a_count,
	const uint32_t *b, size_t b_count);

void alignment_free(struct alignment *alignment);

#endif
