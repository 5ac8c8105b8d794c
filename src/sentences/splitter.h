/*
 * splitter: a paragraph's sentences, in one pass from its left to its right. Memory does not
 * grow with the paragraph.
 */
#ifndef SPLITTER_H
#define SPLITTER_H

#include <stdbool.h>

#include "lexicon.h"
#include "list.h"
#include "scan.h"
#include "slice.h"

enum {
	SPLITTER_CUTS = 64, /* sentences within one bracket; more, and it is none */
	SPLITTER_DEPTH = 8  /* brackets within brackets */
};

struct splitter {
	/* private */
	const struct lexicon *lexicon;
	struct slice text;
	struct scan scan;
	size_t at;    /* where looking goes on */
	size_t start; /* of the sentence being looked at */
	size_t given; /* behind what was given out */
	size_t first; /* where the paragraph's first word begins */
	size_t dateline;
	bool datelined; /* `dateline` is known */
	struct list list;
	/* Where sentences end. Those behind a bracket that is open wait for it to close. */
	size_t cuts[SPLITTER_CUTS];
	size_t made, taken; /* how many ever */
	struct bracket {
		size_t at, start, made;
	} open[SPLITTER_DEPTH];
	size_t depth;
};

/* Begins a paragraph; both arguments must outlive the splitter. */
void splitter_begin(
	struct splitter *splitter, const struct lexicon *lexicon, struct slice paragraph);

/*
 * The next sentence: a slice of the paragraph without white space at its ends, never empty.
 * False at the end.
 */
bool splitter_next(struct splitter *splitter, struct slice *sentence);

#endif
