/* page: an HTML page as a document: its article, and what it says about it. */
#ifndef PAGE_H
#define PAGE_H

#include "document.h"
#include "dom.h"
#include "furniture.h"

/*
 * Fills the document. Its url is that under which the page was found, or empty. What the
 * document holds lives as long as `dom` and its own arena.
 */
void page_read(struct document *document, const struct dom *dom, struct furniture_book *book);

#endif
