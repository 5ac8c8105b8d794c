/* byline: who wrote an article, and how lines say so. */
#ifndef BYLINE_H
#define BYLINE_H

#include <stdbool.h>

#include "memory.h"
#include "slice.h"

/*
 * Whether a line of text is a byline: "By Ana Ruiz and Tom Vell", "Von Jonas Petri" (words of
 * tables bylines). Behind the title (`expected`) a bare name is one, too.
 */
bool byline_in_line(struct slice line, bool expected);

/* Whether it begins with a word such as "By": "By our sports desk". */
bool byline_leads(struct slice text);

/* The names in a byline, separated by "; "; in the arena or in `text` itself. */
struct slice byline_names(struct slice text, struct arena *arena);

/* Whether what is said of a person's name looks like one: two words or more, or of a script
 * without spaces, no digits, no address, not an outlet. */
bool byline_is_person(struct slice name);

/* Whether all names of a byline (byline_names) are persons'. */
bool byline_are_persons(struct slice names);

/* Whether the text ends by saying whose picture it describes: "… on Saturday. Photo: Jan
 * Okker". */
bool byline_has_credit(struct slice text);

/* Whether a line begins with a word such as "Quote:". */
bool byline_labels_quote(struct slice line);

#endif
