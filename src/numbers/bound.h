/*
 * bound: periods that are open on one side: before 2010, since March, no later than 5 June.
 */
#ifndef BOUND_H
#define BOUND_H

#include "number.h"
#include "period.h"
#include "scan.h"

/* Takes what leads a period in into it and into its number. */
void bound_read(const struct scan *scan, struct number *number, struct period *period);

#endif
