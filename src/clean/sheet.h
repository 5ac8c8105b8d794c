/* sheet: a plain text as lines, with what each looks like and what was found out about it. */
#ifndef SHEET_H
#define SHEET_H

#include "document.h"
#include "furniture.h"
#include "line.h"

enum {
	SHEET_LONG = 220 /* bytes; of a longer line is known only that it is text */
};

/* A line that is not empty. */
struct line {
	struct slice text;
	size_t number; /* in the source, from 1 */
	struct looks looks;
	struct furniture_match match;
	bool gap : 1; /* an empty line, or the beginning, stands before it */
	bool drop : 1;
	enum role role : 8;
};

/* All zero before its first use; it may be used again for the next text. */
struct sheet {
	struct line *lines;
	size_t count, capacity;
	size_t title; /* which line it is; `count` where none is */
};

/* Fills the sheet anew with the text's lines, which it points to. */
void sheet_read(struct sheet *sheet, struct slice text, struct furniture_book *book);

/* Gives a line another text, and looks at that. */
void sheet_look(struct line *line, struct slice text, struct furniture_book *book);

/* The first line at or behind one that is not dropped; `count` where there is none. */
size_t sheet_kept(const struct sheet *sheet, size_t i);

/* A sentence of the report itself: what is said, or told with a full stop. */
bool line_is_sentence(const struct line *line);

/* Whether it could be a headline. */
bool line_is_title_like(const struct line *line);

void sheet_free(struct sheet *sheet);

#endif
