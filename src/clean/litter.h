/* litter: which lines of a plain text are no part of its report: buttons, notices, appeals, and
 * what stands around and behind them. */
#ifndef LITTER_H
#define LITTER_H

#include "sheet.h"

/* Drops each line that goes for what it says, wherever it stands. */
void litter_drop(struct sheet *sheet);

/* Drops the lines that go for where they stand: behind a heading of other articles, between
 * lines of one notice, teasers. The title is known by then. */
void litter_drop_around(struct sheet *sheet);

#endif
