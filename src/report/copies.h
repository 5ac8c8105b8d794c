/*
 * copies: which pairs of documents share sentences, how many, and which of the two had them
 * first.
 */
#ifndef COPIES_H
#define COPIES_H

#include "findings.h"

enum credit {
	CREDIT_UNKNOWN,
	CREDIT_GIVEN,  /* the later document names the earlier one as its source */
	CREDIT_SILENT, /* it does not */
};

struct copy {
	uint32_t from, to; /* documents; `from` had it first where that is known */
	bool directed;     /* it is known */
	enum credit credit;
	uint32_t third; /* document from which both have it, so that it says nothing; or NOWHERE
			 */
	size_t first, count; /* the pairs of sentences, in reuses */
	size_t kinds[REUSE_KINDS];
	size_t quoted; /* pairs of sentences that have a quotation in common */
	size_t sentences_from, sentences_to; /* of each document that take part */
	size_t example;                      /* in reuses: the pair that shows it best */
};

struct copies {
	struct copy *items; /* those with most sentences first */
	size_t count, capacity;
};

/* One sentence reworded, which may be chance. */
bool copy_is_weak(const struct copy *copy);

/* Nothing but the same words of somebody, who may have said them to both. */
bool copy_is_quoting(const struct copy *copy);

void copies_make(struct copies *copies, const struct findings *findings);
void copies_free(struct copies *copies);

#endif
