/* furniture_table: the tables furniture as phrases of a book. */
#ifndef FURNITURE_TABLE_H
#define FURNITURE_TABLE_H

#include "phrasebook.h"
#include "tables.h"

/* Adds a row of a table to `draft`, a struct phrasebook_draft (a table_take). Ends the program
 * where the row names no kind or no place. */
void furniture_table_take(void *draft, const struct slice field[TABLE_FIELDS]);

#endif
