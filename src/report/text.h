/*
 * text: the report as text for a terminal.
 */
#ifndef TEXT_H
#define TEXT_H

#include "changes.h"
#include "labels.h"
#include "overview.h"
#include "screen.h"
#include "sides.h"

struct text {
	struct screen screen;
	const struct overview *overview;
	bool all; /* nothing is left out, however long */

	/* private */
	struct buffer scratch;
	struct sides sides;
	struct changes changes;
	struct labels labels;
	struct buffer label;
	size_t label_at, label_lines; /* how much of it was added */
};

/* Writes the whole report into screen.out. */
void text_write(struct text *text);

void text_free(struct text *text);

/* The sections, each in a file of its own; one that has nothing to say writes nothing. */
void text_figures(struct text *text);
void text_sources(struct text *text);
void text_quotations(struct text *text);
void text_copies(struct text *text);
void text_origins(struct text *text);

/* What sections have in common. */
void text_heading(struct text *text, const char *heading, const char *note);

/* Adds the letter of a document, and its name behind it. */
void text_add_document(struct text *text, uint32_t document);

/* Works the sides of a claim of figures out, into text->sides. */
void text_make_sides(struct text *text, const struct claim *claim);

/*
 * What a claim of figures is about, in lines of so many columns: begun, the next line of it
 * added to the screen's, and the lines that are left written below.
 */
void text_begin_label(struct text *text, const struct claim *claim, size_t columns);
bool text_add_label(struct text *text, size_t columns);
void text_finish_label(struct text *text, size_t columns);

void text_add_amount(struct text *text, enum style style, const struct side *side);

/* How many of `count` items a section shows, and the line that says how many it leaves out. */
size_t text_limit(const struct text *text, size_t count);
void text_say_more(struct text *text, size_t count, const char *one, const char *many);
void text_say_left_out(struct text *text, size_t count, const char *one, const char *many);

#endif
