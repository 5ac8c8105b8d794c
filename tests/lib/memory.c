#include "memory.h"

#include <stdint.h>
#include <stdlib.h>

#include "buffer.h"
#include "test.h"

void
test_buffer(char *file)
{
	(void)file;
	struct buffer buffer = {0};
	buffer_add(&buffer, (struct slice){NULL, 0});
	CHECK(buffer.len == 0);
	buffer_add_size(&buffer, 0);
	buffer_add_byte(&buffer, '\0');
	buffer_add_size(&buffer, SIZE_MAX);
	if (sizeof(size_t) == 8)
		SAME(buffer_slice(&buffer), SLICE("0\00018446744073709551615"));
	buffer_clear(&buffer);
	for (int i = 0; i < 100000; i++)
		buffer_add(&buffer, SLICE("abc"));
	CHECK(buffer.len == 300000);
	CHECK(memcmp(buffer.data + 299994, "abcabc", 6) == 0);
	buffer_free(&buffer);
	CHECK(buffer.len == 0 && buffer.data == NULL);
}

/* Blocks of all sizes keep what was written to them and are aligned, also after a clear. */
static void
fill_arena(struct arena *arena)
{
	unsigned char *blocks[200];
	for (size_t i = 0; i < 200; i++) {
		blocks[i] = arena_new(arena, i * i);
		CHECK((uintptr_t)blocks[i] % _Alignof(max_align_t) == 0);
		if (i > 0)
			memset(blocks[i], (int)i, i * i);
	}
	for (size_t i = 1; i < 200; i++)
		CHECK(blocks[i][0] == i && blocks[i][i * i - 1] == i);
}

void
test_memory(char *file)
{
	(void)file;
	struct arena arena = {0};
	arena_clear(&arena);
	fill_arena(&arena);
	SAME(arena_copy(&arena, SLICE("a\0b")), SLICE("a\0b"));
	CHECK(arena_copy(&arena, (struct slice){NULL, 0}).len == 0);
	arena_clear(&arena);
	fill_arena(&arena);
	arena_free(&arena);

	size_t capacity = 0;
	int *items = memory_reserve(NULL, &capacity, 1, sizeof *items);
	CHECK(capacity >= 1);
	items[0] = 7;
	size_t before = capacity;
	items = memory_reserve(items, &capacity, before, sizeof *items);
	CHECK(capacity == before);
	items = memory_reserve(items, &capacity, before + 1, sizeof *items);
	CHECK(capacity >= before + before / 2 && items[0] == 7);
	free(items);
	free(memory_new(0));
	free(memory_resize(NULL, 0));
}
