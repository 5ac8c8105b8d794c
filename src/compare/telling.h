/*
 * telling: who is behind what a report tells. Of a claim that several reports tell, those that
 * have it from one root count as one.
 */
#ifndef TELLING_H
#define TELLING_H

#include "corpus.h"
#include "interval.h"
#include "origin.h"

/* One telling of a claim, and who is behind it. */
struct telling {
	uint32_t sentence, report;
	uint32_t voice;    /* NO_VOICE: nobody is named */
	uint32_t root;     /* entities, then reports */
	uint32_t copy;     /* the first of the sentences that are the same word for word */
	struct slice name; /* of the root */
	bool by_report;    /* the root is the report itself */
	bool person;       /* it is somebody's name */
	bool outlet;       /* it is an outlet */
	struct slice low, high, unit;
	const struct interval *interval; /* of a figure */
};

/* Those of one claim. */
struct tellings {
	struct telling *items;
	size_t count, capacity;
	uint32_t *copies; /* sets of sentences that are the same word for word, or nearly so */
};

/* Adds the telling at bytes start..end of a sentence, and finds who is named for it. */
struct telling *tellings_add(struct tellings *tellings, const struct corpus *corpus,
	const struct origins *origins, uint32_t sentence, uint32_t start, uint32_t end);

/*
 * Puts the tellings in the order of their values and finds who is behind each, as the others
 * tell.
 */
void tellings_find_roots(struct tellings *tellings, const struct origins *origins);

/* Where the next value begins. */
size_t tellings_end_of_value(const struct tellings *tellings, size_t start);

/* Puts tellings in the order of their sentences. */
void tellings_sort(struct telling *items, size_t count);

#endif
