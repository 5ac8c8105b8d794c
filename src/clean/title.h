/* title: the headline of a page, of the several that it gives. */
#ifndef TITLE_H
#define TITLE_H

#include "dom.h"
#include "jsonld.h"
#include "metadata.h"

/* The headline; in the arena or one of the slices given. Empty where the page has none. */
struct slice title_find(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena);

#endif
