/*
 * labels: a few words that say what a claim is about.
 */
#ifndef LABELS_H
#define LABELS_H

#include "nouns.h"

enum {
	LABEL_COLUMNS = 100 /* as much as a label may take that has lines of its own */
};

/* All zero before its first use. */
struct labels {
	/* private */
	struct contexts contexts;
	struct nouns nouns;
	struct tokens tokens;
	struct map words; /* how many documents have each in the contexts of a claim */
	struct arena arena;
	struct buffer folded;
};

/*
 * Adds what a claim of figures counts, as most figures in the reader's language name it.
 * Where none does, or only the whole that it is a part of, or another claim counts the same,
 * the words around the figure that most members share: "the gate had not moved for …"; their
 * subject is left out where it does not fit into `columns`. An age goes by the person.
 */
void label_add_figures(struct buffer *to, struct labels *labels,
	const struct findings *findings, const struct claim *claim, size_t columns);

void labels_free(struct labels *labels);

#endif
