/*
 * tame: takes out of a page what makes an HTML parser slow beyond reason. The standard's
 * algorithm walks its stack of open elements at each tag, and compares each attribute of a tag
 * with those before it, so that both cost the square of what a page can do.
 */
#ifndef TAME_H
#define TAME_H

#include <stddef.h>

/* Overwrites with spaces the tags that nest too deep (their text stays), and attributes beyond
 * some hundreds in one tag. Pages made for people are not changed. */
void tame(char *page, size_t len);

#endif
