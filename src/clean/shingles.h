/* shingles: runs of words of a text, to tell how much of another text stands in it. */
#ifndef SHINGLES_H
#define SHINGLES_H

#include "slice.h"

struct shingles;

/* Of an empty text too; the text may go. */
struct shingles *shingles_new(struct slice text);

/* How much of `text` stands in the shingles' text, word for word: 0 to 1. */
double shingles_share(const struct shingles *shingles, struct slice text);

void shingles_free(struct shingles *shingles);

#endif
