/*
 * speech: finds who says what in a paragraph by rules: a cue, the source beside it, and the
 * quotation or clause that belongs to it.
 */
#ifndef SPEECH_H
#define SPEECH_H

#include "article.h"
#include "finding.h"

/* Adds what is found in the paragraph; its quotation marks have been paired (quotes.h). */
void speech_find(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings);

/*
 * Adds the paragraph's quotations that belong to none of its findings (those from `from` on):
 * they go on what was said before.
 */
void speech_run_on(const struct article *article, const struct paragraph *paragraph,
	struct findings *findings, size_t from);

/* Where the clause that begins at `from` ends: before the next one, or with the sentence. */
uint32_t speech_clause_end(const struct word *words, struct range sentence, uint32_t from);

#endif
