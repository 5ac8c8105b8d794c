/*
 * areas: what the elements of a page are for, by their tags, roles, classes and IDs (words of
 * the table classes).
 */
#ifndef AREAS_H
#define AREAS_H

#include <stdint.h>

#include "dom.h"

enum area {
	AREA_NONE,
	AREA_BODY,    /* the article, says its class */
	AREA_BYLINE,  /* who wrote it */
	AREA_CAPTION, /* of a picture */
	AREA_DATE,
	AREA_HIDDEN,   /* never seen: scripts, templates, form controls */
	AREA_UNSEEN,   /* not seen yet, says its style; but lazily shown articles say so, too */
	AREA_LINKS,    /* related, tags, share: junk where it is made of links or short */
	AREA_JUNK,     /* newsletters, advertisements, footers: whatever they hold */
	AREA_COMMENTS, /* readers' */
	AREA_SUSPICIOUS, /* asides, boxes, cards: junk where links are many */
	AREA_COUNT
};

/* An area for each node, by its own marks alone; `areas` has room for dom->count. */
void areas_find(const struct dom *dom, uint8_t *areas);

#endif
