/*
 * buffer: bytes that grow. All zero before its first use; it owns its bytes until
 * buffer_free(). A pointer into it holds until bytes are added.
 */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>
#include <string.h>

#include "slice.h"

struct buffer {
	char *data;
	size_t len, capacity;
};

/* What buffer_reserve() does where there is not enough room. */
char *buffer_grow(struct buffer *buffer, size_t more);

/* Makes room for `more` bytes behind the last and returns where they go; len stays. */
static inline char *
buffer_reserve(struct buffer *buffer, size_t more)
{
	if (more > 0 && more <= buffer->capacity - buffer->len)
		return buffer->data + buffer->len;
	return buffer_grow(buffer, more);
}

void buffer_free(struct buffer *buffer);

/* The number in decimal digits. */
void buffer_add_size(struct buffer *buffer, size_t number);

static inline void
buffer_add(struct buffer *buffer, struct slice slice)
{
	if (slice.len == 0)
		return;
	memcpy(buffer_reserve(buffer, slice.len), slice.data, slice.len);
	buffer->len += slice.len;
}

static inline void
buffer_add_byte(struct buffer *buffer, char byte)
{
	*buffer_reserve(buffer, 1) = byte;
	buffer->len++;
}

static inline void
buffer_clear(struct buffer *buffer)
{
	buffer->len = 0;
}

static inline struct slice
buffer_slice(const struct buffer *buffer)
{
	return (struct slice){buffer->data, buffer->len};
}

#endif
