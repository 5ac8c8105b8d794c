/*
 * names: who a source is: its name in the fullest form that the document has of it, its role,
 * and what kind of source it is.
 */
#ifndef NAMES_H
#define NAMES_H

#include "article.h"
#include "finding.h"
#include "persons.h"

enum source_class {
	SOURCE_UNKNOWN,
	SOURCE_NAMED,
	SOURCE_ANONYMOUS,
	SOURCE_ORGANISATION,
	SOURCE_OUTLET,
	SOURCE_DOCUMENT,
};

struct speaker {
	struct slice name, role; /* of the article's text or of a table */
	enum source_class class;
};

/* A source met before, for "the officials", "they", "he". */
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

/* All zero before its first use. */
struct names {
	const struct article *article;
	const struct lexicon *lexicon;
	struct persons persons;
	struct past past[PAST_SOURCES];
	size_t past_count; /* all that were met; the last PAST_SOURCES are kept */
	uint32_t at;       /* the first word of the source that is looked at */
};

/* Reads the names of all persons in the article. */
void names_read(
	struct names *names, const struct article *article, const struct lexicon *lexicon);

/* Who the source of a finding is. To be called in the order of the text. */
struct speaker names_resolve(struct names *names, struct range source);

const char *source_class_name(enum source_class class);

void names_free(struct names *names);

#endif
