#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

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

#if defined __SANITIZE_ADDRESS__
#define OWN_MALLOC 0
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define OWN_MALLOC 0
#endif
#endif
#if !defined OWN_MALLOC && defined __GLIBC__
#define OWN_MALLOC 1
#endif

#if OWN_MALLOC
/* Whether an array's memory is the program's still when the array is freed. */
static bool
stays_when_freed(size_t size)
{
	enum {
		PAGE = 64 * 1024 /* the system's, or a multiple of it */
	};
	char *array = memory_new(size);
	memset(array, 1, size);
	volatile uintptr_t page = (uintptr_t)array / PAGE * PAGE + PAGE;
	void *behind = memory_new(size); /* else what ends the heap could be taken from it */
	free(array);
	bool stays = msync((void *)page, PAGE, MS_ASYNC) == 0;
	free(behind);
	return stays;
}
#endif

void
test_memory_return(char *file)
{
	(void)file;
#if OWN_MALLOC
	const size_t large = 1024 * 1024;
	memory_return();
	CHECK(!stays_when_freed(large));
	/* more than once: by itself an allocator keeps what is asked for again */
	for (int i = 0; i < 3; i++) {
		CHECK(!stays_when_freed(16 * large));
		CHECK(stays_when_freed(large / 2));
	}
#endif
}

/* All of it can be written to, and it is freed as any other. */
void
test_memory_wide(char *file)
{
	(void)file;
	const size_t page = 2 * 1024 * 1024;
	const size_t sizes[] = {
		0, 1, 4095, page / 2 - 1, page / 2, page - 1, page, page + 1, 3 * page + 12345};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		unsigned char *memory = memory_new_wide(sizes[i]);
		CHECK(memory != NULL);
		CHECK((uintptr_t)memory % _Alignof(max_align_t) == 0);
		if (sizes[i] >= page) /* else no large page would fit in */
			CHECK((uintptr_t)memory % page == 0);
		for (size_t at = 0; at < sizes[i]; at++)
			memory[at] = (unsigned char)(at % 251);
		size_t wrong = 0;
		for (size_t at = 0; at < sizes[i]; at++)
			wrong += memory[at] != at % 251;
		CHECK(wrong == 0);
		free(memory);
	}
}

/* Ends the program: `size` is more than there can be. */
void
test_memory_too_wide(char *size)
{
	free(memory_new_wide(SIZE_MAX - (size_t)strtoull(size ? size : "0", NULL, 10)));
}
