/* inflate: gzip and deflate, by zlib. */
#ifndef INFLATE_H
#define INFLATE_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/* A stream of gzip members, one after another. */
struct inflater;

struct inflater *inflater_new(void);

/*
 * Unpacks `packed` and adds what comes out to `to`, some hundred kilobytes at most; `*taken` is
 * how many bytes of `packed` that took. False where the data is no gzip or broken.
 */
bool inflater_add(
	struct inflater *inflater, struct slice packed, size_t *taken, struct buffer *to);

/* Whether the stream stands between two members: it may end here. */
bool inflater_is_done(const struct inflater *inflater);

void inflater_free(struct inflater *inflater);

/* Unpacks a body that is gzip, zlib or bare deflate, up to `limit` bytes of it. False where it
 * is none of them; what could be read is in `to` all the same. */
bool inflate_body(struct slice packed, size_t limit, struct buffer *to);

#endif
