#include "unite.h"

#include "memory.h"

uint32_t *
unite_new(size_t count)
{
	uint32_t *sets = memory_new(count * sizeof *sets);
	for (size_t i = 0; i < count; i++)
		sets[i] = (uint32_t)i;
	return sets;
}

uint32_t
unite_find(uint32_t *sets, uint32_t thing)
{
	while (sets[thing] != thing) {
		sets[thing] = sets[sets[thing]];
		thing = sets[thing];
	}
	return thing;
}

void
unite(uint32_t *sets, uint32_t a, uint32_t b)
{
	a = unite_find(sets, a);
	b = unite_find(sets, b);
	if (a < b)
		sets[b] = a;
	else
		sets[a] = b;
}
