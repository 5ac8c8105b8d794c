/*
 * ending: whether a sentence ends at a mark. The method is that of a reader who looks at the
 * word before, the mark, and the word behind; the rules are in ending.c, each with an example.
 */
#ifndef ENDING_H
#define ENDING_H

#include <stdbool.h>

#include "lexicon.h"
#include "mark.h"
#include "slice.h"

/* `start`: where the sentence that might end begins. */
bool ending_decide(const struct lexicon *lexicon, struct slice text, size_t start,
	const struct mark *mark);

#endif
