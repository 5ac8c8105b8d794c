/*
 * scan: finds the characters at which a sentence may end or begin: marks, brackets, bullets.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "slice.h"

/*
 * Where the next such character begins at or behind `at`; text.len where there is none.
 * `colons`: in the language : or ; end sentences, so they are found too.
 */
size_t scan_next(struct slice text, size_t at, bool colons);

#endif
