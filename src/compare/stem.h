/* stem: what is left of a word without its ending, so that its forms count as one. */
#ifndef STEM_H
#define STEM_H

#include "lexicon.h"

enum {
	STEM_ENDING_MAX = 8, /* bytes of an ending */
};

/* The stem of a word in lower case; it may lie in `scratch`. */
struct slice stem_of(const struct lexicon *lexicon, struct slice word, struct buffer *scratch);

#endif
