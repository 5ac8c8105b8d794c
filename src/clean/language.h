/* language: which language a document is in. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "document.h"

/*
 * The language of a text, as a BCP 47 subtag that lives as long as the program: by its script,
 * and by the commonest words of the languages that share one (tables common). Empty where
 * nothing speaks for any.
 */
struct slice language_guess(const struct document *document);

/*
 * The language to write: what the text itself shows clearly, else what the document says of
 * itself, else `told`, else the best guess.
 */
struct slice language_choose(const struct document *document, struct slice told);

#endif
