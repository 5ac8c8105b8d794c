#include "name_index.h"

#include <stdlib.h>

#include "memory.h"

static uint32_t *
slot_of(struct name_index *index, uint32_t word)
{
	return &index->slots[word % NAME_INDEX_SLOTS];
}

void
name_index_add(struct name_index *index, const struct name *name, uint32_t voice)
{
	for (size_t i = 0; i < name->count; i++) {
		uint32_t *slot = slot_of(index, name->words[i]);
		index->entries = memory_reserve(index->entries, &index->capacity,
			index->count + 1, sizeof *index->entries);
		index->entries[index->count++] =
			(struct name_entry){name->words[i], voice, *slot};
		*slot = (uint32_t)index->count;
	}
}

void
name_index_clear(struct name_index *index)
{
	for (size_t i = 0; i < index->count; i++)
		*slot_of(index, index->entries[i].word) = 0;
	index->count = 0;
}

bool
name_walk_next(struct name_walk *walk, uint32_t *voice)
{
	const struct name_index *index = walk->index;
	for (; walk->word < walk->name->count; walk->word++, walk->looked_at = 0) {
		uint32_t word = walk->name->words[walk->word];
		if (walk->looked_at == 0)
			walk->at = index->slots[word % NAME_INDEX_SLOTS];
		while (walk->at && walk->looked_at++ < NAME_INDEX_LOOKED_AT) {
			const struct name_entry *entry = &index->entries[walk->at - 1];
			walk->at = entry->next;
			if (entry->word == word) {
				*voice = entry->voice;
				return true;
			}
		}
	}
	return false;
}

void
name_index_free(struct name_index *index)
{
	free(index->entries);
	*index = (struct name_index){0};
}
