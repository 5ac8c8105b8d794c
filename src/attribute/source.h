/*
 * source: who says something, as its record tells: a name, its role, and what kind of source
 * it is; and the sources that a document has named so far, for "the officials", "they", "he".
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "slice.h"

struct person;

enum source_class {
	SOURCE_UNKNOWN,
	SOURCE_NAMED,
	SOURCE_ANONYMOUS,
	SOURCE_ORGANISATION,
	SOURCE_OUTLET,
	SOURCE_DOCUMENT,
};

const char *source_class_name(enum source_class class);

struct speaker {
	struct slice name, role; /* of the article's text or of a table */
	enum source_class class;
};

/* A source met before. */
struct past {
	struct speaker speaker;
	uint64_t head; /* hash of its head noun, or last name */
	uint64_t role; /* hash of a person's role, 0: none */
	bool plural;
	struct person *person; /* NULL: none that the document names in full */
	uint32_t at;           /* the first word of the source */
};

enum {
	PAST_SOURCES = 64, /* are kept in mind */
};

/* The last PAST_SOURCES that were met. All zero before its first use. */
struct pasts {
	struct past items[PAST_SOURCES];
	size_t count; /* of all that were met */
	uint32_t at;  /* the first word of the source that is looked at */
};

/* Adds the source that is looked at. */
void pasts_add(struct pasts *pasts, struct past past);

/* The source met last that is of the kind, NULL where none is. */

/* One person; not one known to be of another gender (NAME_MALE, NAME_FEMALE, 0: any). */
const struct past *pasts_person(const struct pasts *pasts, uint64_t gender);

/* Several persons, or an organisation. */
const struct past *pasts_plural(const struct pasts *pasts);

/* An organisation, an outlet or a document. */
const struct past *pasts_thing(const struct pasts *pasts);

/* Who has that role. */
const struct past *pasts_role(const struct pasts *pasts, uint64_t role);

/* One of that head noun or last name. */
const struct past *pasts_head(const struct pasts *pasts, uint64_t head);

#endif
