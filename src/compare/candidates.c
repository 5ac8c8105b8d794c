#include "candidates.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

enum {
	PART = 1 << 20, /* keys that are sorted at once */
	CHAIN = 4,      /* sentences that a link of a chain ties */
};

size_t
candidates_parts(size_t keys)
{
	return keys / PART + 1;
}

void
candidates_add(struct candidates *candidates, uint32_t key, uint32_t sentence)
{
	candidates->pairs = memory_reserve(candidates->pairs, &candidates->pair_capacity,
		candidates->pair_count + 1, sizeof *candidates->pairs);
	candidates->pairs[candidates->pair_count++] = (struct sort_pair){key, sentence};
}

/* Where the pairs of the next key begin. */
static size_t
end_of_key(const struct candidates *candidates, size_t start)
{
	size_t end = start + 1;
	while (end < candidates->pair_count &&
		candidates->pairs[end].key == candidates->pairs[start].key)
		end++;
	return end;
}

/* The most sentences that a key may have, so that all pairs are at most `pairs`. */
static size_t
affordable(const struct candidates *candidates, size_t limit, size_t pairs)
{
	size_t *groups = memory_new_zeroed(limit + 1, sizeof *groups), total = 0;
	for (size_t start = 0, end; start < candidates->pair_count; start = end) {
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
keep(struct candidates *candidates, size_t start, size_t end)
{
	candidates->groups = memory_reserve(candidates->groups, &candidates->group_capacity,
		candidates->group_count + 2, sizeof *candidates->groups);
	candidates->members = memory_reserve(candidates->members, &candidates->member_capacity,
		candidates->member_count + end - start, sizeof *candidates->members);
	candidates->groups[candidates->group_count++] = (uint32_t)candidates->member_count;
	for (size_t i = start; i < end; i++)
		candidates->members[candidates->member_count++] = candidates->pairs[i].value;
	candidates->groups[candidates->group_count] = (uint32_t)candidates->member_count;
}

size_t
candidates_keep(struct candidates *candidates, size_t limit, size_t pairs)
{
	sort_pairs(candidates->pairs, candidates->pair_count);
	size_t most = affordable(candidates, limit, pairs), dropped = 0;
	for (size_t start = 0, end; start < candidates->pair_count; start = end) {
		end = end_of_key(candidates, start);
		dropped += end - start > most;
		if (end - start > 1 && end - start <= most)
			keep(candidates, start, end);
	}
	candidates->pair_count = 0;
	return dropped;
}

void
candidates_chain(struct candidates *candidates, size_t limit)
{
	candidates->first_chain = candidates->group_count;
	sort_pairs(candidates->pairs, candidates->pair_count);
	for (size_t start = 0, end; start < candidates->pair_count; start = end) {
		end = end_of_key(candidates, start);
		size_t len = end - start <= limit ? end - start : CHAIN;
		for (size_t link = start; link + 1 < end; link += len - 1)
			keep(candidates, link, link + len < end ? link + len : end);
	}
	candidates->pair_count = 0;
}

/* Turns "which sentences has a key" into "which keys has a sentence". */
static void
invert(struct candidates *candidates)
{
	size_t sentences = candidates->sentences;
	uint32_t *offsets = memory_new_zeroed(sentences + 2, sizeof *offsets);
	uint32_t *memberships = memory_new(candidates->member_count * sizeof *memberships);
	for (size_t i = 0; i < candidates->member_count; i++)
		offsets[candidates->members[i] + 2]++;
	for (size_t i = 2; i < sentences + 2; i++)
		offsets[i] += offsets[i - 1];
	for (uint32_t group = 0; group < candidates->group_count; group++)
		for (size_t i = candidates->groups[group]; i < candidates->groups[group + 1];
			i++)
			memberships[offsets[candidates->members[i] + 1]++] = group;
	candidates->offsets = offsets;
	candidates->memberships = memberships;
}

void
candidates_ready(struct candidates *candidates, size_t sentences)
{
	free(candidates->pairs);
	candidates->pairs = NULL;
	candidates->sentences = sentences;
	invert(candidates);
	candidates->shared = memory_new_zeroed(sentences, sizeof *candidates->shared);
	candidates->found = memory_new(sentences * sizeof *candidates->found);
}

static int
compare_sentences(const void *a, const void *b, const void *context)
{
	(void)context;
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

/* Counts the keys that others behind the sentence share with it; returns how many do. */
static size_t
count_shared(struct candidates *candidates, uint32_t sentence)
{
	size_t count = 0;
	for (size_t at = candidates->offsets[sentence]; at < candidates->offsets[sentence + 1];
		at++) {
		uint32_t group = candidates->memberships[at];
		uint32_t weight = group < candidates->first_chain ? 1 : CANDIDATES_ALIKE;
		/* a key's sentences stand in order: from the last to this one */
		for (size_t i = candidates->groups[group + 1];
			candidates->members[i - 1] > sentence; i--) {
			uint32_t other = candidates->members[i - 1];
			if (candidates->shared[other] == 0)
				candidates->found[count++] = other;
			candidates->shared[other] += weight;
		}
	}
	return count;
}

const uint32_t *
candidates_of(struct candidates *candidates, uint32_t sentence, uint32_t least, size_t *count)
{
	size_t met = count_shared(candidates, sentence);
	*count = 0;
	for (size_t i = 0; i < met; i++) {
		uint32_t other = candidates->found[i];
		if (candidates->shared[other] >= least)
			candidates->found[(*count)++] = other;
		candidates->shared[other] = 0;
	}
	sort_items(
		candidates->found, *count, sizeof *candidates->found, compare_sentences, NULL);
	return candidates->found;
}

void
candidates_free(struct candidates *candidates)
{
	free(candidates->pairs);
	free(candidates->members);
	free(candidates->groups);
	free(candidates->memberships);
	free(candidates->offsets);
	free(candidates->shared);
	free(candidates->found);
}
