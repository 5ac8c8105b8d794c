/* unite: which things belong together (a forest of disjoint sets, after Tarjan). */
#ifndef UNITE_H
#define UNITE_H

#include <stddef.h>
#include <stdint.h>

/* Each of `count` things alone; free() it. */
uint32_t *unite_new(size_t count);

/* The smallest thing of the set. */
uint32_t unite_find(uint32_t *sets, uint32_t thing);

void unite(uint32_t *sets, uint32_t a, uint32_t b);

#endif
