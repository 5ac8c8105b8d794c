/* slice: bytes that somebody else owns; any byte may occur in them, NUL included. */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *data;
	size_t len;
};

/* The bytes of a string literal, its closing NUL left out. */
#define SLICE(literal) ((struct slice){.data = "" literal, .len = sizeof(literal) - 1})

static inline struct slice
slice_of(const char *string)
{
	return (struct slice){string, strlen(string)};
}

/* The bytes start..end (end exclusive) of a slice. */
static inline struct slice
slice_cut(struct slice slice, size_t start, size_t end)
{
	return (struct slice){slice.data + start, end - start};
}

static inline bool
slice_equal(struct slice a, struct slice b)
{
	/* by the length of b, which slice_is() often knows when it is compiled */
	return a.len == b.len && (b.len == 0 || memcmp(a.data, b.data, b.len) == 0);
}

static inline bool
slice_is(struct slice a, const char *string)
{
	return slice_equal(a, slice_of(string));
}

static inline bool
slice_starts(struct slice a, struct slice start)
{
	return a.len >= start.len &&
	       (start.len == 0 || memcmp(a.data, start.data, start.len) == 0);
}

static inline bool
slice_ends(struct slice a, struct slice end)
{
	return a.len >= end.len &&
	       (end.len == 0 || memcmp(a.data + a.len - end.len, end.data, end.len) == 0);
}

/* Whether `word`, in small letters of ASCII, stands at slice[at], whatever the case. */
static inline bool
slice_has_caseless(struct slice slice, size_t at, const char *word)
{
	for (size_t i = 0; word[i]; i++) {
		char byte = at + i < slice.len ? slice.data[at + i] : '\0';
		if ((byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte) != word[i])
			return false;
	}
	return true;
}

/* Whether it has a digit of ASCII. */
static inline bool
slice_has_digit(struct slice slice)
{
	for (size_t i = 0; i < slice.len; i++)
		if (slice.data[i] >= '0' && slice.data[i] <= '9')
			return true;
	return false;
}

/* Order by bytes, a prefix before what it begins: as LC_ALL=C sort. */
static inline int
slice_compare(struct slice a, struct slice b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.data, b.data, len) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

#endif
