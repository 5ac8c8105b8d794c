/*
 * ordinal: first, twenty-first, two hundredth, 21st, 93-тя, 2. Quartal
 */
#ifndef ORDINAL_H
#define ORDINAL_H

#include "amount.h"
#include "cardinal.h"

/* Reads the word for one at amount->first, or a part by one: every FIFTH. */
bool ordinal_read(const struct lexemes *lexemes, struct amount *amount);

/* Whether what was read is the beginning of one, which then is read to its end: twenty-FIRST,
 * 21ST.
 */
bool ordinal_read_behind(struct cardinal *reading);

/*
 * Whether a full stop behind digits makes them one: 2. Quartal, within a sentence, in languages
 * that write so.
 */
bool ordinal_is_point(const struct lexemes *lexemes, size_t at);

#endif
