/*
 * pagetop: what stands above the headline where all of a page was copied: the outlet's name,
 * menus, slogans, the way to the section.
 */
#ifndef PAGETOP_H
#define PAGETOP_H

#include "document.h"
#include "sheet.h"

/*
 * Finds the headline below such lines, drops them, and takes the outlet's name among them for
 * the document. Returns the headline's line; sheet->count, and nothing is changed, where the
 * text does not begin so.
 */
size_t pagetop_take(struct sheet *sheet, struct document *document);

/* The first line that is kept and more than a date. */
size_t pagetop_first_words(const struct sheet *sheet);

#endif
