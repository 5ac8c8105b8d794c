#include "buffer.h"

#include <stdint.h>
#include <stdlib.h>

#include "error.h"
#include "memory.h"

char *
buffer_grow(struct buffer *buffer, size_t more)
{
	if (more > SIZE_MAX - buffer->len)
		die("out of memory");
	if (more > buffer->capacity - buffer->len)
		buffer->data =
			memory_reserve(buffer->data, &buffer->capacity, buffer->len + more, 1);
	return buffer->data ? buffer->data + buffer->len : NULL; /* NULL + 0 is undefined */
}

void
buffer_free(struct buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct buffer){0};
}

void
buffer_add_size(struct buffer *buffer, size_t number)
{
	char digits[3 * sizeof number]; /* a byte has less than three */
	size_t start = sizeof digits;
	do
		digits[--start] = (char)('0' + number % 10);
	while (number /= 10);
	buffer_add(buffer, (struct slice){digits + start, sizeof digits - start});
}
