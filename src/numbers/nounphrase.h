/*
 * nounphrase: where a noun phrase behind or before a number begins and ends, told by stop
 * words, punctuation and the forms of words.
 */
#ifndef NOUNPHRASE_H
#define NOUNPHRASE_H

#include "lexeme.h"

/*
 * The noun phrase that begins at `first`: up to a stop word, punctuation, a verb behind a noun,
 * or the end of the first plural in lower case. Returns the token behind it.
 */
size_t nounphrase_end(const struct lexemes *lexemes, size_t first);

/* Leaves out what may stand before a noun phrase and is no part of it: the, other, more. */
size_t nounphrase_begin(const struct lexemes *lexemes, size_t at);

/* Whether the token may be a word of a noun phrase. */
bool nounphrase_has(const struct lexemes *lexemes, size_t at);

/* Whether the tokens are glued by a hyphen or an apostrophe: asylum-seekers, nation's */
bool nounphrase_is_glue(const struct lexemes *lexemes, size_t at);

/* Whether a word is a verb behind a noun, by its form: 12 workers WALKED. */
bool nounphrase_is_verb(const struct lexemes *lexemes, size_t at);

/* Whether a word is a plural by its form or its table. */
bool nounphrase_is_plural(const struct lexemes *lexemes, size_t at);

#endif
