#ifdef __linux__
#define _GNU_SOURCE /* madvise */
#endif
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "error.h"

void *
memory_new(size_t size)
{
	void *memory = malloc(size ? size : 1);
	if (!memory)
		die("out of memory");
	return memory;
}

void *
memory_new_zeroed(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);
	if (!memory)
		die("out of memory");
	return memory;
}

void *
memory_resize(void *memory, size_t size)
{
	memory = realloc(memory, size ? size : 1);
	if (!memory)
		die("out of memory");
	return memory;
}

void
memory_clear(void *memory, size_t size)
{
	memset(memory, 0, size);
}

void *
memory_reserve(void *items, size_t *capacity, size_t wanted, size_t size)
{
	if (wanted <= *capacity)
		return items;
	size_t room = *capacity + *capacity / 2;
	if (room < wanted)
		room = wanted;
	if (room < 16)
		room = 16;
	if (room > SIZE_MAX / size)
		die("out of memory");
	*capacity = room;
	return memory_resize(items, room * size);
}

void
memory_return(void)
{
#ifdef __GLIBC__
	enum {
		LARGE = 1024 * 1024
	};
	/* the one else grows with what is freed, the other is small once the one is set */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
	(void)mallopt(M_TRIM_THRESHOLD, 4 * LARGE);
#endif
}

void *
memory_new_wide(size_t size)
{
	enum {
		LARGE = 2 * 1024 * 1024
	};
	if (size < LARGE / 2 || size > SIZE_MAX - LARGE)
		return memory_new(size);
	size = (size + LARGE - 1) / LARGE * LARGE;
	void *memory = aligned_alloc(LARGE, size);
	if (!memory)
		die("out of memory");
#ifdef MADV_HUGEPAGE
	(void)madvise(memory, size, MADV_HUGEPAGE);
#endif
	return memory;
}

struct arena_block {
	struct arena_block *next;
	size_t size;
	max_align_t memory[];
};

enum {
	ARENA_BLOCK = 64 * 1024
};

static void
add_block(struct arena *arena, size_t size)
{
	if (size < ARENA_BLOCK)
		size = ARENA_BLOCK;
	if (arena->block && size < 2 * arena->block->size)
		size = 2 * arena->block->size;
	struct arena_block *block = memory_new(sizeof *block + size);
	block->next = arena->block;
	block->size = size;
	arena->block = block;
	arena->used = 0;
}

/* `size` bytes of the arena from a place that is a multiple of `unit`, a power of two. */
static void *
take(struct arena *arena, size_t size, size_t unit)
{
	arena->used = (arena->used + unit - 1) & ~(unit - 1);
	if (!arena->block || arena->block->size < arena->used ||
		arena->block->size - arena->used < size)
		add_block(arena, size);
	void *memory = (char *)arena->block->memory + arena->used;
	arena->used += size;
	return memory;
}

void *
arena_new(struct arena *arena, size_t size)
{
	return take(arena, size, sizeof(max_align_t));
}

struct slice
arena_copy(struct arena *arena, struct slice slice)
{
	char *data = take(arena, slice.len, 1);
	if (slice.len)
		memcpy(data, slice.data, slice.len);
	return (struct slice){data, slice.len};
}

void
arena_clear(struct arena *arena)
{
	arena->used = 0;
	if (!arena->block)
		return;
	/* Blocks only grow, so the newest is the largest. */
	struct arena_block *old = arena->block->next;
	arena->block->next = NULL;
	while (old) {
		struct arena_block *next = old->next;
		free(old);
		old = next;
	}
}

void
arena_free(struct arena *arena)
{
	arena_clear(arena);
	free(arena->block);
	arena->block = NULL;
}
