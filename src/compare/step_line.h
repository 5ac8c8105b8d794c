/* step_line: lines that one step writes and the next one reads (steps.h). */
#ifndef STEP_LINE_H
#define STEP_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "input.h"
#include "output.h"

enum {
	STEP_FIELDS = 10 /* at most */
};

/* A stream of lines that are sorted. All zero before step_lines_begin(). */
struct step_lines {
	struct slice line;
	struct slice field[STEP_FIELDS]; /* of the line */

	/* private */
	struct input input;
	const char *step; /* that made the lines */
	size_t fields;
	size_t count;
	struct buffer before; /* the line before */
};

/* The lines of `step`, which have that many fields. They are checked to be sorted. */
void step_lines_begin(
	struct step_lines *lines, char *const *files, const char *step, size_t fields);

/*
 * The next line that has all its fields and is not the one before again; others are named in a
 * message. False at the end.
 */
bool step_lines_next(struct step_lines *lines);

/* Says that the line is none of the step, though it has all its fields. */
void step_lines_refuse(const struct step_lines *lines);

void step_lines_end(struct step_lines *lines);

/* A key of a sketch, as a field; `whole`: that of all words. */
void step_add_key(struct buffer *to, uint64_t key, bool whole);
bool step_key(struct slice field, bool *whole);

/* The number of a sentence, as a field behind others. */
void step_add_number(struct buffer *to, uint64_t number);
bool step_number(struct slice field, uint64_t *number);

/* Whether a document stands before another one, as sorted lines have them. */
bool step_stands_before(struct slice id, struct slice other);

#endif
