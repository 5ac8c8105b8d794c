#include "meeting.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "sort.h"

enum {
	COUNT_MIN = 1 << 16, /* of which there is room at the beginning */
	SHORT = 32,          /* lists that are sorted by insertion */
};

static int
compare_b(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct meeting *left = a, *right = b;
	return (left->b > right->b) - (left->b < right->b);
}

static void
sort_by_b(struct meeting *items, size_t count)
{
	if (count > SHORT) {
		sort_items(items, count, sizeof *items, compare_b, NULL);
		return;
	}
	for (size_t i = 1; i < count; i++) {
		struct meeting one = items[i];
		size_t at = i;
		for (; at > 0 && items[at - 1].b > one.b; at--)
			items[at] = items[at - 1];
		items[at] = one;
	}
}

/* Sorts by a: counts, then deals out. */
static void
sort_by_a(struct meetings *meetings)
{
	uint32_t *first = meetings->first;
	struct meeting *sorted = memory_new(meetings->capacity * sizeof *sorted);
	memset(first, 0, (meetings->things + 2) * sizeof *first);
	for (size_t i = 0; i < meetings->count; i++)
		first[meetings->items[i].a + 2]++;
	for (size_t i = 2; i < meetings->things + 2; i++)
		first[i] += first[i - 1];
	for (size_t i = 0; i < meetings->count; i++)
		sorted[first[meetings->items[i].a + 1]++] = meetings->items[i];
	free(meetings->items);
	meetings->items = sorted;
}

/* Puts those of one pair together in items[start..end), from `to` on; returns where they end.
 */
static size_t
join(struct meeting *items, size_t start, size_t end, size_t to)
{
	for (size_t i = start; i < end; i++) {
		if (i > start && items[to - 1].b == items[i].b) {
			uint32_t rare = (items[to - 1].keys | items[i].keys) & MEETING_RARE;
			items[to - 1].keys =
				((items[to - 1].keys + items[i].keys) & ~MEETING_RARE) | rare;
		} else {
			items[to++] = items[i];
		}
	}
	return to;
}

void
meetings_sort(struct meetings *meetings)
{
	if (!meetings->first)
		meetings->first = memory_new((meetings->things + 2) * sizeof *meetings->first);
	sort_by_a(meetings);
	size_t kept = 0;
	for (size_t a = 0, start = 0; a < meetings->things; a++) {
		size_t end = meetings->first[a + 1];
		sort_by_b(meetings->items + start, end - start);
		meetings->first[a] = (uint32_t)kept;
		kept = join(meetings->items, start, end, kept);
		start = end;
	}
	meetings->first[meetings->things] = (uint32_t)kept;
	meetings->count = kept;
}

void
meetings_grow(struct meetings *meetings)
{
	size_t capacity = meetings->capacity;
	if (capacity > 0)
		meetings_sort(meetings);
	if (meetings->count <= capacity / 2 && capacity > 0)
		return;
	meetings->capacity = capacity ? capacity + capacity / 2 : COUNT_MIN;
	if (meetings->capacity > UINT32_MAX)
		die("more candidates than one process can hold");
	meetings->items =
		memory_resize(meetings->items, meetings->capacity * sizeof *meetings->items);
}

void
meetings_free(struct meetings *meetings)
{
	free(meetings->items);
	free(meetings->first);
	*meetings = (struct meetings){0};
}
