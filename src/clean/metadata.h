/* metadata: what a page says about itself: in JSON-LD, meta elements, marked and plain text. */
#ifndef METADATA_H
#define METADATA_H

#include <stdbool.h>

#include "document.h"
#include "dom.h"
#include "jsonld.h"

enum {
	META_AUTHORS = 16
};

/* What a page's meta and link elements say, the first of each kind; empty: nothing. */
struct meta {
	struct slice shared_title; /* og:title */
	struct slice title;        /* twitter:title and the like */
	struct slice site;         /* og:site_name */
	struct slice published;    /* article:published_time and the like */
	struct slice url;          /* canonical */
	struct slice language;
	struct slice document_title; /* the title element */
	struct slice authors[META_AUTHORS];
	size_t author_count;
};

void meta_read(struct meta *meta, const struct dom *dom);

/* Reads all JSON-LD of a page. */
void metadata_read_jsonld(struct article *article, const struct dom *dom, struct arena *arena);

/*
 * Fills the document's fields. What the document has already (its url) stays. Returns the title
 * as the page shows it, which may be another than the document's.
 */
struct slice metadata_find(struct document *document, const struct dom *dom,
	const uint8_t *areas, const struct meta *meta, const struct article *article);

#endif
