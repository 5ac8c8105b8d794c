/*
 * labels: a few words that say what a claim is about.
 */
#ifndef LABELS_H
#define LABELS_H

#include "findings.h"

/*
 * Adds what a claim of figures counts, as most of its members name it; where none does, the
 * words around the figure: "had not moved for about …".
 */
void label_add_figures(
	struct buffer *to, const struct findings *findings, const struct claim *claim);

#endif
