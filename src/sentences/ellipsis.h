/* ellipsis: what an ellipsis stands for. */
#ifndef ELLIPSIS_H
#define ELLIPSIS_H

#include <stdbool.h>

#include "place.h"

/* Whether three dots between spaces leave something out: They saw ... Marr and left. */
bool ellipsis_omits(const struct place *place);

/* Whether behind a full stop ` . . . The` is at `at`: there the ellipsis begins the next
 * sentence. */
bool ellipsis_is_next(struct slice text, size_t at);

/* Whether a sentence begins at `at` with an ellipsis: `Sie gingen. ...und dann`. */
bool ellipsis_leads(struct slice text, size_t at);

#endif
