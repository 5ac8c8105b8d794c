/* pieces: a page's text, cut where its blocks begin and end. */
#ifndef PIECES_H
#define PIECES_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "dom.h"

struct piece {
	uint32_t node;     /* the block element around it */
	uint32_t first;    /* its first text node */
	uint32_t line;     /* in the source */
	uint32_t links;    /* bytes of it within links */
	uint32_t strong;   /* bytes of it in bold type */
	uint32_t slanted;  /* and in italics */
	bool pictured;     /* a picture stands between it and the piece before it */
	size_t start, end; /* in the text */
};

/* All zero before its first use. */
struct pieces {
	struct buffer text; /* with white space made single spaces */
	struct piece *pieces;
	size_t count, capacity;
};

/* Fills `pieces` anew with what a reader of the page sees; `areas` are its nodes' (areas.h). */
void pieces_cut(struct pieces *pieces, const struct dom *dom, const uint8_t *areas);

static inline struct slice
piece_text(const struct pieces *pieces, size_t i)
{
	struct piece piece = pieces->pieces[i];
	return slice_cut(buffer_slice(&pieces->text), piece.start, piece.end);
}

void pieces_free(struct pieces *pieces);

#endif
