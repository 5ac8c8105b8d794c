/*
 * dialogue: speech that dashes set off. A paragraph that begins with a dash is spoken but for
 * the remarks in it, "— Never, — said the mayor. — Nobody came."; and in a quotation a remark
 * may stand between dashes, «It is a lie, — said Holm, — all of it».
 */
#ifndef DIALOGUE_H
#define DIALOGUE_H

#include "words.h"

/*
 * Fills `quoting` of such a paragraph's words as if dashes were quotation marks; its quotation
 * marks have been paired (quotes.h). A paragraph with a dash but no remark stays as it is.
 */
void dialogue_mark(const struct words *words, struct range paragraph);

#endif
