/* spaceless: marks that no space follows: 1.5, example.com, and where the space was forgotten.
 */
#ifndef SPACELESS_H
#define SPACELESS_H

#include <stdbool.h>

#include "place.h"

/*
 * Whether the mark is plainly within something: example.com, U.S.A. Needs no more of the place
 * than what follows.
 */
bool spaceless_is_inner(const struct place *place);

/* Whether a sentence ends all the same: `It was over.They went home.` */
bool spaceless_ends(const struct place *place);

#endif
