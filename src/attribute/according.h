/*
 * according: what is said according to somebody: the cue is no verb, and the source stands
 * right behind it, or, in some languages, right before it.
 */
#ifndef ACCORDING_H
#define ACCORDING_H

#include "clause.h"

/*
 * "According to X, ten fell", "Ten fell, according to X", "Der Polizei zufolge fielen zehn",
 * "Nach eigenen Angaben zählt der Verein …". The cue begins at `cue`; nothing is looked at
 * before `floor`.
 */
struct finding according_find(const struct clause *c, uint32_t cue, uint32_t floor);

#endif
