#include "candidates.h"

#include <stdlib.h>

#include "memory.h"

enum {
	PART = 3 << 19, /* keys that are brought together at once */
	AHEAD = 16,     /* things whose looks are fetched before they are needed */
};

size_t
candidates_parts(size_t keys)
{
	return keys / PART + 1;
}

/* Where the next key begins. */
static size_t
end_of_key(const struct sort_pair *things, size_t start, size_t count)
{
	size_t end = start + 1;
	while (end < count && things[end].key == things[start].key)
		end++;
	return end;
}

/* The most things that a key may have, so that all pairs are at most `pairs`. */
static size_t
affordable(struct candidates *candidates, size_t limit, size_t pairs)
{
	if (pairs == SIZE_MAX)
		return limit;
	size_t *sizes = memory_new_zeroed(limit + 1, sizeof *sizes), total = 0;
	for (uint32_t bucket = 0; bucket < KEYED_BUCKETS; bucket++) {
		size_t count;
		const struct sort_pair *things =
			keyed_bucket(&candidates->keyed, bucket, &count);
		for (size_t start = 0, end; start < count; start = end) {
			end = end_of_key(things, start, count);
			if (end - start <= limit)
				sizes[end - start]++;
		}
	}
	size_t size = 2;
	for (; size <= limit; size++) {
		total += sizes[size] * (size * (size - 1) / 2);
		if (total > pairs)
			break;
	}
	free(sizes);
	return size - 1;
}

/* All of them meet one another, if they are asked for, */
static void
meet_unseen(struct candidates *candidates, const struct sort_pair *things, size_t count,
	uint32_t keys)
{
	for (size_t i = 0; i + 1 < count && things[i].value < candidates->things; i++)
		for (size_t j = i + 1; j < count; j++)
			if (things[i].value != things[j].value)
				meetings_add(&candidates->meetings, things[i].value,
					things[j].value, keys);
}

/* or as a look at them allows. */
static void
meet_seen(struct candidates *candidates, const struct sort_pair *things, size_t count,
	uint32_t keys)
{
	const struct look *look = &candidates->look;
	for (size_t i = 0; i + 1 < count; i++) {
		look->take(look->context, things[i].value);
		for (size_t j = i + 1; j < count; j++)
			if (things[i].value != things[j].value &&
				look->possible(look->context, things[j].value))
				meetings_add(&candidates->meetings,
					look->thing(look->context, things[i].value),
					look->thing(look->context, things[j].value), keys);
	}
}

static void
meet_all(struct candidates *candidates, const struct sort_pair *things, size_t count,
	uint32_t keys)
{
	if (count < 2)
		return;
	if (candidates->look.possible)
		meet_seen(candidates, things, count, keys);
	else
		meet_unseen(candidates, things, count, keys);
}

static void
meet_in_chain(struct candidates *candidates, const struct sort_pair *things, size_t count,
	uint32_t keys)
{
	for (size_t link = 0; link + 1 < count; link += CANDIDATES_LINK - 1)
		meet_all(candidates, things + link,
			count - link < CANDIDATES_LINK ? count - link : CANDIDATES_LINK, keys);
}

/* How the things of one key meet. */
struct rule {
	size_t few;            /* meet one another; more do so in a chain, */
	size_t most;           /* unless they are more than this */
	uint32_t keys, common; /* as so many count the keys of few things, and of more */
};

/* Fetches what is known of things[start..end) that share a key. */
static void
fetch(const struct candidates *candidates, const struct sort_pair *things, size_t start,
	size_t end)
{
	const struct look *look = &candidates->look;
	for (size_t i = start; look->fetch && i < end; i++)
		if (i > 0 && things[i].key == things[i - 1].key) {
			if (i < 2 || things[i - 1].key != things[i - 2].key)
				look->fetch(look->context, things[i - 1].value);
			look->fetch(look->context, things[i].value);
		}
}

static void
meet_by_keys(struct candidates *candidates, uint32_t bucket, const struct rule *rule)
{
	size_t count, fetched = 0;
	const struct sort_pair *things = keyed_bucket(&candidates->keyed, bucket, &count);
	for (size_t start = 0, end; start < count; start = end) {
		end = end_of_key(things, start, count);
		size_t ahead = end + AHEAD < count ? end + AHEAD : count;
		fetch(candidates, things, fetched, ahead);
		fetched = ahead;
		if (end - start > rule->most)
			continue;
		if (end - start <= rule->few)
			meet_all(candidates, things + start, end - start, rule->keys);
		else
			meet_in_chain(candidates, things + start, end - start, rule->common);
	}
}

static void
meet_by_all_keys(struct candidates *candidates, const struct rule *rule)
{
	candidates->meetings.things = candidates->things;
	for (uint32_t bucket = 0; candidates->keyed.count > 0 && bucket < KEYED_BUCKETS;
		bucket++)
		meet_by_keys(candidates, bucket, rule);
	keyed_clear(&candidates->keyed);
}

void
candidates_keep(struct candidates *candidates, size_t limit, size_t pairs)
{
	size_t few = candidates->few ? candidates->few : limit;
	meet_by_all_keys(candidates,
		&(struct rule){few, affordable(candidates, limit, pairs), 1 | MEETING_RARE, 1});
}

void
candidates_chain(struct candidates *candidates, size_t limit)
{
	uint32_t keys = CANDIDATES_ALIKE | MEETING_RARE;
	meet_by_all_keys(candidates, &(struct rule){limit, SIZE_MAX, keys, keys});
}

void
candidates_ready(struct candidates *candidates)
{
	keyed_free(&candidates->keyed);
	meetings_sort(&candidates->meetings);
}

const struct candidate *
candidates_of(struct candidates *candidates, uint32_t thing, size_t *count)
{
	const struct meetings *meetings = &candidates->meetings;
	size_t start = meetings->first[thing], end = meetings->first[thing + 1], kept = 0;
	candidates->found = memory_reserve(candidates->found, &candidates->found_capacity,
		end - start, sizeof *candidates->found);
	for (size_t i = start; i < end; i++) {
		const struct meeting *met = &meetings->items[i];
		uint32_t keys = met->keys & ~MEETING_RARE;
		if ((met->keys & MEETING_RARE) || keys >= candidates->least)
			candidates->found[kept++] = (struct candidate){met->b, keys};
	}
	*count = kept;
	return candidates->found;
}

void
candidates_free(struct candidates *candidates)
{
	keyed_free(&candidates->keyed);
	meetings_free(&candidates->meetings);
	free(candidates->found);
}
