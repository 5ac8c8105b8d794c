/*
 * export: reports as databases, mail and feeds give them, in lines with labels ("Length: 523
 * words", "Byline: Ana Ruiz"; tables head-fields).
 */
#ifndef EXPORT_H
#define EXPORT_H

#include "document.h"
#include "sheet.h"

/*
 * Where a text is such a one, takes what its lines say of the report to the document, and gives
 * each its role; labels go. The sheet's title is the line that names it. Any other text stays
 * as it is.
 */
void export_read(struct sheet *sheet, struct document *document);

#endif
