/* person: names of persons, by what they look like. */
#ifndef PERSON_H
#define PERSON_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

struct name {
	size_t words, capitals, digits, letters;
	bool odd;  /* has what names do not have */
	bool wide; /* of a script without spaces */
};

struct name person_look(struct slice text);

/* Whether a text looks like a person's name: two words or more, or of a script without spaces,
 * no digits, no address, not an outlet. */
bool person_is_name(struct slice text);

#endif
