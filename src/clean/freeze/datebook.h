/* Fills the datebook from the tables. */
#ifndef FREEZE_DATEBOOK_H
#define FREEZE_DATEBOOK_H

#include "../datebook.h"

void datebook_learn(struct datebook *draft);

#endif
