/*
 * meter: a line on the terminal that says how far a long run has come. It waits a second before
 * it shows itself, so that short runs are quiet.
 */
#ifndef METER_H
#define METER_H

#include <stdbool.h>
#include <stddef.h>

struct meter {
	size_t documents, bytes; /* so far; of text */

	/* private */
	bool on; /* standard error is a terminal */
	double began, drawn;
	int width; /* of the line on the terminal; 0: none is there */
};

void meter_begin(struct meter *meter);

/* Draws the line anew where it is time to. */
void meter_draw(struct meter *meter);

/* Where a line is shown, leaves the last one standing. */
void meter_end(struct meter *meter);

#endif
