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
#include "circumstance.h"
#include "corpus.h"
#include "interval.h"
#include "subject.h"
#include "terms.h"
#include "words.h"

enum figure_verdict {
	VERDICT_AGREE,
	VERDICT_DIFFER,
	VERDICT_UNIT,   /* compatible, though told in units that differ */
	VERDICT_SINGLE, /* told by one report only */
};

/* In what a figure is measured: one of these, or one that the units or currencies name. */
enum dimension {
	DIMENSION_NONE,
	DIMENSION_COUNT,
	DIMENSION_SHARE,
	DIMENSION_AGE,
	DIMENSION_LENGTH,
	DIMENSION_AREA,
	DIMENSION_OTHER,
};

/* What an amount tells of a change. */
enum change {
	CHANGE_NONE,
	CHANGE_BY_SHARE,  /* "rose by 20 percent", "halved" */
	CHANGE_BY_AMOUNT, /* "fell by 7,000" */
};

/* What is worked out from amounts that are told. */
enum derived {
	DERIVED_NOT,    /* it is told itself */
	DERIVED_CHANGE, /* "from 11,000 to 4,000" */
	DERIVED_SHARE,  /* "4,000 of the 12,000" */
	DERIVED_PART,   /* "a third of the 300 jobs" */
	DERIVED_FORMER, /* "tripled to 9,000": what it was before */
};

enum {
	FIGURE_TERMS = 64 /* words of its sentence that a figure is compared by */
};

struct figure {
	uint32_t number; /* in corpus->numbers */
	uint32_t sentence, report;
	uint32_t first; /* of its terms */
	uint64_t what;  /* of those terms: the words counted, */
	uint64_t near;  /* the words around the number, */
	uint64_t names; /* the names around it */
	float what_norm, near_norm, all_norm;
	float rarity;                   /* of the value, 0..1: two reports tell "2" by chance */
	uint32_t speaker;               /* who gives it: a hash of the name; 0: nobody */
	uint32_t head;                  /* what is counted: a stem, 0 where not known */
	uint32_t dimension, unit, rate; /* numbers given to their names; 0: none */
	struct interval interval;
	struct circumstance circumstance;
	struct subject subject;
	uint8_t terms;    /* how many, FIGURE_TERMS at most */
	uint8_t frame;    /* what happened to it, as in the lexicon; 0: not known */
	bool part;        /* of those told of before: "two of them" */
	bool of_them;     /* of those told of in the sentence before: "1,500 of them" */
	bool loss;        /* how many of a body were killed or wounded */
	bool whole;       /* of which a part is told: "a third of the 300" */
	uint8_t change;   /* enum change */
	uint8_t derived;  /* enum derived */
	uint32_t former;  /* the number that it was before, in another report, and 1; 0: none */
	bool factor;      /* a change by a share is told as one: 0.5 "halved", 2 "doubled" */
	uint8_t verdict;  /* of the cluster: enum figure_verdict */
	uint32_t cluster; /* from 1, in the order of their first members */
};

struct figures {
	struct figure *items; /* in the order of cluster, sentence, start */
	size_t count, capacity;
	size_t clusters;
	bool differ; /* a cluster's reports do */

	/* private */
	struct units units;
	struct company company; /* of names in their sentences */
	struct map names;       /* of dimensions, units and rates */
};

/* Whether two speakers give them: "60,000 came, organisers said; police counted 18,000". */
static inline bool
figure_two_voices(const struct figure *a, const struct figure *b)
{
	return a->speaker && b->speaker && a->speaker != b->speaker;
}

/*
 * Fills items[] with the figures of the corpus, each by itself. The terms of their sentences
 * are given their weights.
 */
void figures_read(struct figures *figures, const struct corpus *corpus,
	struct lexicons *lexicons, struct terms *terms);

/*
 * Finds the figures and their clusters; `terms` are no longer what they were. What is worked
 * out from others becomes a number of the corpus, behind those that are told.
 */
void figures_find(struct figures *figures, struct corpus *corpus, struct lexicons *lexicons,
	struct terms *terms);

/* Adds the record of one; `speaker` may be empty. */
void figure_write(struct buffer *to, const struct corpus *corpus, const struct figure *figure,
	struct slice speaker);

void figures_free(struct figures *figures);

#endif
