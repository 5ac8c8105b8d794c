/* credit: lines that say whose a report is, and the names of outlets. */
#ifndef CREDIT_H
#define CREDIT_H

#include "buffer.h"
#include "map.h"
#include "tables.h"

/* All zero before credits_read(). */
struct credits {
	/* private */
	struct map outlets, labels; /* src/lang/root/outlets.tsv, src/lang/en/labels.tsv */
	struct map agencies;        /* src/lang/root/wires.tsv */
	struct map words;           /* src/lang/root/outlet-words.tsv */
	struct slice *values;
	size_t value_count, value_capacity;
	struct buffer folded;
};

void credits_read(struct credits *credits, const struct rules *rules);

/* An outlet's name as tables have it: "www.cnn.com/world" is CNN; else as it stands. */
struct slice credits_outlet(struct credits *credits, struct slice text);

/* The outlet of that name in the tables; empty where they do not know it. */
struct slice credits_known(struct credits *credits, struct slice text);

/* Whether the outlet, named as tables have it, is one whose text others carry. */
bool credits_agency(const struct credits *credits, struct slice outlet);

/* The outlet in "Source: The Herald"; empty where the sentence is no credit line. */
struct slice credits_line(struct credits *credits, struct slice sentence);

/* The outlet that is all of a sentence: "(Reuters)"; empty where none is. */
struct slice credits_alone(struct credits *credits, struct slice sentence);

/*
 * The outlet in "The Harbour Gazette, 8 March 2026", as it stands below a title; empty where
 * the sentence is no such line.
 */
struct slice credits_publisher(struct credits *credits, struct slice sentence);

/* The agency in "LUND, May 4 (Reuters) - The ferry"; empty where no such line begins the text.
 */
struct slice credits_dateline(struct credits *credits, struct slice sentence);

void credits_free(struct credits *credits);

#endif
