/*
 * rows: what the rows of each table say of a word.
 */
#ifndef ROWS_H
#define ROWS_H

#include "lexicon.h"

/* A table by its name: which role its words have, and how a row fills their entry. */
struct row_kind {
	const char *name;
	enum role role;
	bool exact; /* the key is matched as it is spelled */
	void (*fill)(struct lexicon *lexicon, struct entry *entry,
		const struct slice field[TABLE_FIELDS]);
};

/* Closed by one without a name. A row that makes no sense ends the program with a message. */
extern const struct row_kind row_kinds[];

/*
 * Takes a row of the table `numerals`, a property of the language; `context` is a lexicon,
 * where each is told.
 */
table_take rows_take_property;

#endif
