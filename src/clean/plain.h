/* plain: the report in a plain text, and what the text says about it. */
#ifndef PLAIN_H
#define PLAIN_H

#include "sheet.h"

/* Fills the document from a text in UTF-8, which its blocks and fields point to. A title that
 * it has already stays. `sheet` holds the lines meanwhile. */
void plain_read(struct document *document, struct slice text, struct furniture_book *book,
	struct sheet *sheet);

#endif
