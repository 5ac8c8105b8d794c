/* markdown: plain texts with the marks of Markdown. */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include "document.h"
#include "sheet.h"

/*
 * Where a text has headings marked by # takes the marks of Markdown out of its lines, and gives
 * headings and quotations their roles; its first heading of the first order is the sheet's
 * title. Changed texts are in the document's arena.
 */
void markdown_read(struct sheet *sheet, struct document *document);

#endif
