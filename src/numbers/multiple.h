/*
 * multiple: how many times something is more or less than before or than another: halved,
 * twice, four times as many, fivefold.
 */
#ifndef MULTIPLE_H
#define MULTIPLE_H

#include "number.h"

/* Reads the word or phrase for one at `at`. */
bool multiple_read(const struct lexemes *lexemes, size_t at, struct number *number);

/* Makes a number a ratio where "times as" or "-fold" stands behind it. */
void multiple_read_times(const struct lexemes *lexemes, struct number *number);

#endif
