/* head: what a plain text says of itself around its report: byline, date, outlet. */
#ifndef HEAD_H
#define HEAD_H

#include "sheet.h"

/* Reads the lines around the title (headline_find), the dateline that the report begins with,
 * and the agencies that its last line credits. */
void head_read(struct sheet *sheet, struct document *document);

#endif
