/* guess: the encoding of bytes that nothing names. */
#ifndef GUESS_H
#define GUESS_H

#include "slice.h"

/*
 * The encoding in which the bytes, which are not ASCII, read best as text: by the characters
 * that multi-byte encodings show, by the letters that languages are written with (table
 * alphabets) and their common words. "utf-8" where they read as text in none.
 */
struct slice guess_charset(struct slice bytes);

#endif
