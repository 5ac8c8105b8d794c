/*
 * quotation: words between quotation marks that come back in another report, quoted or not, and
 * whether they were changed on their way.
 */
#ifndef QUOTATION_H
#define QUOTATION_H

#include "buffer.h"
#include "corpus.h"
#include "quote.h"
#include "reuse.h"

enum quotation_verdict {
	QUOTATION_SAME,    /* equal words; case and punctuation set aside */
	QUOTATION_CUT,     /* each run of words of the shorter stands unbroken in the longer */
	QUOTATION_ALTERED, /* otherwise, with most words of the shorter in common order */
};

enum quotation_form {
	QUOTATION_QUOTED,
	QUOTATION_UNQUOTED, /* the words used without marks */
	QUOTATION_INDIRECT, /* retold in other words */
};

struct quotation {
	uint32_t cluster; /* in the order of their first members */
	uint32_t sentence;
	uint32_t start, end;            /* from the first quoted word to the last */
	enum quotation_verdict verdict; /* beside the one taken for what was said */
	enum quotation_form form;
	struct slice text;
};

struct quotations {
	struct quotation *items; /* by cluster; in each the reference, then what is like it */
	size_t count, capacity;
	size_t clusters;

	/* private */
	struct arena texts;
};

void quotations_find(struct quotations *quotations, const struct corpus *corpus,
	struct lexicons *lexicons, const struct terms *terms, const struct reuses *reuses);

/*
 * Gives each member of a cluster its verdict, beside the one taken for what was said, and puts
 * that one first; to be called when all are in the order of their clusters.
 */
void quotations_judge(struct quotations *quotations, const struct corpus *corpus,
	const struct quotes *quotes);

/* Adds the record of one; `speaker` may be empty. */
void quotation_write(struct buffer *to, const struct corpus *corpus,
	const struct quotation *quotation, struct slice speaker);

void quotations_free(struct quotations *quotations);

#endif
