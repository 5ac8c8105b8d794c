/*
 * tense: whether words speak of what was or of what will be, which decides between the last
 * Friday and the next.
 */
#ifndef TENSE_H
#define TENSE_H

#include "lexeme.h"

enum tense {
	TENSE_UNKNOWN,
	TENSE_PAST,
	TENSE_FUTURE,
};

/*
 * The tense of the verb that a date in the tokens from `first` on belongs to: that of the
 * nearest one before it, else behind it, within its clause or nearly so.
 */
enum tense tense_of(const struct lexemes *lexemes, size_t first);

/* Whether all the words of a text are of a date: it stands alone, and announces. */
bool tense_is_date_alone(const struct lexemes *lexemes);

#endif
