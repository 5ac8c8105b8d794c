/*
 * names: what documents are called in a report. IDs are long (paths, URLs); here each has a
 * letter for tables, and a short name that no other document has.
 */
#ifndef NAMES_H
#define NAMES_H

#include "findings.h"

struct names {
	struct slice *of; /* the short name of each document */
	size_t count;

	/* private */
	struct map by_id;
};

/* Works the names out: `texts/a.html` and `texts/b.html` become `a` and `b`. */
void names_make(struct names *names, const struct findings *findings);

/* Takes the first name off a list of names with "; " between them; false where none is left. */
bool names_next(struct slice *list, struct slice *name);

/*
 * Adds names that stand with "; " between them; one that is a document's ID becomes its short
 * name.
 */
void names_add_list(struct buffer *to, const struct names *names, struct slice list);

void names_free(struct names *names);

/* Adds the letter of a document: A to Z, then AA, AB … */
void names_add_letter(struct buffer *to, uint32_t document);

#endif
