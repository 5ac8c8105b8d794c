/*
 * portion: so many out of so many: one in five, one voter in ten, two over three, every fifth.
 */
#ifndef PORTION_H
#define PORTION_H

#include "cardinal.h"
#include "number.h"

/* Makes a cardinal that has been read a part of the one that stands behind, if one does. */
void portion_read(struct cardinal *reading, struct amount *amount);

/* Makes an ordinal behind "every" a part: every FIFTH voter. */
void portion_read_every(const struct lexemes *lexemes, struct amount *amount);

/*
 * Makes a number behind "a" and a noun a part: UN PAYSAN SUR cinq, UM EM CADA cinco. None of it
 * stands before `floor`.
 */
void portion_read_article(const struct lexemes *lexemes, size_t floor, struct number *number);

#endif
