/* document: what clean finds out about one document before it is written as records. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "map.h"
#include "memory.h"
#include "output.h"
#include "slice.h"

enum role {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_BYLINE,
	ROLE_DATELINE,
	ROLE_HEADING,
	ROLE_CAPTION,
	ROLE_LIST,
	ROLE_QUOTE,
	ROLE_JUNK,
};

struct block {
	struct slice text; /* as found: not yet normalised */
	size_t line;       /* in the source, from 1 */
	enum role role;
	bool ready; /* it is known that the text can be copied into a record as it is */
};

enum {
	DOCUMENT_TEXTS = 2 /* the page's, and that of an article which a script of it holds */
};

/* Fields are slices of the source, the texts or the arena, not yet normalised; empty: not
 * known.
 */
struct document {
	struct slice id, language, date, outlet, byline, url, title;
	struct block *blocks;
	size_t count, capacity;
	struct arena arena; /* for what is put together, until the next document */
	struct buffer texts[DOCUMENT_TEXTS]; /* that blocks show; kept for the next document */
};

/* Lets go of what was found and keeps the memory. */
void document_clear(struct document *document);

/* Makes room for so many blocks; there are none yet. */
void document_make_room(struct document *document, size_t count);

/* Returns the block, for what else is known of it. */
struct block *document_add(
	struct document *document, enum role role, size_t line, struct slice text);

void document_free(struct document *document);

/* How documents are written. */
struct writer {
	bool all;              /* with what is junk */
	struct slice language; /* of documents that name none; empty: guessed */
	struct map ids;        /* how often each was written */
	struct arena names;
	/* of the document being written */
	struct buffer id, text;
	struct buffer head; /* the fields that all its texts begin with */
};

/* Writes the document as records: one doc, then a text for each block that is not empty. */
void document_write(
	const struct document *document, struct writer *writer, struct output *output);

/* Writes the blocks, as more of the document that was written last. */
void document_write_more(
	const struct document *document, struct writer *writer, struct output *output);

void writer_free(struct writer *writer);

#endif
