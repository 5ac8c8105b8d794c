/* byline: who wrote an article, and how lines say so. */
#ifndef BYLINE_H
#define BYLINE_H

#include <stdbool.h>

#include "memory.h"
#include "slice.h"

/*
 * Whether a line of text is a byline: "By Ana Ruiz and Tom Vell in Harl", "Von Jonas Petri | 3.
 * Mai 2023", "EFE | Madrid | 10:15" (words of tables bylines). Behind the title (`expected`)
 * bare names are one, too.
 */
bool byline_in_line(struct slice line, bool expected);

/* Whether it begins with a word such as "By": "By our sports desk". */
bool byline_leads(struct slice text);

/* Who wrote, and for whom: names separated by "; "; empty where nobody is named. */
struct byline {
	struct slice names, outlet;
};

/* What a byline (byline_in_line) says; in the arena or in the line itself. */
struct byline byline_read(struct slice line, struct arena *arena);

/* The names in what is said of an author elsewhere, separated by "; "; in the arena. */
struct slice byline_names(struct slice text, struct arena *arena);

/* Takes the first name off a byline (byline_names). False where there is none. */
bool byline_next_name(struct slice *names, struct slice *name);

/* Whether a text begins with one of the names of a byline (byline_names). */
bool byline_begins(struct slice names, struct slice text);

/* Whether all names of a byline (byline_names) are persons'. */
bool byline_are_persons(struct slice names);

/* Whether the text ends by saying whose picture it describes: "… on Saturday. Photo: Jan
 * Okker". */
bool byline_has_credit(struct slice text);

/* Whether a line begins with a word such as "Quote:". */
bool byline_labels_quote(struct slice line);

#endif
