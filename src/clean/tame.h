/*
 * tame: takes out of a page what makes an HTML parser slow. The standard's algorithm walks its
 * stack of open elements at each tag, and compares each attribute of a tag with those before
 * it, so that both cost the square of what a page can do; and it reads scripts, styles and
 * drawings character by character, which are most of many pages and hold no text.
 */
#ifndef TAME_H
#define TAME_H

#include <stdbool.h>
#include <stddef.h>

#include "stash.h"

/*
 * Takes out tags that nest too deep (their text stays), attributes beyond some hundreds in one
 * tag, comments, drawings, and the content of scripts and styles, JSON-LD excepted. Line breaks
 * stay, so that lines keep their numbers. Text goes into the stash, but for what is short or
 * written as &references;. Returns how long the page is then. `*full`: it has so many elements
 * that their trees would take several times its size; of the later ones the text alone stays.
 */
size_t tame(char *page, size_t len, struct stash *stash, bool *full);

#endif
