/*
 * figure: amounts that several reports give for one quantity, and whether they agree.
 *
 * What belongs together is told by dimension, by what is counted, by what happened to it (a
 * frame: killed, wounded, sent …), by the words around and by the value; groups are built by
 * average link. Dates, clock times and ordinals are left out.
 */
#ifndef FIGURE_H
#define FIGURE_H

#include "buffer.h"
#include "corpus.h"
#include "interval.h"
#include "similarity.h"
#include "words.h"

enum figure_verdict {
	VERDICT_AGREE,
	VERDICT_DIFFER,
	VERDICT_UNIT,   /* compatible, though told in units that differ */
	VERDICT_SINGLE, /* told by one report only */
};

/* Some words and their weights, in the order of their stems. */
struct bag {
	struct feature *items;
	uint32_t count;
	float norm;
};

struct figure {
	uint32_t number; /* in corpus->numbers */
	uint32_t sentence;
	uint32_t report;
	struct interval interval;
	struct slice dimension, unit, rate; /* "length", "count"; "km"; "/mo" */
	uint32_t head;                      /* what is counted: a stem, 0 where not known */
	uint8_t frame;               /* what happened to it, as in the lexicon; 0: not known */
	float rarity;                /* of the value, 0..1: two reports tell "2" by chance */
	struct bag what, near, all;  /* words counted, words around, words of the sentence */
	struct bag names;            /* around it */
	uint32_t cluster;            /* from 1, in the order of their first members */
	enum figure_verdict verdict; /* of the cluster */
};

struct figures {
	struct figure *items; /* in the order of cluster, sentence, start */
	size_t count, capacity;
	size_t clusters;
	bool differ; /* a cluster's reports do */

	/* private */
	struct units units;
	struct arena bags;
};

void figures_find(struct figures *figures, const struct corpus *corpus,
	struct lexicons *lexicons, const struct frequencies *frequencies);

/* Adds the record of one; `speaker` may be empty. */
void figure_write(struct buffer *to, const struct corpus *corpus, const struct figure *figure,
	struct slice speaker);

void figures_free(struct figures *figures);

#endif
