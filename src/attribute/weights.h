/* weights: what `make train` learned, compiled in from the file beside this one. */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include "tagger.h"

extern const struct weights tagger_weights;

#endif
