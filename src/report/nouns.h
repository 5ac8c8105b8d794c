/*
 * nouns: what a claim of figures counts, as its members name it.
 */
#ifndef NOUNS_H
#define NOUNS_H

#include "context.h"

/* All zero before its first use. */
struct nouns {
	/* private */
	struct slice *of;       /* each claim's */
	struct map shared, all; /* how many claims go by each: those that several documents
				   tell, and all */
};

/* Whether a member's document is in the reader's language. */
bool figure_is_readable(const struct findings *findings, const struct figure *figure);

/*
 * The noun that most of a claim's figures give, those in the reader's language before others,
 * and a text more than a headline; empty where none does.
 */
struct slice noun_of(struct nouns *nouns, const struct findings *findings,
	struct contexts *contexts, const struct claim *claim);

/*
 * Whether another claim that stands beside this one goes by the same noun, so that it does not
 * tell them apart. `noun`: what noun_of() gave.
 */
bool noun_is_taken(const struct nouns *nouns, const struct claim *claim, struct slice noun);

void nouns_free(struct nouns *nouns);

#endif
