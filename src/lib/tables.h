/*
 * tables: words as data. Each src/lang/LANGUAGE/NAME.tsv is compiled in as a table; LANGUAGE is
 * a primary subtag of BCP 47, or "root" for what holds in every language. A user's own tables
 * (--rules) have the same form and are added to them.
 *
 *	# cues: word class
 *	# any other comment
 *	said<TAB>speech
 *
 * The first comment names the table, then its fields, with a TAB or a space between.
 */
#ifndef TABLES_H
#define TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "options.h"
#include "slice.h"

enum {
	TABLE_FIELDS = 8
};

/* A table that is compiled in: its name, and its rows as lines. Made by the build. */
struct table {
	const char *language, *name;
	size_t fields;
	const char *rows;
	size_t len;
};

/* Closed by one without a name. */
extern const struct table built_in_tables[];

/* A user's tables. All zero: none. */
struct rules {
	struct rules_file *files;
};

/*
 * Reads a file of a user's tables. One that cannot be read, names a table that `program`'s
 * tables do not know, or has a row of more fields than its table, ends the program with a
 * message.
 */
void rules_read(struct rules *rules, char *path);

/* Reads all files that --rules named, and lets go of the list. */
void rules_read_all(struct rules *rules, struct option_list *paths);

void rules_free(struct rules *rules);

/*
 * Calls `take` with each row of the tables of that name: of "root", then of `language` (where
 * it is not "root" itself), then of the user's (`rules` may be NULL), so that a later row can
 * replace an earlier one. A field missing at a row's end is empty. Fields live as long as the
 * program, a user's until rules_free().
 */
typedef void table_take(void *context, const struct slice field[TABLE_FIELDS]);
void tables_each(const struct rules *rules, const char *language, const char *name,
	table_take *take, void *context);

/* Calls `take` with each row of a user's tables of that name; `rules` may be NULL. */
void rules_each(const struct rules *rules, const char *name, table_take *take, void *context);

/* Calls `take` with each row of one table that is compiled in. */
void table_each(const struct table *table, table_take *take, void *context);

/*
 * The language for which there are tables that a BCP 47 tag names ("de-AT": "de", "nb": "no"),
 * as a string that lives as long as the program; NULL where there are none.
 */
const char *language_of(struct slice tag);

/*
 * The language in which documents are read that name none: the one that `--language` names
 * (NULL or empty where it was not given), or English; where there are no tables for it a note
 * says so.
 */
const char *language_by_default(const char *named);

#endif
