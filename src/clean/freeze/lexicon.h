/* Fills the lexicon from the tables. */
#ifndef FREEZE_LEXICON_H
#define FREEZE_LEXICON_H

#include "../lexicon.h"

void lexicon_learn(struct lexicon *draft);

#endif
