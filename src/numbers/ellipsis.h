/*
 * ellipsis: what a count counts behind which no noun stands: what its clause counts ("the
 * number of voters rose to 40"), or the noun of the count before ("12 men died, four in
 * hospital").
 */
#ifndef ELLIPSIS_H
#define ELLIPSIS_H

#include "number.h"

/* Whether a time is told there in place of a noun: "up from nine A DAY EARLIER". */
bool ellipsis_is_time(const struct lexemes *lexemes, size_t at);

/*
 * Fills number->what with slices of the sentence, or leaves it empty. `before` is the last
 * count of the sentence, or NULL.
 */
void ellipsis_read(
	const struct lexemes *lexemes, struct number *number, const struct number *before);

#endif
