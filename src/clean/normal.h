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

/* How many bytes at the text's front normal_add() would add as they are, if a line ended there.
 * Texts of other scripts may go on so, too. A backslash is all that a record may have to escape
 * in them: `*backslashes`, there may be one. */
size_t normal_plain_length(struct slice text, bool *backslashes);

/* The text without the white space at its ends. */
struct slice trim(struct slice text);

#endif
