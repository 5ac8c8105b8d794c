/*
 * partner: the figure of another report that gives the same value. Where two reports give the
 * same two values ("3.1 percent; without food 2.9") these are two quantities.
 */
#ifndef PARTNER_H
#define PARTNER_H

#include "cluster.h"
#include "figure.h"

/* Unties figures of two reports that differ where each has its partner in the other report. */
void partners_untie(const struct figures *figures, struct ties *ties);

#endif
