/* findings: all that compare finds in a corpus, and their records in order. */
#ifndef FINDINGS_H
#define FINDINGS_H

#include "figure.h"
#include "origin.h"
#include "output.h"
#include "quotation.h"
#include "reuse.h"

/* All that was found. */
struct findings {
	struct figures figures;
	struct reuses reuses;
	struct quotations quotations;
	struct origins origins;
};

/* `findings` is all zero before. */
void findings_make(struct findings *findings, struct corpus *corpus, struct lexicons *lexicons);

void findings_write(
	struct output *output, const struct corpus *corpus, const struct findings *findings);

void findings_free(struct findings *findings);

#endif
