/* page: an HTML page as a document: its article, and what it says about it. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>

#include "document.h"
#include "dom.h"
#include "furniture.h"

/*
 * Fills the document. Its url is that under which the page was found, or empty. What the
 * document holds lives as long as `dom` and its own arena.
 */
void page_read(struct document *document, const struct dom *dom, struct furniture_book *book);

/*
 * Reads the page's text anew from HTML that one of its scripts holds, `embedded`, where that
 * has much more of it; what the page says about itself stays.
 */
void page_read_embedded(
	struct document *document, const struct dom *embedded, struct furniture_book *book);

/* Whether so little text was found that the page comes without its article. */
bool page_is_empty(const struct document *document);

#endif
