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
	struct slice language, date, outlet, byline;
	uint32_t first, count; /* its sentences, after corpus_sort() */
	bool described;        /* by a doc record */
};

struct sentence {
	struct slice text; /* unescaped */
	uint64_t n;
	uint32_t report;
	uint32_t prose : 1;         /* body text: no title, byline, caption and the like */
	uint32_t attributions : 31; /* the first of it, or of a sentence behind it */
};

enum number_kind {
	NUMBER_OTHER, /* a kind that cannot be compared */
	NUMBER_DATE,
	NUMBER_COUNT,
	NUMBER_SHARE, /* percent, fraction, change, ratio */
	NUMBER_MONEY,
	NUMBER_MEASURE,
	NUMBER_DURATION,
	NUMBER_AGE,
};

struct number {
	union {
		uint64_t n; /* of its sentence, until corpus_sort() has found that */
		uint32_t sentence;
	};
	uint32_t report;
	uint32_t start, end;
	uint8_t kind;
	bool about : 1, has_low : 1, has_high : 1;
	bool change : 1;     /* by a factor: "halved", "tripled" */
	bool result : 1;     /* of a vote or match, 52-48: two amounts, no range between them */
	uint16_t lengths[4]; /* of the fields kept in `fields` */
	double low, high;
	const char *fields;
};

enum number_field {
	NUMBER_FIELD_LOW,
	NUMBER_FIELD_HIGH,
	NUMBER_FIELD_UNIT,
	NUMBER_FIELD_WHAT,
	NUMBER_FIELDS
};

/* A field of the number's record as text, unescaped. */
static inline struct slice
number_field(const struct number *number, enum number_field field)
{
	size_t start = 0;
	for (int before = 0; before < (int)field; before++)
		start += number->lengths[before];
	return (struct slice){number->fields + start, number->lengths[field]};
}

enum voice_class {
	VOICE_NONE,
	VOICE_NAMED,
	VOICE_ANONYMOUS,
	VOICE_ORGANISATION,
	VOICE_OUTLET,
	VOICE_DOCUMENT,
};

/* Sentences are told by their n until corpus_sort() has found them. */
struct attribution {
	union {
		uint64_t n;
		uint32_t sentence;
	};
	union {
		uint64_t at_n;
		uint32_t at; /* the sentence that names the speaker */
	};
	uint32_t mention_start, mention_end; /* the words that name it there; 0, 0: not known */
	uint32_t report;
	uint32_t start, end;
	uint32_t speaker, role; /* lengths of the two, of which `names` is made */
	uint8_t class;          /* enum voice_class */
	const char *names;
};

static inline struct slice
attribution_speaker(const struct attribution *attribution)
{
	return (struct slice){attribution->names, attribution->speaker};
}

/* What a named speaker is. */
static inline struct slice
attribution_role(const struct attribution *attribution)
{
	return (struct slice){attribution->names + attribution->speaker, attribution->role};
}

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
	struct buffer scratch, fields;
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

/* The words that name the speaker where it is met; empty where they are not known. */
static inline struct slice
corpus_mention(const struct corpus *corpus, const struct attribution *attribution)
{
	if (attribution->mention_end == 0)
		return (struct slice){0};
	return slice_cut(corpus->sentences[attribution->at].text, attribution->mention_start,
		attribution->mention_end);
}

/* Adds a number behind all others; returns its place. */
size_t corpus_add_number(struct corpus *corpus, const struct number *number);

/* Gives a number these fields instead of those of its record. */
void corpus_set_fields(
	struct corpus *corpus, struct number *number, const struct slice fields[NUMBER_FIELDS]);

void corpus_free(struct corpus *corpus);

#endif
