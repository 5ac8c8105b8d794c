#include "keyed.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum {
	DIGIT_BITS_MAX = 11, /* of a key, by which the things of a bucket are dealt out */
	DIGITS_MAX = 1 << DIGIT_BITS_MAX,
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

/* The digit of a key that has so many bits: its highest ones. */
static uint32_t
digit_of(struct sort_pair item, unsigned bits)
{
	return item.key >> (32 - bits);
}

/* Writes to starts[] where the things of each digit begin; the last one is the end of all. */
static void
count_digits(const struct keyed *keyed, uint32_t bucket, unsigned bits,
	uint32_t starts[DIGITS_MAX + 1])
{
	size_t left = keyed->sizes[bucket];
	memset(starts, 0, (((size_t)1 << bits) + 1) * sizeof *starts);
	for (uint32_t at = keyed->last[bucket]; left > 0; at = keyed->chunks[at].before) {
		const struct sort_pair *items = keyed->chunks[at].items;
		size_t here = (left - 1) % KEYED_CHUNK + 1;
		for (size_t i = 0; i < here; i++)
			starts[digit_of(items[i], bits) + 1]++;
		left -= here;
	}
	for (uint32_t digit = 0; digit < 1u << bits; digit++)
		starts[digit + 1] += starts[digit];
}

/*
 * Deals the things of a bucket out by digit. The chunks lie from the last to the first: so each
 * digit is filled from its end, ends[], which is then its start.
 */
static void
deal_out(const struct keyed *keyed, uint32_t bucket, unsigned bits, uint32_t *ends,
	struct sort_pair *to)
{
	size_t left = keyed->sizes[bucket];
	for (uint32_t at = keyed->last[bucket]; left > 0; at = keyed->chunks[at].before) {
		const struct sort_pair *items = keyed->chunks[at].items;
		size_t here = (left - 1) % KEYED_CHUNK + 1;
		for (size_t i = here; i-- > 0;)
			to[--ends[digit_of(items[i], bits)]] = items[i];
		left -= here;
	}
}

/* Brings the things of one key together among those of one digit, mostly one or two. */
static void
part_keys(struct sort_pair *items, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (items[i].key != items[0].key) {
			sort_pairs(items, count);
			return;
		}
}

const struct sort_pair *
keyed_bucket(struct keyed *keyed, uint32_t bucket, size_t *count)
{
	uint32_t starts[DIGITS_MAX + 1];
	unsigned bits = 1;
	*count = keyed->sizes ? keyed->sizes[bucket] : 0;
	if (*count == 0)
		return NULL;
	keyed->sorted = memory_reserve(
		keyed->sorted, &keyed->sorted_capacity, *count, sizeof *keyed->sorted);
	while (bits < DIGIT_BITS_MAX && (size_t)1 << bits < *count)
		bits++;
	count_digits(keyed, bucket, bits, starts);
	deal_out(keyed, bucket, bits, starts + 1, keyed->sorted);
	for (uint32_t digit = 0; digit < 1u << bits; digit++) {
		size_t start = starts[digit + 1];
		size_t end = digit + 1 < 1u << bits ? starts[digit + 2] : *count;
		part_keys(keyed->sorted + start, end - start);
	}
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
	*keyed = (struct keyed){0};
}
