/* form: what kind of file a document comes in. */
#ifndef FORM_H
#define FORM_H

#include "slice.h"

enum form {
	FORM_UNKNOWN,
	FORM_HTML,
	FORM_TEXT,
	FORM_WARC, /* gzip'd or not */
	FORM_JSONL,
	FORM_BINARY, /* a picture, an archive, a program: nothing to read */
};

/* The form that a name as `--from` has it stands for; FORM_UNKNOWN where none does. */
enum form form_of_name(const char *name);

/* The form of a file by its first bytes. */
enum form form_of_bytes(struct slice bytes);

#endif
