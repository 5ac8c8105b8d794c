/* utf16: texts in UTF-16 without a byte order mark. */
#ifndef UTF16_H
#define UTF16_H

#include "slice.h"

/* "utf-16le" or "utf-16be" where bytes without a mark are a text in it, else empty. */
struct slice utf16_without_mark(struct slice bytes);

#endif
