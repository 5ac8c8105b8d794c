/* names: the names of a byline, put together from its fields. */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/* All zero but for `strict` before its first use; the caller frees the text. */
struct names {
	struct buffer text;  /* the names, separated by "; " */
	size_t count, words; /* of names, and of the last of them */
	struct slice outlet; /* that was found among them; of a field */
	bool strict;         /* outlets, places and roles are left out */
};

/* Adds the names in a field, without words such as "By" and without where each of them was. */
void names_add(struct names *names, struct slice field);

#endif
