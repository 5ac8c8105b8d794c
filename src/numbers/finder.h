/*
 * finder: number records for the sentences of documents in any language.
 */
#ifndef FINDER_H
#define FINDER_H

#include "buffer.h"
#include "options.h"
#include "recogniser.h"
#include "stream.h"
#include "tables.h"

/* A language whose words have been read. */
struct language;

/* A sentence whose numbers have been added up to `offset`. */
struct finder_sentence {
	struct slice place; /* its first fields, as written: the document's ID and n */
	struct slice text;
	bool plain; /* nothing in the text would be escaped */
	size_t offset;
};

struct finder {
	struct rules rules;
	const char *fallback; /* language where a document names none */
	struct date date;     /* reference date where it has none */
	int date_clock;       /* and its time of day */
	bool has_date, si;
	struct language *languages, *current;
	struct date today; /* of the current document */
	int clock;         /* and the time of day, as in struct scan */
	bool has_today;
	struct recogniser recogniser;
	struct finder_sentence rest; /* in `kept`: of which not all numbers were added yet */
	struct buffer text, kept;
};

/*
 * `language`, `date` and `rules` are the options, NULL or empty where they were not given; ones
 * that make no sense end the program.
 */
void finder_begin(struct finder *finder, const char *language, const char *date, bool si,
	struct option_list *rules);

/* To be called at the first record of each document. */
void finder_enter(struct finder *finder, const struct document *document);

/*
 * Adds the number records of a sentence record to `to`; of a very long one only the first of
 * them: finder_more() adds those that follow, and tells whether there were any.
 */
void finder_sentence(struct finder *finder, const struct record *record, struct buffer *to);
bool finder_more(void *finder, struct buffer *to);

void finder_end(struct finder *finder);

#endif
