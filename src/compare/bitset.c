#include "bitset.h"

#include <stdlib.h>

#include "memory.h"

void
bitset_begin(struct bitset *set, size_t limit)
{
	set->count = limit / BITSET_WORD + 1;
	set->words = memory_new_zeroed(set->count, sizeof *set->words);
}

void
bitset_free(struct bitset *set)
{
	free(set->words);
	*set = (struct bitset){0};
}
