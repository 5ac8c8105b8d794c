/* part: what names in a byline are separated into: "Ana Ruiz, Tom Vell and Jan Okker". */
#ifndef PART_H
#define PART_H

#include <stdbool.h>

#include "slice.h"

/* A name, and the byte of the separator in front of it, 0 for the first. */
struct part {
	struct slice text;
	char mark;
};

/* The part behind the one that ends at `*end`; begun with `*end` 0. False behind the last. */
bool part_next(struct slice names, size_t *end, struct part *part);

#endif
