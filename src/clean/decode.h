/* decode: bytes of any encoding as UTF-8. */
#ifndef DECODE_H
#define DECODE_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/*
 * The bytes of a document as UTF-8. The encoding is that of its byte order mark; else UTF-8
 * where the bytes are that; else the one that `label` names (of an HTTP header; may be empty);
 * else, in a page (`html`), that of its meta element; else a guess. Returns `bytes` itself
 * where they are UTF-8 already, else what was put into `decoded` (cleared first). Bad bytes of
 * UTF-8 stay (the text is repaired when it is written); those of others become U+FFFD.
 */
struct slice decode(struct slice bytes, struct slice label, bool html, struct buffer *decoded);

/* Whether the bytes alone, read to their end, tell that they are UTF-8: no mark does, and they
 * do not look like UTF-16. */
bool decode_must_read(struct slice bytes);

/* Whether a part of such bytes, which begins and ends with a line, is UTF-8 as decode() sees
 * it. */
bool decode_is_utf8(struct slice part);

#endif
