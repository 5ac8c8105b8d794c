/* field: what a byline tells side by side: "By Ana Ruiz | Harl Gazette | 3 May 2023". */
#ifndef FIELD_H
#define FIELD_H

#include <stdbool.h>

#include "slice.h"

enum field {
	FIELD_OTHER,
	FIELD_NOTHING, /* nothing besides a date */
	FIELD_LED,     /* names behind a word such as "By" */
	FIELD_BARE,    /* names with nothing in front */
	FIELD_OUTLET
};

/* Takes the first field off a line. False where there is none. */
bool field_next(struct slice *line, struct slice *field);

/* What a field says; its date, mail address and lead are taken off. */
enum field field_look(struct slice *field);

/* Whether a field is names behind a word such as "By", or (`bare`) names with nothing in front.
 */
bool field_has_names(struct slice field, bool bare);

#endif
