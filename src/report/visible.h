/*
 * visible: text from documents made harmless for a person's eyes. Control characters, and marks
 * that turn the direction of text, could drive a terminal or make a line read other than it is.
 */
#ifndef VISIBLE_H
#define VISIBLE_H

#include "buffer.h"

/*
 * Adds the text with runs of white space as one space, without marks of direction, and with
 * U+FFFD for other control characters and bad bytes.
 */
void visible_add(struct buffer *to, struct slice text);

#endif
