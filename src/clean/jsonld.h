/* jsonld: what a page says about its article in JSON-LD, in the terms of schema.org. */
#ifndef JSONLD_H
#define JSONLD_H

#include "buffer.h"
#include "memory.h"
#include "slice.h"

/* Empty: not said. Kept in the arena. */
struct article {
	struct slice headline, published, modified, language, url, publisher, body;
	struct buffer authors; /* persons' names, separated by "; " */
	struct buffer organisations;
	int rank; /* of the object that was taken: how much it is an article */
};

/* Adds what a JSON-LD script says; of several objects the one goes before that is more an
 * article, then the first. */
void jsonld_read(struct article *article, struct slice script, struct arena *arena);

#endif
