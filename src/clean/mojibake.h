/*
 * mojibake: text that was decoded in a wrong encoding, as "donâ€™t" for "don’t".
 */
#ifndef MOJIBAKE_H
#define MOJIBAKE_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

/*
 * Where valid text holds mojibake, adds the repaired text to `to` and returns true. Else it
 * returns false and `to` stays as it was.
 */
bool mojibake_repair(struct buffer *to, struct slice text);

#endif
