/*
 * name_index: the voices of one report by the words of their names: any two that may be one
 * share a word.
 */
#ifndef NAME_INDEX_H
#define NAME_INDEX_H

#include "name.h"

enum {
	NAME_INDEX_SLOTS = 1 << 10,
	NAME_INDEX_LOOKED_AT = 1000, /* names beside one, for each of its words */
};

/* A word of a voice's name. */
struct name_entry {
	uint32_t word, voice;
	uint32_t next; /* of the same slot, 1 more than its place; 0: no more */
};

/* All zero before its first use; it owns its memory until name_index_free(). */
struct name_index {
	struct name_entry *entries;
	size_t count;
	uint32_t slots[NAME_INDEX_SLOTS]; /* the newest entry of each, 1 more than its place */

	/* private */
	size_t capacity;
};

void name_index_add(struct name_index *index, const struct name *name, uint32_t voice);

/* Takes all names out and keeps the memory. */
void name_index_clear(struct name_index *index);

void name_index_free(struct name_index *index);

/* A walk over the voices that share a word with a name; one may be met several times. */
struct name_walk {
	const struct name_index *index;
	const struct name *name;
	size_t word, looked_at;
	uint32_t at;
};

static inline struct name_walk
name_index_walk(const struct name_index *index, const struct name *name)
{
	return (struct name_walk){.index = index, .name = name};
}

/* The next voice; false at the end. */
bool name_walk_next(struct name_walk *walk, uint32_t *voice);

#endif
