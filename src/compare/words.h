/*
 * words: a text as words that can be compared: in lower case, without endings, each with how
 * much it tells.
 *
 * A word is a run of letters or digits; digits keep the points and commas between them
 * ("11,000" is 11000), "'s" falls away. Characters of scripts without spaces are taken two by
 * two.
 */
#ifndef WORDS_H
#define WORDS_H

#include "lexicon.h"

/* All zero before its first use; it owns its items until words_free(). */
struct words {
	struct word *items;
	size_t count, capacity;
	struct buffer scratch;
};

/* Fills `words` anew with those of the text (below 4 GiB). */
void words_split(struct words *words, const struct lexicon *lexicon, struct slice text);

void words_free(struct words *words);

#endif
