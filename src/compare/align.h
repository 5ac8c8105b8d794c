/* align: which words of two texts correspond, in their order. */
#ifndef ALIGN_H
#define ALIGN_H

#include "words.h"

/* Only so many words of a text are aligned; time is their product. */
enum {
	ALIGN_MAX = 400
};

/* All zero before its first use. */
struct alignment {
	size_t common;  /* words in common order */
	size_t runs;    /* of them, without a gap in either text */
	size_t longest; /* of those runs, in words */

	/* private */
	uint16_t *lengths;
	size_t capacity;
};

/* Aligns a[0..a_count) with b[0..b_count) by their forms (longest common subsequence). */
void align(struct alignment *alignment, const struct word *a, size_t a_count,
	const struct word *b, size_t b_count);

void alignment_free(struct alignment *alignment);

#endif
