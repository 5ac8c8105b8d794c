/*
 * context: the words around a figure that say what it is a figure of, where no noun does: its
 * clause, without what it is a part of.
 */
#ifndef CONTEXT_H
#define CONTEXT_H

#include "findings.h"
#include "token.h"

struct context {
	/*
	 * What an earlier clause begins and this one goes on with, or leans on: "the dam"
	 * before ", built by hand, lasted for …" and ", which lasted for …". Empty: nothing.
	 */
	struct slice subject;
	bool leans;                 /* a comma stands behind the subject */
	struct slice before, after; /* the words of the clause on both sides of the figure */
	bool cut;                   /* the clause is longer */
	bool headline;              /* it is a title's, which leaves words out */
};

/* All zero before its first use. */
struct contexts {
	struct map roles; /* of the words that clauses begin with */
	struct tokens tokens;
	struct buffer folded;
};

/* False where the figure's sentence is not known. */
bool context_find(struct contexts *contexts, const struct findings *findings,
	const struct figure *figure, struct context *context);

/*
 * The name that somebody's age stands behind: "Tomas Raddick" of "the engineer Tomas Raddick,
 * 54, said"; empty where there is none.
 */
struct slice context_find_name(struct contexts *contexts, const struct findings *findings,
	const struct figure *figure);

/* Whether the word names nearly anything that is counted: people. */
bool context_is_generic(struct contexts *contexts, struct slice word);

/* Whether the word stands for another: it names nothing itself. */
bool context_is_pronoun(struct contexts *contexts, struct slice word);

void contexts_free(struct contexts *contexts);

#endif
