/* language: which language a document is in. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "document.h"

/*
 * The language of a document, as a BCP 47 tag: what the text itself shows clearly, else what
 * the document says of itself, else `told`, else the best guess. A text shows it by its script,
 * and by the commonest words of the languages that share one (tables common).
 */
struct slice language_choose(const struct document *document, struct slice told);

#endif
