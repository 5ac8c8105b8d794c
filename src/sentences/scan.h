/*
 * scan: finds the characters at which a sentence may end or begin: marks, brackets, bullets.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stddef.h>

#include "slice.h"

/*
 * Where the next such character begins at or behind `at`; text.len where there is none. A colon
 * and a semicolon count among them, as in some languages they end sentences.
 */
size_t scan_next(struct slice text, size_t at);

#endif
