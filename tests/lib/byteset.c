#include "byteset.h"

#include <stdlib.h>

#include "memory.h"
#include "test.h"

enum {
	LONGEST = 200
};

/* Bytes that come again the same in every run. */
static void
fill(char *bytes, size_t len, struct slice likely)
{
	static uint32_t state = 20260;
	for (size_t i = 0; i < len; i++) {
		state = state * 1664525u + 1013904223u;
		unsigned random = state >> 16;
		bytes[i] = random % 7 == 0 ? likely.data[random / 7 % likely.len]
					   : (char)(random >> 3);
	}
}

/* The set finds the bytes for which it was made, each where it is, and none behind the end. */
static void
check_find(const struct byteset *set, struct slice members, struct slice text)
{
	size_t next = 0, at = 0;
	for (uint64_t places; (places = byteset_find(set, text, &at)) != 0;
		at += BYTESET_STRETCH) {
		for (; places; places &= places - 1) {
			size_t found = at + (size_t)__builtin_ctzll(places);
			CHECK(found < text.len && found >= next);
			for (; next < found; next++)
				CHECK(!memchr(members.data, text.data[next], members.len));
			CHECK(memchr(members.data, text.data[next++], members.len) != NULL);
		}
	}
	for (; next < text.len; next++)
		CHECK(!memchr(members.data, text.data[next], members.len));
}

static void
check_set(struct slice members)
{
	struct byteset set;
	size_t ways = 0;
	for (enum byteset_way way = BYTESET_TABLE; way < BYTESET_WAYS; way++) {
		if (!byteset_make_so(&set, members, way))
			continue;
		ways++;
		for (size_t len = 0; len <= LONGEST; len++) {
			/* of its own size, so that a read beyond it is seen */
			char *bytes = memory_new(len ? len : 1);
			fill(bytes, len, members);
			check_find(&set, members, (struct slice){bytes, len});
			free(bytes);
		}
	}
	CHECK(ways > 0);
	byteset_make(&set, members);
	CHECK(set.look != NULL);
}

void
test_byteset(char *file)
{
	(void)file;
	check_set(SLICE("\t"));
	check_set(SLICE("\t\\"));
	check_set(SLICE("\n!().?[]{}:;\xc2\xd8\xe0\xe2\xff"));
	/* more kinds than a way but the table can hold */
	check_set(SLICE("\x01\x12\x23\x34\x45\x56\x67\x78\x89\x9a\xab\xbc\xcd\xde\xef\xf0"));
}
