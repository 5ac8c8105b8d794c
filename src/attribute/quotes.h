/*
 * quotes: which words stand inside quotation marks. Marks of all kinds pair with one another,
 * mismatched ones too (“ … "); inches and apostrophes are none.
 */
#ifndef QUOTES_H
#define QUOTES_H

#include "slice.h"
#include "words.h"

/*
 * Fills `quoting` of a paragraph's words. `open`: the paragraph before ended inside a
 * quotation. Returns whether this one does: a quotation runs on over paragraphs, each of which
 * opens with a mark, or none of which does.
 */
bool quotes_mark(
	const struct words *words, struct slice text, struct range paragraph, bool open);

#endif
