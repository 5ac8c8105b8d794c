/*
 * independent: on how many independent origins a claim rests, that is the reports that tell a
 * figure or a quotation, and the voices that they lead back to.
 */
#ifndef INDEPENDENT_H
#define INDEPENDENT_H

#include "buffer.h"
#include "corpus.h"
#include "figure.h"
#include "origin.h"
#include "output.h"
#include "quotation.h"
#include "reuse.h"

/* Adds a record for each figure that several reports tell, and for each of its values where
 * they differ; then for each quotation. */
void independent_write(struct output *output, const struct corpus *corpus,
	const struct origins *origins, const struct figures *figures,
	const struct quotations *quotations, const struct reuses *reuses);

#endif
