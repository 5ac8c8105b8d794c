/* author: who wrote a page's article, by its JSON-LD, meta elements and marked text. */
#ifndef AUTHOR_H
#define AUTHOR_H

#include "dom.h"
#include "jsonld.h"
#include "metadata.h"

/* The names, separated by "; ", in the arena; the outlet's where nobody else is named. */
struct slice author_find(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena);

/* Whether a byline says more than the outlet's name. */
bool author_is_named(
	struct slice byline, const struct meta *meta, const struct article *article);

/* The names of a byline without the outlet's among them: "Harl Gazette; Ana Ruiz"; in the
 * arena.
 */
struct slice author_without_site(struct slice names, struct slice site, struct arena *arena);

#endif
