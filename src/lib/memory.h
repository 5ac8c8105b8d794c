/*
 * memory: allocation that cannot fail (it ends the program with a message and status 2), and
 * arenas: memory that is let go all at once, as at the end of a document.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

#include "slice.h"

/* As malloc, calloc and realloc; never NULL. free() what they return. */
void *memory_new(size_t size);
void *memory_new_zeroed(size_t count, size_t size);
void *memory_resize(void *memory, size_t size);

/*
 * Fills memory with zeros. For structs of some hundred bytes this is faster than an
 * initializer, for which compilers take slow instructions of the processor.
 */
void memory_clear(void *memory, size_t size);

/*
 * Makes room for `wanted` items of `size` bytes in the array `items` that has room for
 * `*capacity` of them, growing it by half at least. Returns the array, which may have moved.
 */
void *memory_reserve(void *items, size_t *capacity, size_t wanted, size_t size);

/*
 * Has the memory of arrays returned to the system as soon as they are freed, from a megabyte
 * on: for a program that needs much of it, now for this and now for that. Arrays that find
 * room where small ones were are kept, and up to four megabytes of those.
 */
void memory_return(void);

/* As memory_new(), for much memory that is about to be filled: on large pages, if there are
 * any. */
void *memory_new_wide(size_t size);

/* An arena is all zero before its first use. */
struct arena {
	struct arena_block *block;
	size_t used;
};

/* Memory aligned for any type, owned by the arena. */
void *arena_new(struct arena *arena, size_t size);

/* A copy of the slice's bytes, owned by the arena. */
struct slice arena_copy(struct arena *arena, struct slice slice);

/* Lets go of all that the arena gave; the largest block is kept for use again. */
void arena_clear(struct arena *arena);

void arena_free(struct arena *arena);

#endif
