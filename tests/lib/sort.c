#include "sort.h"

#include <stdlib.h>

#include "memory.h"
#include "test.h"

enum {
	MOST = 300, /* items */
};

static uint32_t
random_below(uint32_t limit)
{
	static uint32_t state = 4711;
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % limit;
}

/* Places with keys below `kinds`, in the order of their keys, as sort_pairs() has it. */
static struct sort_pair *
new_order(size_t count, uint32_t kinds)
{
	struct sort_pair *order = memory_new(count * sizeof *order);
	for (size_t i = 0; i < count; i++) {
		struct sort_pair pair = {random_below(kinds), (uint32_t)i};
		size_t at = i;
		for (; at > 0 && order[at - 1].key > pair.key; at--)
			order[at] = order[at - 1];
		order[at] = pair;
	}
	return order;
}

/* Arranged items are those that a plain copy to a second array gives, each byte of them. */
static void
check_arrange(size_t count, size_t size, uint32_t kinds)
{
	struct sort_pair *order = new_order(count, kinds);
	/* of their own size, so that an access beyond them is seen */
	char *items = memory_new(count * size), *want = memory_new(count * size);
	for (size_t i = 0; i < count * size; i++)
		items[i] = (char)random_below(256);
	for (size_t i = 0; i < count; i++)
		memcpy(want + i * size, items + order[i].value * size, size);
	sort_arrange(items, size, order, count);
	CHECK(memcmp(items, want, count * size) == 0);
	free(want);
	free(items);
	free(order);
}

void
test_sort_arrange(char *file)
{
	(void)file;
	static const size_t counts[] = {0, 1, 2, 3, 17, MOST};
	static const size_t sizes[] = {1, 3, 4, 7, 8, 13, 56, 101};
	static const uint32_t kinds[] = {1, 2, 5, UINT32_MAX};
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++)
			for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
				check_arrange(counts[i], sizes[j], kinds[k]);
}

/* All are in one circle, as they are where the last is put first. */
void
test_sort_arrange_circle(char *file)
{
	(void)file;
	struct sort_pair order[MOST];
	uint32_t items[MOST];
	for (uint32_t i = 0; i < MOST; i++) {
		order[i] = (struct sort_pair){i, (i + MOST - 1) % MOST};
		items[i] = i;
	}
	sort_arrange(items, sizeof *items, order, MOST);
	CHECK(items[0] == MOST - 1);
	for (uint32_t i = 1; i < MOST; i++)
		CHECK(items[i] == i - 1);
}
