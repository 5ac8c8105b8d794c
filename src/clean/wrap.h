/*
 * wrap: plain texts whose paragraphs are broken into lines of one width, as in mail and as
 * programs take them from PDFs.
 */
#ifndef WRAP_H
#define WRAP_H

#include "memory.h"
#include "sheet.h"

/*
 * Puts the lines of such a text together to paragraphs, in the arena; words divided at a line's
 * end lose their hyphen. What heads or ends pages is dropped: lines that come again with
 * another number. Any other text stays as it is.
 */
void wrap_undo(struct sheet *sheet, struct arena *arena, struct furniture_book *book);

#endif
