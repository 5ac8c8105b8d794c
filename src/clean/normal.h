/* normal: text as it stands in records. */
#ifndef NORMAL_H
#define NORMAL_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/*
 * Adds the text to `to`: valid UTF-8 in NFC, mojibake repaired, without controls, soft hyphens
 * and byte order marks; white space at its ends taken off, runs of it made one space. A
 * no-break space between two characters stays.
 */
void normal_add(struct buffer *to, struct slice text);

/* Whether normal_add() would add the text as it is. Texts of other scripts may be that, too,
 * where it says no. A backslash is then all that a record may have to escape: `*backslashes`,
 * there is one. */
bool normal_is_plain(struct slice text, bool *backslashes);

/* The text without the white space at its ends. */
struct slice trim(struct slice text);

#endif
