/*
 * plain: the plain cases, settled at a glance: `word. Word`, `word? Word`, `in 2014. Word`,
 * the period in `1.5` and `example.com`. They never say anything that ending_decide() would
 * not, but they are most of what there is.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "lexicon.h"
#include "slice.h"

enum plain {
	PLAIN_NO,  /* plainly no sentence ends here */
	PLAIN_YES, /* plainly one ends */
	PLAIN_UNSURE
};

/*
 * Whether the sentence that begins at `start` ends at the mark text[at]; where it does, `*end`
 * is behind its last byte.
 */
enum plain plain_decide(
	const struct lexicon *lexicon, struct slice text, size_t start, size_t at, size_t *end);

#endif
