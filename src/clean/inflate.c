#define ZLIB_CONST
#include "inflate.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

#include "memory.h"

enum {
	ROOM = 256 * 1024,
	GZIP_OR_ZLIB = 15 + 32, /* window bits, in zlib's terms */
	BARE_DEFLATE = -15
};

struct inflater {
	z_stream stream;
	bool done;
};

static void *
allocate(void *context, unsigned count, unsigned size)
{
	(void)context;
	return memory_new_zeroed(count, size);
}

static void
deallocate(void *context, void *memory)
{
	(void)context;
	free(memory);
}

static void
begin(z_stream *stream, int window)
{
	*stream = (z_stream){.zalloc = allocate, .zfree = deallocate};
	inflateInit2(stream, window); /* fails for want of memory alone */
}

/* One step; what zlib answers. */
static int
step(z_stream *stream, struct slice packed, size_t *taken, struct buffer *to)
{
	size_t len = packed.len < UINT_MAX ? packed.len : UINT_MAX;
	stream->next_in = (z_const Bytef *)packed.data;
	stream->avail_in = (uInt)len;
	stream->next_out = (Bytef *)buffer_reserve(to, ROOM);
	stream->avail_out = ROOM;
	int answer = inflate(stream, Z_NO_FLUSH);
	to->len += ROOM - stream->avail_out;
	*taken = len - stream->avail_in;
	return answer;
}

struct inflater *
inflater_new(void)
{
	struct inflater *inflater = memory_new(sizeof *inflater);
	begin(&inflater->stream, GZIP_OR_ZLIB);
	inflater->done = true;
	return inflater;
}

bool
inflater_add(struct inflater *inflater, struct slice packed, size_t *taken, struct buffer *to)
{
	*taken = 0;
	if (packed.len == 0)
		return true;
	if (inflater->done) { /* NULs may pad the end */
		while (*taken < packed.len && packed.data[*taken] == 0)
			++*taken;
		if (*taken)
			return true;
		inflateReset(&inflater->stream);
	}
	int answer = step(&inflater->stream, packed, taken, to);
	inflater->done = answer == Z_STREAM_END;
	return answer == Z_OK || answer == Z_STREAM_END || answer == Z_BUF_ERROR;
}

bool
inflater_is_done(const struct inflater *inflater)
{
	return inflater->done;
}

void
inflater_free(struct inflater *inflater)
{
	inflateEnd(&inflater->stream);
	free(inflater);
}

static bool
inflate_as(int window, struct slice packed, size_t limit, struct buffer *to)
{
	z_stream stream;
	int answer = Z_OK;
	begin(&stream, window);
	while (packed.len > 0 && answer == Z_OK && to->len < limit) {
		size_t taken;
		answer = step(&stream, packed, &taken, to);
		packed = slice_cut(packed, taken, packed.len);
		if (answer == Z_OK && taken == 0 && stream.avail_out > 0)
			break;
	}
	inflateEnd(&stream);
	return answer == Z_STREAM_END || answer == Z_OK || answer == Z_BUF_ERROR;
}

bool
inflate_body(struct slice packed, size_t limit, struct buffer *to)
{
	size_t begin_len = to->len;
	if (inflate_as(GZIP_OR_ZLIB, packed, limit, to) || to->len > begin_len)
		return true;
	return inflate_as(BARE_DEFLATE, packed, limit, to);
}
