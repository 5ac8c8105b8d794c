/*
 * speech: finds who says what in a paragraph by rules: a cue, the source beside it, and the
 * quotation or clause that belongs to it.
 */
#ifndef SPEECH_H
#define SPEECH_H

#include "article.h"
#include "finding.h"

/*
 * Adds what sentences tell whose last words are a source and its cue, though others speak in
 * them, too: "They agreed to go, |the paper reported|". speech_find() leaves those to the tagger
 * where it knows the language.
 */
void speech_find_closing(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings);

/* Adds what is found in the paragraph; its quotation marks have been paired (quotes.h). */
void speech_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings);

#endif
