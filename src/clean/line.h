/* line: what a line of text looks like, whatever its words. */
#ifndef LINE_H
#define LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

struct looks {
	size_t words;
	size_t sentences; /* ends of sentences within it */
	bool stops;       /* ends as a sentence does, quotation marks and brackets aside */
	bool trails_off;  /* ends with "..." or "…" */
	bool colon;       /* ends with a colon */
	bool quotes;      /* has a quotation mark */
	bool quoted;      /* is a quotation from one end to the other */
	bool joints;      /* has a mark such as stands between the parts of menus: | > / · */
	bool digits;
	bool labelled; /* has a colon anywhere */
	bool item;     /* begins with a bullet, or a number and a stop */
	bool rubric;   /* begins with a letter in upper case, or is without case */
};

struct looks line_looks(struct slice line);

#endif
