#include "entries.h"

#include <stdlib.h>

#include "memory.h"

static struct entry *
slot_of(const struct lexicon *lexicon, uint64_t hash)
{
	size_t mask = lexicon->capacity - 1;
	size_t at = (hash ^ (hash >> 32)) & mask;
	while (lexicon->slots[at].hash != 0 && lexicon->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &lexicon->slots[at];
}

static void
grow(struct lexicon *lexicon)
{
	struct lexicon old = *lexicon;
	lexicon->capacity = old.capacity ? 2 * old.capacity : 4096;
	lexicon->slots = memory_new_zeroed(lexicon->capacity, sizeof *lexicon->slots);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.slots[i].hash)
			*slot_of(lexicon, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

struct entry *
entries_add(struct lexicon *lexicon, uint64_t hash)
{
	if (lexicon->count >= lexicon->capacity / 2)
		grow(lexicon);
	struct entry *entry = slot_of(lexicon, hash);
	lexicon->count += entry->hash == 0;
	entry->hash = hash;
	uint16_t bit = entries_bit(hash);
	lexicon->sieve[bit / 64] |= (uint64_t)1 << (bit % 64);
	return entry;
}

const struct entry *
entries_look(const struct lexicon *lexicon, uint64_t hash)
{
	const struct entry *entry = slot_of(lexicon, hash);
	return entry->hash ? entry : NULL;
}

uint64_t
entries_ending(struct slice ending)
{
	return words_hash_next(TRAIT(63), words_hash(ending));
}
