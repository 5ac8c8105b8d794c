/*
 * saying: a verb of saying and what stands on its sides: who says it, and what.
 */
#ifndef SAYING_H
#define SAYING_H

#include "clause.h"

/*
 * What the verb at `verb`, a cue, says. Nothing is looked at before `floor`; `subject` is the
 * source of the verb before it: "he agreed and |said|". The source is empty where none is
 * found.
 */
struct finding saying_find(
	const struct clause *c, uint32_t verb, uint32_t floor, struct range subject);

#endif
