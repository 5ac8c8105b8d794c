/*
 * strangeness: how strange characters look next to one another, in the eyes of somebody who
 * reads any language: "Ã" within small letters, "€" behind "â", a control. In tenths: below 20
 * it may be chance.
 */
#ifndef STRANGENESS_H
#define STRANGENESS_H

#include <stddef.h>
#include <stdint.h>

/* Of a run of characters, between the one before it and the one after it. */
int strangeness(int32_t before, const int32_t *run, size_t len, int32_t after);

/* Of Ã or Â alone at the end of a word: what followed them became, or was, a space. */
int strange_end(int32_t before, int32_t lead, int32_t after);

#endif
