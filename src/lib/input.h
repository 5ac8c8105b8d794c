/*
 * input: the files named on the command line one after another, or standard input, as blocks
 * and as lines. A file that cannot be read is named in a message and passed over.
 */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

struct input {
	const char *name; /* of the file being read, as given; "-" is standard input */

	/*
	 * Called before a read that may wait (none of a regular file does), so that what is
	 * pending can be written. It is given the descriptor about to be read.
	 */
	void (*before_read)(void *context, int fd);
	void *context;

	/* private */
	char *const *next_name;
	int fd;
	char *data;
	size_t start, end, capacity;
	/* of the open file: */
	size_t size; /* of a regular one, as it was told; may be 0 or wrong */
	size_t seen; /* how many bytes were read */
	bool regular;
	bool ended;
	bool failed; /* while it was read */
};

/* `names` ends with NULL; where it is empty, standard input is read. */
void input_begin(struct input *input, char *const *names);

/*
 * The next line of all files, without its LF; the last line of a file needs none, but what a
 * read error cut off is no line. It holds until the next call. False at the end.
 */
bool input_line(struct input *input, struct slice *line);

/* For readers of whole files: opens the next file that can be opened. False where there is
 * none. */
bool input_open(struct input *input);

/* The bytes of the open file that were read and not yet taken. */
struct slice input_bytes(const struct input *input);

/*
 * Reads more of the open file behind input_bytes(), which may move. False at its end, and where
 * it could not be read to its end (a message, and input_failed()).
 */
bool input_more(struct input *input);

/* Reads the rest of the open file; returns all bytes that were not yet taken. */
struct slice input_all(struct input *input);

/* Reads on until there are so many bytes that were not yet taken, or to the file's end; returns
 * all of them. */
struct slice input_some(struct input *input, size_t wanted);

static inline bool
input_failed(const struct input *input)
{
	return input->failed;
}

/* Takes bytes from the front of input_bytes(). */
void input_take(struct input *input, size_t count);

/* Closes the open file, whether it was read to its end or not. */
void input_close(struct input *input);

void input_end(struct input *input);

#endif
