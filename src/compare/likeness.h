/* likeness: how sure it is that two figures tell one quantity. */
#ifndef LIKENESS_H
#define LIKENESS_H

#include "figure.h"

/* A figure that others are compared with: its words, by their places. */
struct likened {
	const uint32_t *terms; /* of all figures */
	const struct figure *figure;
	const struct company *company; /* of their names */
	struct places places;
};

void likened_make(struct likened *likened, const uint32_t *terms, const struct figure *figure,
	const struct company *company);

/* Above 0: they tell one quantity; below: they do not. */
float likeness(const struct likened *likened, const struct figure *other);

/* Whether the two can be told in one dimension: lengths, and lengths beside areas. */
bool likeness_possible(const struct figure *a, const struct figure *b);

#endif
