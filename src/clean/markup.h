/* markup: how tags are written, and what is to know of elements before a page is parsed. */
#ifndef MARKUP_H
#define MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

enum {
	MARKUP_NAME = 12, /* no name that matters is longer */
	MARKUP_ATTRIBUTES = 64
};

/* What is to know of an element; none of it: it nests, and holds markup. */
enum {
	MARKUP_FLAT = 1,    /* it has no end, or is ended by the next of its kind */
	MARKUP_FORMAT = 2,  /* it is opened anew in each later paragraph */
	MARKUP_GRAPHIC = 4, /* of SVG: closed in itself there, not closed at all elsewhere */
	MARKUP_RAW = 8      /* its content is no markup */
};

/* The traits of an element by its name in lower case. */
unsigned markup_traits(const char *name);

/* A start or end tag: where the attributes are that somebody asks for, and where it ends. */
struct markup_tag {
	struct {
		size_t from, to;
	} attributes[MARKUP_ATTRIBUTES];
	size_t count;
	size_t end;  /* behind its > */
	bool whole;  /* it has one */
	bool closed; /* in itself: <br/> */
};

/*
 * Reads the name of a tag that begins at page[at] (behind < or </), in lower case and cut where
 * it is longer than any that matters. Returns where it ends.
 */
size_t markup_read_name(struct slice page, size_t at, char name[MARKUP_NAME + 1]);

/* Reads what follows the name of a tag at page[at], as the standard of HTML has it. */
void markup_read_tag(struct markup_tag *tag, struct slice page, size_t at, const char *element);

/* White space as markup has it. */
static inline bool
markup_is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

#endif
