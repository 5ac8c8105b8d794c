/*
 * sides: the different values that a claim is told with, and which documents tell each.
 */
#ifndef SIDES_H
#define SIDES_H

#include "amount.h"
#include "findings.h"

struct side {
	struct value value; /* "17" and "at least 17" are one side: 17 */
	struct slice surface;
	size_t documents;        /* that tell it */
	bool apart;              /* it cannot be true along with the first side */
	struct slice first_told; /* the earliest date of these; empty where none has one */

	/* private */
	uint32_t last; /* document that tells it, */
	size_t teller; /* and the member that tells it there best */
	size_t place;
};

struct sides {
	/* First the one that most documents tell, of equals the one told first; then by when
	 * they were told first. */
	struct side *items;
	size_t count, capacity;
	size_t *of; /* the side of each member of the claim, by its place in it */
	/* Whether a member stands for its document: the first that tells the side in its text,
	 * not in its headline, or else there. */
	bool *stands;

	/* private */
	size_t of_capacity, stands_capacity;
	struct map by_number;
	struct arena keys;
	struct buffer key, names;
};

/* Fills `sides` anew with those of a claim of figures. */
void sides_make(struct sides *sides, const struct findings *findings,
	const struct amounts *amounts, const struct claim *claim);

/* On what a side rests, all its values together; false where no record says. The names hold
 * until the next call. */
bool sides_rest(struct sides *sides, const struct findings *findings, const struct claim *claim,
	const struct side *side, struct independence *rests);

/* Whether two sides were told first on different days: one may bring the other up to date. */
bool sides_follow(const struct sides *sides);

void sides_free(struct sides *sides);

#endif
