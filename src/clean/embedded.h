/*
 * embedded: the article that a page holds as a string of one of its scripts, for a browser to
 * put into the page, where the page itself comes without it.
 */
#ifndef EMBEDDED_H
#define EMBEDDED_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/*
 * Fills `to` with that article as HTML, on the line of the page where it stands. False: the
 * page's scripts hold none.
 */
bool embedded_find(struct buffer *to, struct slice page);

#endif
