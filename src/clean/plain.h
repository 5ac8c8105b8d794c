/* plain: the report in a plain text, and what the text says about it. */
#ifndef PLAIN_H
#define PLAIN_H

#include "sheet.h"

/* Fills the document from the lines of a text in UTF-8, which its blocks and fields point to. A
 * title that it has already stays. */
void plain_read(struct document *document, struct sheet *sheet, struct furniture_book *book);

#endif
