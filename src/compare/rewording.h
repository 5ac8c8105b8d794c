/*
 * rewording: how far a sentence's words were changed where it tells another one's text again.
 */
#ifndef REWORDING_H
#define REWORDING_H

#include "align.h"
#include "passage.h"

/* A sentence word for word. */
struct worded {
	struct slice text;
	const struct passage *words;
};

struct rewording {
	size_t shorter; /* words of the sentence that has fewer */
	size_t kept;    /* in common order; another ending or spelling of a word is the word */
	size_t exchanged; /* for others, with a weight */
	size_t longest;   /* run of words kept without a gap */
	size_t moved;     /* words in a row that stand elsewhere in the other sentence */
};

/*
 * Compares the two sentences. What is exchanged counts one for each place, whatever the number
 * of words, but two where it is a small word ("in" for "of"): who puts one name or verb for
 * another keeps a sentence's build, who changes its small words builds it anew. `alignment` is
 * used for the work, and is then that of the words.
 */
struct rewording rewording_of(struct alignment *alignment, struct worded a, struct worded b);

/* The same from what an alignment of a's and b's words says alone; nothing is moved. */
struct rewording rewording_of_alignment(
	const struct alignment *alignment, size_t a_count, size_t b_count);

#endif
