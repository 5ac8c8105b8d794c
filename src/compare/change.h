/*
 * change: amounts that tell how much something changed ("rose by 20 percent", "halved", "fell
 * by 7,000"), and when they can be held against those that tell or work out the same.
 */
#ifndef CHANGE_H
#define CHANGE_H

#include "figure.h"

/* Says of a figure that was just read what change it tells. */
void change_read(struct figure *figure, const struct number *number);

/* The figure's amount; of a fraction with what such words leave open: "a third" may be 30
 * percent.
 */
struct interval change_loose(const struct figure *figure);

/*
 * The figure's amount, beside `other`: of changes by a share how much was added or taken away,
 * so that "doubled" is a hundred percent more.
 */
struct interval change_amount(const struct figure *figure, const struct figure *other);

/* Whether both may tell one thing, as far as changes and what is worked out go. */
bool change_comparable(const struct figure *a, const struct figure *b);

#endif
