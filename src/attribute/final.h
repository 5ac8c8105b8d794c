/*
 * final: sentences of languages whose verb stands last: "Vali, köprünün açılacağını |söyledi|."
 */
#ifndef FINAL_H
#define FINAL_H

#include "clause.h"

/*
 * Adds what a sentence says that ends with a verb of saying; false where none does. `from`: the
 * paragraph's first finding, whose last source goes on where the sentence names none.
 */
bool final_find(const struct clause *c, struct findings *findings, size_t from);

#endif
