/*
 * sides: the different values that a claim is told with, and which documents tell each.
 */
#ifndef SIDES_H
#define SIDES_H

#include "amount.h"
#include "findings.h"

struct side {
	struct value value;
	struct slice surface;
	size_t documents;        /* that tell it */
	bool apart;              /* it cannot be true along with the first side */
	struct slice first_told; /* the earliest date of these; empty where none has one */
	uint32_t last;           /* document that tells it */
};

struct sides {
	struct side *items; /* first the one that most documents tell, of equals the one told
			       first */
	size_t count, capacity;
	size_t *of; /* the side of each member of the claim, by its place in it */
	size_t of_capacity;
};

/* Fills `sides` anew with those of a claim of figures. */
void sides_make(struct sides *sides, const struct findings *findings,
	const struct amounts *amounts, const struct claim *claim);

void sides_free(struct sides *sides);

#endif
