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

struct finder {
	struct rules rules;
	const char *fallback; /* language where a document names none */
	struct date date;     /* reference date where it has none */
	bool has_date, si;
	struct language *languages, *current;
	struct date today; /* of the current document */
	bool has_today;
	struct recogniser recogniser;
	struct buffer text, field;
};

/*
 * `language`, `date` and `rules` are the options, NULL or empty where they were not given; ones
 * that make no sense end the program.
 */
void finder_begin(struct finder *finder, const char *language, const char *date, bool si,
	struct option_list *rules);

/* To be called at the first record of each document. */
void finder_enter(struct finder *finder, const struct document *document);

/* Adds the number records of a sentence record to `to`. */
void finder_sentence(struct finder *finder, const struct record *record, struct buffer *to);

void finder_end(struct finder *finder);

#endif
