/*
 * noise SEED COUNT [FILE]: random bytes, the same for a seed everywhere. Without FILE so many
 * of them; with it the file's bytes after so many changes: a byte overwritten, left out, or put
 * in, or a piece told twice.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"

static uint64_t state;

/* xorshift64 (Marsaglia). */
static size_t
random_below(size_t limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return limit ? (size_t)(state >> 11) % limit : 0;
}

/* Half of them are bytes that mean something to one program or another. */
static char
random_byte(void)
{
	static const char telling[] =
		"\t\n\r\\\0\"'<>&;{}[]().,:-$% 0123456789\xe2\x80\x9c\xff\xef\xbb\xbf";
	if (random_below(2))
		return (char)random_below(256);
	return telling[random_below(sizeof telling - 1)];
}

static void
put(struct slice bytes)
{
	fwrite(bytes.data, 1, bytes.len, stdout);
}

static void
read_file(struct buffer *to, const char *name)
{
	FILE *file = fopen(name, "rb");
	if (!file) {
		perror(name);
		exit(2);
	}
	size_t got;
	while ((got = fread(buffer_reserve(to, 65536), 1, 65536, file)) > 0)
		to->len += got;
	fclose(file);
}

/* Replaces bytes start..end. */
static void
splice(struct buffer *bytes, size_t start, size_t end, struct slice by)
{
	struct buffer made = {0};
	buffer_add(&made, slice_cut(buffer_slice(bytes), 0, start));
	buffer_add(&made, by);
	buffer_add(&made, slice_cut(buffer_slice(bytes), end, bytes->len));
	buffer_free(bytes);
	*bytes = made;
}

static void
change(struct buffer *bytes)
{
	size_t start = random_below(bytes->len), left = bytes->len - start;
	size_t end = start + random_below(left < 200 ? left + 1 : 200);
	char byte = random_byte();
	size_t kind = random_below(4);
	if (kind == 0)
		splice(bytes, start, start, slice_cut(buffer_slice(bytes), start, end));
	else if (kind == 1)
		splice(bytes, start, end, SLICE(""));
	else
		splice(bytes, start, kind == 2 && left ? start + 1 : start,
			(struct slice){&byte, 1});
}

int
main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	state = 0x9e3779b97f4a7c15u * (strtoull(argv[1], NULL, 10) + 1);
	size_t count = strtoul(argv[2], NULL, 10);
	struct buffer bytes = {0};
	if (argc > 3)
		read_file(&bytes, argv[3]);
	for (size_t i = 0; i < count; i++)
		if (argc > 3)
			change(&bytes);
		else
			buffer_add_byte(&bytes, (char)random_below(256));
	put(buffer_slice(&bytes));
	buffer_free(&bytes);
	return fflush(stdout) ? 2 : 0;
}
