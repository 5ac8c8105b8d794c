/*
 * corpus: what compare keeps of its input: reports (documents), the text of each sentence once,
 * and the numbers and attributions found in them. Nothing in a record is trusted: one whose
 * offsets leave its sentence, or whose sentence is not there, is left out.
 *
 * After corpus_sort() reports stand in the order of their IDs, sentences in that of report and
 * n, numbers and attributions in that of sentence and start: the order of the input changes
 * nothing.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include <stdint.h>

#include "map.h"
#include "memory.h"
#include "record.h"

struct report {
	struct slice id; /* as written in the records */
	struct slice language, date, outlet;
	uint32_t first, count; /* its sentences, after corpus_sort() */
	bool described;        /* by a doc record */
};

struct sentence {
	struct slice text; /* unescaped */
	uint64_t n;
	uint32_t report;
	bool prose; /* body text: no title, byline, caption and the like */
};

struct number {
	uint64_t n; /* of its sentence, until that is found */
	uint32_t report;
	uint32_t sentence;
	uint32_t start, end;
	bool has_low, has_high;
	double low, high;
	struct slice kind, qualifier, low_text, high_text, unit, what;
};

struct attribution {
	uint64_t n;
	uint32_t report;
	uint32_t sentence;
	uint32_t start, end;
	struct slice kind, class, speaker, role, cue;
};

struct corpus {
	struct report *reports;
	size_t report_count, report_capacity;
	struct sentence *sentences;
	size_t sentence_count, sentence_capacity;
	struct number *numbers;
	size_t number_count, number_capacity;
	struct attribution *attributions;
	size_t attribution_count, attribution_capacity;

	/* private */
	struct map ids;
	struct arena texts;
	struct buffer scratch;
	uint32_t last; /* the report of the last record */
};

/* Keeps what a doc, sentence, number or attribution record says; other types say nothing. */
void corpus_take(struct corpus *corpus, const struct record *record);

/* To be called once, after the last record. */
void corpus_sort(struct corpus *corpus);

static inline const struct report *
corpus_report(const struct corpus *corpus, size_t sentence)
{
	return &corpus->reports[corpus->sentences[sentence].report];
}

void corpus_free(struct corpus *corpus);

#endif
