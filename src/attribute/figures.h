/*
 * figures: who gives a figure without saying anything: "The WHO counts 87 deaths", "police put
 * the crowd at 8,000".
 */
#ifndef FIGURES_H
#define FIGURES_H

#include "article.h"
#include "finding.h"

/* Adds what the paragraph's findings, those from `from` on, have not yet. */
void figures_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from);

#endif
