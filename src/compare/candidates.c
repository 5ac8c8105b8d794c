#include "candidates.h"

#include <stdbool.h>
#include <stdlib.h>

#include "error.h"
#include "memory.h"
#include "sort.h"

enum {
	PART = 1 << 19, /* keys that are sorted at once */
	DIGIT_BITS = 11,
	DIGITS = 1 << DIGIT_BITS,
	DIGIT_PASSES = 3, /* for the low half of a key */
	SHORT = 32,       /* lists that are sorted by insertion */
	RARE = 0x80,      /* a key that few things share is among those shared */
};

/* Marks the beginning of a group whose key many things share. */
#define COMMON 0x80000000u

size_t
candidates_parts(size_t keys)
{
	return keys / PART + 1;
}

void
candidates_grow(struct candidates *candidates)
{
	candidates->keys = memory_reserve(candidates->keys, &candidates->key_capacity,
		candidates->key_count + 1, sizeof *candidates->keys);
}

static bool
same_key(const struct candidate_key *a, const struct candidate_key *b)
{
	return a->low == b->low && a->high == b->high;
}

/* By the low half, byte for byte (radix); things of one key keep their order. */
static struct candidate_key *
sort_low(struct candidate_key *keys, size_t count)
{
	struct candidate_key *to = memory_new(count * sizeof *to);
	for (unsigned pass = 0, shift = 0; pass < DIGIT_PASSES; pass++, shift += DIGIT_BITS) {
		size_t start[DIGITS] = {0};
		for (size_t i = 0; i < count; i++)
			start[keys[i].low >> shift & (DIGITS - 1)]++;
		for (size_t digit = 0, sum = 0; digit < DIGITS; digit++) {
			size_t here = start[digit];
			start[digit] = sum;
			sum += here;
		}
		for (size_t i = 0; i < count; i++)
			to[start[keys[i].low >> shift & (DIGITS - 1)]++] = keys[i];
		struct candidate_key *swap = keys;
		keys = to;
		to = swap;
	}
	free(to);
	return keys;
}

static int
compare_high(const void *a, const void *b, const void *context)
{
	(void)context;
	uint32_t left = ((const struct candidate_key *)a)->high;
	uint32_t right = ((const struct candidate_key *)b)->high;
	return (left > right) - (left < right);
}

/* Brings equal keys together. Those that share a low half mostly share the high one too. */
static void
sort_keys(struct candidates *candidates)
{
	struct candidate_key *keys = candidates->keys =
		sort_low(candidates->keys, candidates->key_count);
	candidates->key_capacity = candidates->key_count;
	for (size_t start = 0, end; start < candidates->key_count; start = end) {
		bool same = true;
		for (end = start + 1;
			end < candidates->key_count && keys[end].low == keys[start].low; end++)
			same = same && keys[end].high == keys[start].high;
		if (!same)
			sort_items(keys + start, end - start, sizeof *keys, compare_high, NULL);
	}
}

/* Where the next key begins. */
static size_t
end_of_key(const struct candidates *candidates, size_t start)
{
	size_t end = start + 1;
	while (end < candidates->key_count &&
		same_key(&candidates->keys[end], &candidates->keys[start]))
		end++;
	return end;
}

/* The most things that a key may have, so that all pairs are at most `pairs`. */
static size_t
affordable(const struct candidates *candidates, size_t limit, size_t pairs)
{
	size_t *groups = memory_new_zeroed(limit + 1, sizeof *groups), total = 0;
	for (size_t start = 0, end; start < candidates->key_count; start = end) {
		end = end_of_key(candidates, start);
		if (end - start <= limit)
			groups[end - start]++;
	}
	size_t size = 2;
	for (; size <= limit; size++) {
		total += groups[size] * (size * (size - 1) / 2);
		if (total > pairs)
			break;
	}
	free(groups);
	return size - 1;
}

static void
keep(struct candidates *candidates, size_t start, size_t end, uint32_t mark)
{
	if (candidates->member_count + end - start >= COMMON)
		die("more candidates than one process can hold");
	candidates->groups = memory_reserve(candidates->groups, &candidates->group_capacity,
		candidates->group_count + 2, sizeof *candidates->groups);
	candidates->members = memory_reserve(candidates->members, &candidates->member_capacity,
		candidates->member_count + end - start, sizeof *candidates->members);
	candidates->groups[candidates->group_count++] =
		(uint32_t)candidates->member_count | mark;
	for (size_t i = start; i < end; i++)
		candidates->members[candidates->member_count++] = candidates->keys[i].thing;
	candidates->groups[candidates->group_count] = (uint32_t)candidates->member_count;
}

static void
keep_chain(struct candidates *candidates, size_t start, size_t end, uint32_t mark)
{
	for (size_t link = start; link + 1 < end; link += CANDIDATES_LINK - 1) {
		size_t stop = link + CANDIDATES_LINK < end ? link + CANDIDATES_LINK : end;
		keep(candidates, link, stop, mark);
	}
}

size_t
candidates_keep(struct candidates *candidates, size_t limit, size_t pairs)
{
	sort_keys(candidates);
	size_t few = candidates->few ? candidates->few : limit;
	size_t most = affordable(candidates, limit, pairs), dropped = 0;
	for (size_t start = 0, end; start < candidates->key_count; start = end) {
		end = end_of_key(candidates, start);
		dropped += end - start > most;
		if (end - start == 1 || end - start > most)
			continue;
		if (end - start <= few)
			keep(candidates, start, end, 0);
		else
			keep_chain(candidates, start, end, COMMON);
	}
	candidates->key_count = 0;
	return dropped;
}

void
candidates_chain(struct candidates *candidates, size_t limit)
{
	candidates->first_chain = candidates->group_count;
	sort_keys(candidates);
	for (size_t start = 0, end; start < candidates->key_count; start = end) {
		end = end_of_key(candidates, start);
		if (end - start == 1)
			continue;
		if (end - start <= limit)
			keep(candidates, start, end, 0);
		else
			keep_chain(candidates, start, end, 0);
	}
	candidates->key_count = 0;
}

/* The things of a group: members[start..end). */
static size_t
group_start(const struct candidates *candidates, size_t group)
{
	return candidates->groups[group] & ~COMMON;
}

/* Turns "which things has a key" into "which keys has a thing". */
static void
invert(struct candidates *candidates)
{
	size_t things = candidates->things;
	uint32_t *offsets = memory_new_zeroed(things + 2, sizeof *offsets);
	uint32_t *memberships = memory_new(candidates->member_count * sizeof *memberships);
	for (size_t i = 0; i < candidates->member_count; i++)
		offsets[candidates->members[i] + 2]++;
	for (size_t i = 2; i < things + 2; i++)
		offsets[i] += offsets[i - 1];
	for (uint32_t group = 0; group < candidates->group_count; group++)
		for (size_t i = group_start(candidates, group);
			i < group_start(candidates, group + 1); i++)
			memberships[offsets[candidates->members[i] + 1]++] = group;
	candidates->offsets = offsets;
	candidates->memberships = memberships;
}

void
candidates_ready(struct candidates *candidates, size_t things)
{
	free(candidates->keys);
	candidates->keys = NULL;
	candidates->things = things;
	invert(candidates);
	candidates->shared = memory_new_zeroed(things, 1);
}

/* Counts the keys of a group as shared with a thing. */
static void
meet(struct candidates *candidates, size_t *count, uint32_t thing, uint8_t keys, uint8_t rare)
{
	uint8_t *shared = &candidates->shared[thing];
	if (*shared == 0) {
		candidates->found = memory_reserve(candidates->found,
			&candidates->found_capacity, *count + 1, sizeof *candidates->found);
		candidates->found[(*count)++].thing = thing;
	}
	uint8_t sum = (uint8_t)((*shared & (RARE - 1)) + keys);
	*shared = (uint8_t)((sum < RARE ? sum : RARE - 1) | (*shared & RARE) | rare);
}

/* Everything behind the thing that shares a key with it; returns how much. */
static size_t
meet_all(struct candidates *candidates, uint32_t thing)
{
	size_t count = 0;
	for (size_t at = candidates->offsets[thing]; at < candidates->offsets[thing + 1];
		at++) {
		uint32_t group = candidates->memberships[at];
		uint8_t keys = group >= candidates->first_chain ? CANDIDATES_ALIKE : 1;
		uint8_t rare = candidates->groups[group] & COMMON ? 0 : RARE;
		/* a key's things stand in order: from the last to this one */
		for (size_t i = group_start(candidates, group + 1);
			candidates->members[i - 1] > thing; i--)
			meet(candidates, &count, candidates->members[i - 1], keys, rare);
	}
	return count;
}

static int
compare_things(const void *a, const void *b, const void *context)
{
	(void)context;
	uint32_t left = ((const struct candidate *)a)->thing;
	uint32_t right = ((const struct candidate *)b)->thing;
	return (left > right) - (left < right);
}

static void
sort_found(struct candidate *found, size_t count)
{
	if (count > SHORT) {
		sort_items(found, count, sizeof *found, compare_things, NULL);
		return;
	}
	for (size_t i = 1; i < count; i++) {
		struct candidate one = found[i];
		size_t at = i;
		for (; at > 0 && found[at - 1].thing > one.thing; at--)
			found[at] = found[at - 1];
		found[at] = one;
	}
}

const struct candidate *
candidates_of(struct candidates *candidates, uint32_t thing, size_t *count)
{
	size_t met = meet_all(candidates, thing);
	*count = 0;
	for (size_t i = 0; i < met; i++) {
		uint32_t other = candidates->found[i].thing;
		uint8_t shared = candidates->shared[other], keys = shared & (RARE - 1);
		candidates->shared[other] = 0;
		if ((shared & RARE) || keys >= candidates->least)
			candidates->found[(*count)++] = (struct candidate){other, keys};
	}
	sort_found(candidates->found, *count);
	return candidates->found;
}

void
candidates_free(struct candidates *candidates)
{
	free(candidates->keys);
	free(candidates->members);
	free(candidates->groups);
	free(candidates->memberships);
	free(candidates->offsets);
	free(candidates->shared);
	free(candidates->found);
}
