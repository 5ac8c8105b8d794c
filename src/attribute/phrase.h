/* phrase: a source's noun phrase taken apart: what it says of whom. */
#ifndef PHRASE_H
#define PHRASE_H

#include "words.h"

/* A source taken apart. */
struct phrase {
	struct range all;
	struct range np;   /* up to the first comma, preposition or relative */
	uint32_t head;     /* its head word */
	struct range rest; /* the apposition */
};

/* Takes a source apart; `inflects`: its language has cases. */
struct phrase phrase_of(const struct word *words, struct range source, bool inflects);

/* The range without the article in front and marks or a genitive's 's behind. */
struct range phrase_trim(const struct word *words, struct range range);

/* "court filings |seen by| the paper", "a study |published| in May": ends what it is called. */
bool phrase_is_done_to(const struct word *words, uint32_t at);

/* The run of capitals that ends with the head. */
struct range phrase_run(const struct word *words, struct range np, uint32_t head);

/* The name in capitals that stands behind the first comma of a range; empty where none does. */
struct range phrase_name_behind_comma(const struct word *words, struct range rest);

#endif
