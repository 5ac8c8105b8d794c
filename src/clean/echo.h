/*
 * echo: how many of a line's words a text says again. A headline's are said again in the first
 * paragraphs of its report, whatever the language; those of a menu or a slogan are not.
 */
#ifndef ECHO_H
#define ECHO_H

#include <stddef.h>
#include <stdint.h>

#include "slice.h"

enum {
	ECHO_WORDS = 256 /* places, of 64 bits, for the words that were heard */
};

/* All zero before its first use. Two words may be taken for one, if seldom. */
struct echo {
	uint64_t heard[ECHO_WORDS];
};

/* Hears a text's words. */
void echo_hear(struct echo *echo, struct slice text);

/* How many of a line's words were heard. */
size_t echo_count(const struct echo *echo, struct slice line);

#endif
