/*
 * screen: lines of text for a terminal or a file, of a given width in columns. What is added to
 * a line is made visible (visible.h), so nothing in a document reaches the terminal itself.
 */
#ifndef SCREEN_H
#define SCREEN_H

#include <stdbool.h>

#include "buffer.h"

enum style {
	STYLE_PLAIN,
	STYLE_STRONG,
	STYLE_FAINT,
	STYLE_BAD,  /* what is in conflict */
	STYLE_NOTE, /* what wants a look */
	STYLE_GOOD,
};

struct screen {
	struct buffer *out;
	size_t width;
	bool color;

	/* private: the line so far, and the style of each of its bytes */
	struct buffer text, styles;
};

/* Adds to the line. */
void screen_add(struct screen *screen, enum style style, struct slice text);
void screen_add_size(struct screen *screen, enum style style, size_t number);

/* Adds at most `columns` columns of the text; what is cut ends in an ellipsis. */
void screen_add_cut(struct screen *screen, enum style style, struct slice text, size_t columns);

/* Adds spaces until the line is `column` columns wide. */
void screen_move(struct screen *screen, size_t column);

/* How wide the line is so far. */
size_t screen_column(const struct screen *screen);

/*
 * Writes the line, broken between words where it is too wide; lines after the first begin with
 * `indent` spaces.
 */
void screen_end_line(struct screen *screen, size_t indent);

void screen_free(struct screen *screen);

/* How many bytes at the front take at most `columns` columns; of whole words where one fits. */
size_t screen_fit(struct slice text, size_t columns);
size_t screen_break(struct slice text, size_t columns);

#endif
