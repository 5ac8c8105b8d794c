/*
 * matrix: claims of figures as a table of text: a claim a line, a document a column.
 */
#ifndef MATRIX_H
#define MATRIX_H

#include "text.h"

struct matrix {
	size_t *columns; /* how wide each document's column is; 0: it has none */
	size_t documents, label, sources;
	bool fits; /* the table has room on the screen */
};

/* Measures a table of these claims; matrix_free() lets it go. */
void matrix_make(struct matrix *matrix, struct text *text, const struct claim *const *claims,
	size_t count);

void matrix_free(struct matrix *matrix);

/* Write the line of letters, and a claim's line, in which `style` marks what is apart. */
void matrix_write_header(const struct matrix *matrix, struct text *text);
void matrix_write_row(const struct matrix *matrix, struct text *text, const struct claim *claim,
	enum style style);

#endif
