/* line: what a line of text looks like, whatever its words. */
#ifndef LINE_H
#define LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "folded.h"
#include "slice.h"

/* Small: there is one for each line of a text. */
struct looks {
	uint32_t words;
	uint32_t sentences;  /* ends of sentences within it */
	bool stops : 1;      /* ends as a sentence does, quotation marks and brackets aside */
	bool trails_off : 1; /* ends with "..." or "…" */
	bool colon : 1;      /* ends with a colon */
	bool quotes : 1;     /* has a quotation mark */
	bool quoted : 1;     /* is a quotation from one end to the other */
	bool joints : 1; /* has a mark such as stands between the parts of menus: | > / · */
	bool digits : 1;
	bool labelled : 1; /* has a colon anywhere */
	bool item : 1;     /* begins with a bullet, or a number and a stop */
	bool rubric : 1;   /* begins with a letter in upper case, or is without case */
};

struct looks line_looks(struct slice line);

/* The same of a line that was folded. */
struct looks line_looks_folded(const struct folded *folded);

#endif
