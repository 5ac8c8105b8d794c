/*
 * content: which pieces of a page are its article. The element that holds most of the text in
 * sentences is found as Readability does it (text passes its weight on to the elements around
 * it); then what lies in it is judged piece by piece, and from its end.
 */
#ifndef CONTENT_H
#define CONTENT_H

#include "document.h"
#include "furniture.h"
#include "pieces.h"

/* What is known of the article from elsewhere in the page; empty: nothing. */
struct hints {
	struct slice title;
	struct slice
		body; /* its text as the page tells programs; may be cut, or without marks */
};

/*
 * Gives each piece its role, ROLE_JUNK where it is not of the article; `roles` has room for all
 * of them. `areas` are the nodes' (areas.h).
 */
void content_find(enum role *roles, const struct dom *dom, const uint8_t *areas,
	const struct pieces *pieces, const struct hints *hints, struct furniture_book *book);

#endif
