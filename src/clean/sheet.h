/* sheet: a plain text as lines, with what each looks like and what was found out about it. */
#ifndef SHEET_H
#define SHEET_H

#include "document.h"
#include "furniture.h"
#include "line.h"

enum {
	SHEET_LONG = 220, /* bytes; of a longer line is known only that it is text */
	SHEET_HEAD = 12   /* lines at the top among which title, byline and date stand */
};

/* A line that is not empty. */
struct line {
	struct slice text;
	size_t number; /* in the source, from 1 */
	struct looks looks;
	struct furniture_match match;
	bool gap : 1; /* an empty line, or the beginning, stands before it */
	bool drop : 1;
	bool ready : 1; /* it is known that the text can be copied into a record as it is */
	enum role role : 8;
	char first; /* byte of the text */
};

/* All zero before its first use; it may be used again for the next text. */
struct sheet {
	struct line *lines;
	size_t count, capacity;
	size_t title; /* which line it is; `count` where none is */
	/* how much of the text was read, and how many of its lines */
	size_t read, lines_read;
	bool gap; /* the last of them was empty */

	/* A very long text is read part by part. */
	bool begins, ends; /* the text begins, and ends, with the part at hand */
	/* of what stands above that: */
	struct {
		size_t lines;  /* of the source */
		bool gap;      /* the last of them was empty */
		bool titled;   /* the title is among them */
		bool exported; /* it is an export (export.h), */
		bool told;     /* in which a sentence has no label; */
		bool marked;   /* it is Markdown */
	} above;
};

/* Begins anew with a text of which nothing was read. It is all one part. */
void sheet_clear(struct sheet *sheet);

/* Goes on with the text's next part, of which nothing was read. */
void sheet_go_on(struct sheet *sheet);

/* Takes out the lines of the part at hand, to read it again. */
void sheet_restart(struct sheet *sheet);

/* Whether the title is known, and whether a line stands below it. */
bool sheet_is_titled(const struct sheet *sheet);
bool sheet_is_below_title(const struct sheet *sheet, size_t i);

/*
 * Adds the text's lines from where reading stopped, which it points to. Where it is not known
 * that the text is UTF-8 (`known`) it stops in front of a line that is not. False where it did.
 */
bool sheet_read(
	struct sheet *sheet, struct slice text, bool known, struct furniture_book *book);

/* Gives a line another text, and looks at that. */
void sheet_look(struct line *line, struct slice text, struct furniture_book *book);

/* Gives a line another text, whose looks are the same. */
void line_set_text(struct line *line, struct slice text);

/* The first line at or behind one that is not dropped; `count` where there is none. */
size_t sheet_kept(const struct sheet *sheet, size_t i);

/* A sentence of the report itself: what is said, or told with a full stop. */
bool line_is_sentence(const struct line *line);

/* The same, or a shorter one: "He fled.", but not "Thank you!" */
bool line_is_brief(const struct line *line);

/* Whether it could be a headline. */
bool line_is_title_like(const struct line *line);

/* Whether it is short and no more than numbers and marks: a counter, the time on a phone. */
bool line_is_wordless(const struct line *line);

void sheet_free(struct sheet *sheet);

#endif
