/* head: what a plain text says of itself above its report and around it: title, byline, date,
 * outlet. */
#ifndef HEAD_H
#define HEAD_H

#include "sheet.h"

/* Finds the title, below a kicker or not. */
void head_find_title(struct sheet *sheet, struct document *document);

/* Reads the lines below the title, the dateline that the report begins with, and the agencies
 * that its last line credits. */
void head_read(struct sheet *sheet, struct document *document);

#endif
