/* language: which language a document is in. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "document.h"
#include "slice.h"
#include "votes.h"

/*
 * The language of a document, as a BCP 47 tag: what the text itself shows clearly, else what
 * the document says of itself, else `told`, else the best guess. A text shows it by its script,
 * and by the commonest words of the languages that share one (tables common).
 */
struct slice language_choose(const struct document *document, struct slice told);

/* How many words of a text are common in each language. */
void language_count(struct votes *words, struct slice text);

/* Those of a language; 0 where it has no table. */
size_t language_words_of(const struct votes *words, struct slice language);

#endif
