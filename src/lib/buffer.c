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
	char *room = buffer_reserve(buffer, 3 * sizeof number); /* a byte has less than three */
	size_t len = 1;
	for (size_t rest = number; rest >= 10; rest /= 10)
		len++;
	for (size_t at = len; at-- > 0; number /= 10)
		room[at] = (char)('0' + number % 10);
	buffer->len += len;
}
