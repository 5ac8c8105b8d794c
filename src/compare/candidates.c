#include "candidates.h"

#include <stdlib.h>

#include "memory.h"
#include "sort.h"

void
candidates_add(struct candidates *candidates, uint32_t key, uint32_t sentence)
{
	candidates->pairs = memory_reserve(candidates->pairs, &candidates->capacity,
		candidates->count + 1, sizeof *candidates->pairs);
	candidates->pairs[candidates->count++] = (struct sort_pair){key, sentence};
}

/* Keeps the keys that two sentences or more have, though not too many; numbers them. */
static size_t
keep_groups(struct candidates *candidates, size_t limit)
{
	struct sort_pair *pairs = candidates->pairs;
	size_t kept = 0, capacity = 0, dropped = 0;
	for (size_t start = 0, end; start < candidates->count; start = end) {
		for (end = start + 1;
			end < candidates->count && pairs[end].key == pairs[start].key;)
			end++;
		dropped += end - start > limit;
		if (end - start < 2 || end - start > limit)
			continue;
		candidates->groups = memory_reserve(candidates->groups, &capacity,
			candidates->group_count + 2, sizeof *candidates->groups);
		candidates->groups[candidates->group_count] = (uint32_t)kept;
		for (size_t i = start; i < end; i++)
			pairs[kept++] = (struct sort_pair){
				(uint32_t)candidates->group_count, pairs[i].value};
		candidates->group_count++;
		candidates->groups[candidates->group_count] = (uint32_t)kept;
	}
	candidates->count = kept;
	candidates->pairs = memory_resize(candidates->pairs, kept * sizeof *candidates->pairs);
	return dropped;
}

/* Turns "which sentences has a group" into "which groups has a sentence". */
static void
invert(struct candidates *candidates)
{
	size_t sentences = candidates->sentences;
	uint32_t *offsets = memory_new_zeroed(sentences + 2, sizeof *offsets);
	uint32_t *memberships = memory_new(candidates->count * sizeof *memberships);
	for (size_t i = 0; i < candidates->count; i++)
		offsets[candidates->pairs[i].value + 2]++;
	for (size_t i = 2; i < sentences + 2; i++)
		offsets[i] += offsets[i - 1];
	for (size_t i = 0; i < candidates->count; i++)
		memberships[offsets[candidates->pairs[i].value + 1]++] =
			candidates->pairs[i].key;
	candidates->offsets = offsets;
	candidates->memberships = memberships;
}

size_t
candidates_group(struct candidates *candidates, size_t sentences, size_t limit)
{
	candidates->sentences = sentences;
	sort_pairs(candidates->pairs, candidates->count);
	size_t dropped = keep_groups(candidates, limit);
	invert(candidates);
	candidates->shared = memory_new_zeroed(sentences, sizeof *candidates->shared);
	candidates->found = memory_new(sentences * sizeof *candidates->found);
	return dropped;
}

static int
compare_sentences(const void *a, const void *b, const void *context)
{
	(void)context;
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

const uint32_t *
candidates_of(struct candidates *candidates, uint32_t sentence, size_t *count)
{
	*count = 0;
	for (size_t at = candidates->offsets[sentence]; at < candidates->offsets[sentence + 1];
		at++) {
		uint32_t group = candidates->memberships[at];
		for (size_t i = candidates->groups[group]; i < candidates->groups[group + 1];
			i++) {
			uint32_t other = candidates->pairs[i].value;
			if (other > sentence && candidates->shared[other]++ == 0)
				candidates->found[(*count)++] = other;
		}
	}
	for (size_t i = 0; i < *count; i++)
		candidates->shared[candidates->found[i]] = 0;
	sort_items(
		candidates->found, *count, sizeof *candidates->found, compare_sentences, NULL);
	return candidates->found;
}

void
candidates_free(struct candidates *candidates)
{
	free(candidates->pairs);
	free(candidates->groups);
	free(candidates->memberships);
	free(candidates->offsets);
	free(candidates->shared);
	free(candidates->found);
}
