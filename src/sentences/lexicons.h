/* lexicons: one lexicon for each language met, made when it is first asked for. */
#ifndef LEXICONS_H
#define LEXICONS_H

#include <stddef.h>

#include "lexicon.h"

/* All zero but for `rules` before its first use. */
struct lexicons {
	const struct rules *rules; /* a user's tables */

	/* private */
	struct lexicons_entry {
		const char *language;
		struct lexicon *lexicon;
	} * entries;
	size_t count;
};

/* The lexicon of the language that a BCP 47 tag names; that of "root" where it has no tables.
 */
const struct lexicon *lexicons_find(struct lexicons *lexicons, struct slice tag);

void lexicons_free(struct lexicons *lexicons);

#endif
