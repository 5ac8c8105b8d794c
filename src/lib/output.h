/*
 * output: the one way out, standard output. Bytes wait in `pending` until there are enough of
 * them, or until the input is about to wait (input.h). A write that fails ends the program: a
 * full disk is never success.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>

#include "buffer.h"

struct output {
	struct buffer pending; /* records may be written straight into it (record.h) */
	int fd;
};

void output_begin(struct output *output);

enum {
	OUTPUT_MUCH = 256 * 1024 /* bytes that are worth a write */
};

void output_flush(struct output *output);

/* Writes what is pending if it is much. To be called after each record written into `pending`.
 */
static inline void
output_settle(struct output *output)
{
	if (output->pending.len >= OUTPUT_MUCH)
		output_flush(output);
}

/* The slice and an LF. */
void output_line(struct output *output, struct slice line);

/*
 * Writes what is pending, closes, and returns the program's exit status: `status`, or
 * STATUS_TROUBLE where a message was written on the way. The last thing that main calls.
 */
int output_end(struct output *output, int status);

#endif
