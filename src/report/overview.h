/*
 * overview: all that both kinds of report, text and page, need to know before they begin.
 */
#ifndef OVERVIEW_H
#define OVERVIEW_H

#include "amount.h"
#include "copies.h"
#include "findings.h"
#include "names.h"

struct overview {
	struct findings findings;
	struct amounts amounts;
	struct names names;
	struct copies copies;
	size_t figures[VERDICTS];    /* claims of figures by verdict */
	size_t quotations[VERDICTS]; /* and of quotations */
	size_t widest;               /* how many reports tell the claims that most tell */
	size_t fewest_sources, most_sources; /* that such a claim rests on */
	size_t silent; /* documents that rest on another report and do not say so */
	bool compared; /* compare has run over the records */
};

/* Works out what follows from the findings, which must have been taken. */
void overview_make(struct overview *overview);

void overview_free(struct overview *overview);

/*
 * Adds the summary in sentences: "6 reports; what all of them say rests on 2 independent
 * sources. 3 figures are in conflict …"
 */
void overview_add_summary(struct buffer *to, const struct overview *overview);

/* Adds "1 report", "2 reports". */
void add_counted(struct buffer *to, size_t count, const char *one, const char *many);

/*
 * The claims of one kind and verdict, those that most documents tell first; free() the array.
 */
const struct claim **claims_of(
	const struct findings *findings, int kind, enum verdict verdict, size_t *count);

#endif
