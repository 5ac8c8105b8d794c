/* headline: the title of a plain text, found among what stands above it. */
#ifndef HEADLINE_H
#define HEADLINE_H

#include "sheet.h"

/*
 * Finds the title. Above it the outlet's name is taken for the document and dropped, a kicker
 * is made a heading, counters and labels of sections are dropped.
 */
void headline_find(struct sheet *sheet, struct document *document);

#endif
