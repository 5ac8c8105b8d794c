/* likeness: how sure it is that two figures tell one quantity. */
#ifndef LIKENESS_H
#define LIKENESS_H

#include "figure.h"

/* Above 0: they do. `same_voice`: one speaker gives both. */
float likeness(const struct figure *a, const struct figure *b, bool same_voice);

/* Whether the two can be told in one dimension: lengths, and lengths beside areas. */
bool likeness_possible(const struct figure *a, const struct figure *b);

#endif
