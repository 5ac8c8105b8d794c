/*
 * ago: dates that are told as a distance. "Three weeks ago" is a date to who asks when; beside
 * another report's "for about two weeks" it is a duration of three weeks.
 */
#ifndef AGO_H
#define AGO_H

#include "corpus.h"
#include "words.h"

/* Turns the numbers that are dates told so into durations; other dates stay. */
void ago_read(struct corpus *corpus, struct lexicons *lexicons);

#endif
