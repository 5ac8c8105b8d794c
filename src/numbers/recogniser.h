/*
 * recogniser: all numbers of a sentence.
 */
#ifndef RECOGNISER_H
#define RECOGNISER_H

#include "calendar.h"
#include "number.h"
#include "rule.h"
#include "trigger.h"

/* Memory that is used again from sentence to sentence. All zero before its first use. */
struct recogniser {
	struct lexemes lexemes;
	struct number *numbers;
	size_t count, capacity;
	struct rule_index rules;
};

/* Tells the words of a lexicon what may begin with them. */
void recogniser_mark(struct recogniser *recogniser, struct lexicon *lexicon);

/*
 * Finds the numbers of a sentence (below 4 GiB). `today` is its document's date, NULL where
 * that is not known, `clock` the time of day as in struct scan. They stand in
 * recogniser->numbers until the next call; byte offsets are those of the lexemes.
 */
void recognise(struct recogniser *recogniser, struct trigger *trigger, struct slice text,
	const struct date *today, int clock);

void recogniser_free(struct recogniser *recogniser);

#endif
