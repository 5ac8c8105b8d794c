/*
 * stash: text that is kept from the HTML parser, which reads character by character. In the
 * page one character of private use stands for each run of text, and the text is put back where
 * the parser has put the character.
 */
#ifndef STASH_H
#define STASH_H

#include <stdbool.h>

#include "memory.h"
#include "slice.h"

/* All zero before its first use. */
struct stash {
	struct slice *texts; /* in the arena */
	size_t count, capacity;
	struct arena *arena;
	bool closed; /* the page has such characters itself */
};

/* Empties the stash for a page; what is put into it is copied to the arena. */
void stash_begin(struct stash *stash, struct slice page, struct arena *arena);

/*
 * Takes a run of text out of a page, and writes what stands for it to `to`, which may be where
 * the text is. Returns its length, the text's at most; 0: the text has to stay, nothing was
 * written.
 */
size_t stash_take(struct stash *stash, struct slice text, char *to);

/* The text of a node with all its runs put back; it is in the arena, or `text` itself. */
struct slice stash_restore(struct stash *stash, struct slice text);

void stash_free(struct stash *stash);

#endif
