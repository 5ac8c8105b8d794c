/*
 * cleaner: all that clean keeps from one document to the next, and the way of a document
 * through it.
 */
#ifndef CLEANER_H
#define CLEANER_H

#include "document.h"
#include "dom.h"
#include "furniture.h"
#include "input.h"
#include "options.h"
#include "output.h"
#include "sheet.h"

struct cleaner {
	struct output output;
	struct writer writer;
	struct furniture_book furniture;
	struct document document;
	struct dom dom, embedded;
	struct sheet sheet; /* of a plain text */
	struct buffer decoded;
	struct option_list members; /* of JSON Lines: FIELD=NAME */
};

/* What is known of a document from where it was found; empty: nothing. */
struct found {
	struct slice id, url, title, date, outlet, byline, charset;
};

/* Reads a page or a plain text and writes its records. */
void clean_page(struct cleaner *cleaner, struct slice bytes, const struct found *found);
void clean_text(struct cleaner *cleaner, struct slice bytes, const struct found *found);

/* The same of a plain text in a file. No report has many megabytes: a text that does is read,
 * judged and written part by part, each of its lines with those around it. */
void clean_text_file(struct cleaner *cleaner, struct input *input, const struct found *found);

void cleaner_free(struct cleaner *cleaner);

#endif
