/* jsonl: JSON Lines, an object a line, with a text or a page in it. */
#ifndef JSONL_H
#define JSONL_H

#include "cleaner.h"

/* Ends the program where a --member is not FIELD=NAME. */
void jsonl_check_members(const struct option_list *members);

/* Writes the documents of the open file. A line that is no object with a text is named in a
 * message and passed over. */
void clean_jsonl(struct cleaner *cleaner, struct input *input);

/* The same of bytes that were in a packed file of that name. */
void clean_jsonl_bytes(struct cleaner *cleaner, const char *file, struct slice bytes);

#endif
