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
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
				    "25262728293031323334353637383940414243444546474849"
				    "50515253545556575859606162636465666768697071727374"
				    "75767778798081828384858687888990919293949596979899";
	char digits[3 * sizeof number]; /* a byte has less than three */
	size_t start = sizeof digits;
	for (; number >= 10; number /= 100)
		memcpy(digits + (start -= 2), pairs + 2 * (number % 100), 2);
	if (number > 0 || start == sizeof digits)
		digits[--start] = (char)('0' + number);
	buffer_add(buffer, (struct slice){digits + start, sizeof digits - start});
}
