/*
 * hearsay: what somebody else is known to say by its form alone. "Der Damm sei alt" goes on
 * what was said in the sentence before; "angeblich", "aurait fait" tell that somebody says it,
 * and not who.
 */
#ifndef HEARSAY_H
#define HEARSAY_H

#include "clause.h"

/*
 * Adds what the sentence says in such a form; nothing else was found in it. `from`: the
 * paragraph's first finding. Where nobody is named the source is empty.
 */
void hearsay_find(const struct clause *c, struct findings *findings, size_t from);

#endif
