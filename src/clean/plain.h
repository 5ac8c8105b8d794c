/*
 * plain: plain text. Each line is a paragraph; what is furniture is told by the line's words
 * and by what stands around it: a heading of related articles starts a tail that does not end.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "document.h"
#include "furniture.h"

/* Adds a block for each line of the text that is not empty, and finds the title and the like.
 */
void plain_read(struct document *document, struct slice text, struct furniture_book *book);

#endif
