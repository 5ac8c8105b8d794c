/*
 * marks: what stands between quotation marks in a sentence: “ ”, " ", « », „ “, 「 」, ‘ ’ and
 * their kin.
 */
#ifndef MARKS_H
#define MARKS_H

#include <stddef.h>
#include <stdint.h>

#include "slice.h"

/* The bytes between an opening and a closing mark, the marks left out. */
struct quoted {
	uint32_t start, end;
};

/* All zero before its first use; it owns its items until marks_free(). */
struct marks {
	struct quoted *items;
	size_t count, capacity;
};

/*
 * Fills `marks` anew. A mark that opens and is not closed quotes up to the sentence's end (the
 * quotation runs on), one that closes what was not opened quotes from its beginning.
 */
void marks_find(struct marks *marks, struct slice sentence);

void marks_free(struct marks *marks);

#endif
