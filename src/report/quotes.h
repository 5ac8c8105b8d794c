/*
 * quotes: of the wordings of one quotation, the one to measure the others by.
 */
#ifndef QUOTES_H
#define QUOTES_H

#include "findings.h"

struct quote_model {
	size_t member; /* whose wording it is */
	bool *same;    /* of each member: it has this wording */
	size_t count;
};

/*
 * Chooses the wording that most members have in quotation marks; of several the one that shares
 * most words with the others. Punctuation at the ends and case are set aside.
 */
void quote_model_make(struct quote_model *model, const struct quotation *members, size_t count);

void quote_model_free(struct quote_model *model);

/* A quotation's text without the quotation marks, commas and white space at its ends. */
struct slice quote_inner(struct slice text);

#endif
