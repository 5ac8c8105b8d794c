#include "keyed.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum {
	SORTED_BITS = 2 * SORT_DIGIT_BITS, /* of a key, which tell most of a bucket apart */
	SHORT = 24,                        /* fewer are sorted at once */
};

void
keyed_extend(struct keyed *keyed, uint32_t bucket)
{
	if (!keyed->sizes) {
		keyed->sizes = memory_new_zeroed(KEYED_BUCKETS, sizeof *keyed->sizes);
		keyed->last = memory_new_zeroed(KEYED_BUCKETS, sizeof *keyed->last);
	}
	if (keyed->sizes[bucket] % KEYED_CHUNK != 0)
		return;
	keyed->chunks = memory_reserve(keyed->chunks, &keyed->chunk_capacity,
		keyed->chunk_count + 1, sizeof *keyed->chunks);
	keyed->chunks[keyed->chunk_count].before = keyed->last[bucket];
	keyed->last[bucket] = (uint32_t)keyed->chunk_count++;
}

/* Copies the things of a bucket to `to`, from the last chunk to the first. */
static void
gather(const struct keyed *keyed, uint32_t bucket, struct sort_pair *to)
{
	size_t left = keyed->sizes[bucket];
	for (uint32_t at = keyed->last[bucket]; left > 0; at = keyed->chunks[at].before) {
		size_t here = (left - 1) % KEYED_CHUNK + 1;
		left -= here;
		memcpy(to + left, keyed->chunks[at].items, here * sizeof *to);
	}
}

/* Sorts what the bits at hand did not tell apart. */
static void
part_keys(struct sort_pair *items, size_t count)
{
	const uint32_t mask = (1u << SORTED_BITS) - 1;
	for (size_t start = 0, end; start < count; start = end) {
		bool same = true;
		for (end = start + 1;
			end < count && ((items[end].key ^ items[start].key) & mask) == 0; end++)
			same = same && items[end].key == items[start].key;
		if (!same)
			sort_pairs(items + start, end - start);
	}
}

const struct sort_pair *
keyed_bucket(struct keyed *keyed, uint32_t bucket, size_t *count)
{
	*count = keyed->sizes ? keyed->sizes[bucket] : 0;
	if (*count == 0)
		return NULL;
	keyed->sorted = memory_reserve(
		keyed->sorted, &keyed->sorted_capacity, *count, sizeof *keyed->sorted);
	keyed->scratch = memory_reserve(
		keyed->scratch, &keyed->scratch_capacity, *count, sizeof *keyed->scratch);
	gather(keyed, bucket, keyed->sorted);
	if (*count <= SHORT) {
		sort_pairs(keyed->sorted, *count);
		return keyed->sorted;
	}
	sort_pairs_by_digit(keyed->sorted, keyed->scratch, *count, 0);
	sort_pairs_by_digit(keyed->scratch, keyed->sorted, *count, SORT_DIGIT_BITS);
	part_keys(keyed->sorted, *count);
	return keyed->sorted;
}

void
keyed_clear(struct keyed *keyed)
{
	if (keyed->sizes)
		memset(keyed->sizes, 0, KEYED_BUCKETS * sizeof *keyed->sizes);
	keyed->chunk_count = keyed->count = 0;
}

void
keyed_free(struct keyed *keyed)
{
	free(keyed->chunks);
	free(keyed->last);
	free(keyed->sizes);
	free(keyed->sorted);
	free(keyed->scratch);
	*keyed = (struct keyed){0};
}
