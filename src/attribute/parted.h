/*
 * parted: verbs of saying whose last part closes their clause: "Die Bahn |gab| am Montag
 * |bekannt|, dass die Strecke geöffnet wird."
 */
#ifndef PARTED_H
#define PARTED_H

#include "clause.h"

/* Adds what such a verb says; false where there is none in the sentence. */
bool parted_find(const struct clause *c, struct findings *findings);

#endif
