#include "sort.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

static bool
in_order(const char *items, size_t count, size_t size, sort_compare *compare,
	const void *context)
{
	for (size_t i = 1; i < count; i++)
		if (compare(items + (i - 1) * size, items + i * size, context) > 0)
			return false;
	return true;
}

/* Merges from[start..middle) and from[middle..end) into to[start..end). */
struct merge {
	const char *from;
	char *to;
	size_t size;
	sort_compare *compare;
	const void *context;
};

static void
merge_runs(const struct merge *merge, size_t start, size_t middle, size_t end)
{
	size_t a = start, b = middle, size = merge->size;
	for (size_t at = start; at < end; at++) {
		bool left = b == end || (a < middle && merge->compare(merge->from + a * size,
							       merge->from + b * size,
							       merge->context) <= 0);
		memcpy(merge->to + at * size, merge->from + (left ? a++ : b++) * size, size);
	}
}

void
sort_items(void *items, size_t count, size_t size, sort_compare *compare, const void *context)
{
	if (in_order(items, count, size, compare, context))
		return;
	char *scratch = memory_new(count * size);
	char *from = items, *to = scratch;
	for (size_t width = 1; width < count; width *= 2) {
		struct merge merge = {from, to, size, compare, context};
		for (size_t start = 0; start < count; start += 2 * width) {
			size_t middle = start + width < count ? start + width : count;
			size_t end = middle + width < count ? middle + width : count;
			merge_runs(&merge, start, middle, end);
		}
		char *swap = from;
		from = to;
		to = swap;
	}
	if (from != (char *)items)
		memcpy(items, from, count * size);
	free(scratch);
}

enum {
	DIGITS = 1 << SORT_DIGIT_BITS,
	SHORT = 24, /* pairs that are sorted by insertion */
};

void
sort_pairs_by_digit(
	const struct sort_pair *from, struct sort_pair *to, size_t count, unsigned shift)
{
	size_t start[DIGITS] = {0};
	for (size_t i = 0; i < count; i++)
		start[from[i].key >> shift & (DIGITS - 1)]++;
	for (size_t digit = 0, sum = 0; digit < DIGITS; digit++) {
		size_t here = start[digit];
		start[digit] = sum;
		sum += here;
	}
	for (size_t i = 0; i < count; i++)
		to[start[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
}

static void
insert_pairs(struct sort_pair *pairs, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct sort_pair one = pairs[i];
		size_t at = i;
		for (; at > 0 && pairs[at - 1].key > one.key; at--)
			pairs[at] = pairs[at - 1];
		pairs[at] = one;
	}
}

void
sort_pairs(struct sort_pair *pairs, size_t count)
{
	if (count <= SHORT) {
		insert_pairs(pairs, count);
		return;
	}
	uint32_t bits = 0; /* that any key has: many are small numbers */
	for (size_t i = 0; i < count; i++)
		bits |= pairs[i].key;
	struct sort_pair *scratch = memory_new(count * sizeof *scratch);
	struct sort_pair *from = pairs, *to = scratch;
	for (unsigned shift = 0; shift < 32 && bits >> shift > 0; shift += SORT_DIGIT_BITS) {
		sort_pairs_by_digit(from, to, count, shift);
		struct sort_pair *swap = from;
		from = to;
		to = swap;
	}
	if (from != pairs)
		memcpy(pairs, from, count * sizeof *pairs);
	free(scratch);
}

/* Moves the items of one circle of places on, each to where it belongs. */
static void
turn(char *items, size_t size, struct sort_pair *order, size_t start, char *held)
{
	size_t at = start;
	memcpy(held, items + start * size, size);
	while (order[at].value != start) {
		size_t from = order[at].value;
		memcpy(items + at * size, items + from * size, size);
		order[at].value = (uint32_t)at;
		at = from;
	}
	memcpy(items + at * size, held, size);
	order[at].value = (uint32_t)at;
}

void
sort_arrange(void *items, size_t size, struct sort_pair *order, size_t count)
{
	char *held = memory_new(size);
	for (size_t i = 0; i < count; i++)
		if (order[i].value != i)
			turn(items, size, order, i, held);
	free(held);
}

size_t
sort_find(const void *items, size_t count, size_t size, sort_compare *compare,
	const void *context, const void *key)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare((const char *)items + middle * size, key, context) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
compare_keys(const void *a, const void *b, const void *context)
{
	(void)context;
	const struct sort_pair *left = a, *right = b;
	return (left->key > right->key) - (left->key < right->key);
}

size_t
sort_find_pair(const struct sort_pair *pairs, size_t count, uint32_t key)
{
	struct sort_pair wanted = {.key = key};
	return sort_find(pairs, count, sizeof *pairs, compare_keys, NULL, &wanted);
}
