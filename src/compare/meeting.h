/* meeting: pairs of things that were found to share keys, and how many. */
#ifndef MEETING_H
#define MEETING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct meeting {
	uint32_t a, b; /* a stands before b */
	uint32_t keys; /* and MEETING_RARE */
};

/* One of the keys shared is had by few things. */
#define MEETING_RARE 0x80000000u

/* All zero but for `things` before its first use; it owns its memory until meetings_free(). */
struct meetings {
	size_t things; /* a and b are below */
	struct meeting *items;
	size_t count;
	uint32_t *
		first; /* item of each thing, and one more for the end; after meetings_sort() */

	/* private */
	size_t capacity;
};

/* Makes room for one more: by counting together those of one pair, else by growing. */
void meetings_grow(struct meetings *meetings);

/* Adds that two things share so many keys; a pair may be added again. */
static inline void
meetings_add(struct meetings *meetings, uint32_t a, uint32_t b, uint32_t keys)
{
	if (meetings->count == meetings->capacity)
		meetings_grow(meetings);
	meetings->items[meetings->count++] = (struct meeting){a, b, keys};
}

/* Puts all in order, a pair once. */
void meetings_sort(struct meetings *meetings);

void meetings_free(struct meetings *meetings);

#endif
