/* bracket: what a bracket behind a full stop is. */
#ifndef BRACKET_H
#define BRACKET_H

#include <stdbool.h>

#include "slice.h"

/*
 * Whether the bracket that opens at `at` holds a whole sentence, not a note to the one before
 * it: `It was late. (Nobody knew why.) They left`, but `It was 1990. (See p. 5), and`. Looks no
 * further than 150 bytes.
 */
bool bracket_is_sentence(struct slice text, size_t at);

#endif
