/* convert: bytes of a known encoding as UTF-8. */
#ifndef CONVERT_H
#define CONVERT_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/*
 * Adds the bytes, which are in the encoding of that name (charset_name()), as UTF-8; what they
 * have no character for becomes U+FFFD, or stays a C1 control. False, and nothing is added,
 * where the encoding cannot be read.
 */
bool convert(struct slice bytes, struct slice charset, struct buffer *to);

#endif
