/* mute: findings in which nobody says anything: "falling prices reveal", "is said to be". */
#ifndef MUTE_H
#define MUTE_H

#include "article.h"
#include "finding.h"

/* Takes what they say from such findings, those from `from` on. */
void mute_drop(const struct article *article, struct findings *findings, size_t from);

#endif
