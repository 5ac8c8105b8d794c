/*
 * list: markers of lists that run on in a paragraph (`1) … 2) …`). A list begins where its
 * first marker begins a sentence; from then on each next marker before a capital begins one
 * too.
 */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

enum list_kind {
	LIST_NONE,
	LIST_NUMBER, /* 1 2 3 */
	LIST_LETTER, /* a b c, A B C */
	LIST_ROMAN   /* i ii iii, I II III */
};

/* The list that the text is in. All zero: none. */
struct list {
	enum list_kind kind;
	char closer;   /* of its markers: . or ) */
	bool capital;  /* A B C */
	unsigned next; /* the marker that would go on with it */
};

/*
 * To be called where text[at] is `.` or `)`, in order. `start`: where the current sentence
 * begins. Where a marker of a list ends there, sets `*begins` to where its item begins
 * (`start`, or where a cut is to be made), `*ends` to behind the marker, and returns true.
 */
bool list_marker(struct list *list, struct slice text, size_t start, size_t at, size_t *begins,
	size_t *ends);

#endif
