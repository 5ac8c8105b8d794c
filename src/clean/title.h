/* title: the headline of a page, of the several that it gives. */
#ifndef TITLE_H
#define TITLE_H

#include "dom.h"
#include "jsonld.h"
#include "metadata.h"

struct title {
	struct slice text;  /* the headline */
	struct slice shown; /* the heading that shows it, maybe in other words; may be empty */
};

/*
 * Slices of the arena or of what is given; empty where the page at `url` has none. The headline
 * is its heading (h1), which other titles of the page confirm, or what it gives to those who
 * share it, where that was written for readers.
 */
struct title title_find(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct slice url, struct arena *arena);

/*
 * The outlet's name that stands in the title element beside a headline which the page has
 * elsewhere, too; empty where there is none.
 */
struct slice title_outlet(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena);

#endif
