#include "keyed.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"

enum {
	DIGIT_BITS_MAX = 11, /* of a key, by which the things of a bucket are dealt out */
	DIGITS_MAX = 1 << DIGIT_BITS_MAX,
};

/* The first slot of a chunk: how many things lie in those before it, and the slot behind them.
 */
void
keyed_extend(struct keyed *keyed, uint32_t bucket)
{
	if (!keyed->next)
		keyed->next = memory_new_zeroed(KEYED_BUCKETS, sizeof *keyed->next);
	uint32_t end = keyed->next[bucket];
	if (end % KEYED_CHUNK != 0)
		return;
	size_t first = keyed->slot_count;
	keyed->slot_count += KEYED_CHUNK;
	if (keyed->slot_count > UINT32_MAX)
		die("more keys than one process can hold");
	keyed->slots = memory_reserve(
		keyed->slots, &keyed->slot_capacity, keyed->slot_count, sizeof *keyed->slots);
	uint32_t before = end ? keyed->slots[end - KEYED_CHUNK].key + KEYED_CHUNK - 1 : 0;
	keyed->slots[first] = (struct sort_pair){before, end};
	keyed->next[bucket] = (uint32_t)first + 1;
}

static void
fetch_chunk(const struct keyed *keyed, uint32_t end)
{
	enum {
		LINE = 64 / sizeof *keyed->slots
	};
	for (uint32_t back = LINE; back <= KEYED_CHUNK && back <= end; back += LINE)
		__builtin_prefetch(keyed->slots + end - back);
}

/* The first slot of the chunk that ends there; the chunk before it is fetched meanwhile. */
static uint32_t
first_slot(const struct keyed *keyed, uint32_t end)
{
	uint32_t first = (end - 1) / KEYED_CHUNK * KEYED_CHUNK;
	fetch_chunk(keyed, keyed->slots[first].value);
	return first;
}

static size_t
count_things(const struct keyed *keyed, uint32_t bucket)
{
	uint32_t end = keyed->next ? keyed->next[bucket] : 0;
	if (end == 0)
		return 0;
	uint32_t first = first_slot(keyed, end);
	return keyed->slots[first].key + (end - first - 1);
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
	const struct sort_pair *slots = keyed->slots;
	memset(starts, 0, (((size_t)1 << bits) + 1) * sizeof *starts);
	for (uint32_t end = keyed->next[bucket], first; end > 0; end = slots[first].value) {
		first = first_slot(keyed, end);
		for (uint32_t i = first + 1; i < end; i++)
			starts[digit_of(slots[i], bits) + 1]++;
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
	const struct sort_pair *slots = keyed->slots;
	for (uint32_t end = keyed->next[bucket], first; end > 0; end = slots[first].value) {
		first = (end - 1) / KEYED_CHUNK * KEYED_CHUNK;
		for (uint32_t i = end; --i > first;)
			to[--ends[digit_of(slots[i], bits)]] = slots[i];
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
	*count = count_things(keyed, bucket);
	if (*count == 0)
		return NULL;
	if (bucket + 1 < KEYED_BUCKETS)
		fetch_chunk(keyed, keyed->next[bucket + 1]);
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
	if (keyed->next)
		memset(keyed->next, 0, KEYED_BUCKETS * sizeof *keyed->next);
	keyed->slot_count = keyed->count = 0;
}

void
keyed_free(struct keyed *keyed)
{
	free(keyed->slots);
	free(keyed->next);
	free(keyed->sorted);
	*keyed = (struct keyed){0};
}
