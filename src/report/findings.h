/*
 * findings: what the records say of the documents, kept and put in order for a report. All
 * texts are unescaped and live as long as the findings do; nothing in them is to be trusted.
 */
#ifndef FINDINGS_H
#define FINDINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "map.h"
#include "memory.h"
#include "record.h"

#define NOWHERE UINT32_MAX /* no document, no claim */

struct document_facts {
	struct slice id, language, date, outlet, byline, title;
	size_t sentences; /* how many it has */
};

struct sentence {
	uint32_t document;
	size_t n, line;
	struct slice role, text;
};

/* What a number or attribution record marks in a sentence: the bytes start..end. */
struct mark {
	uint32_t document;
	size_t n, start, end;
	enum record_type type;
	bool age;                    /* of a number: it is somebody's age */
	struct slice speaker, class; /* of an attribution; empty where they are not known */
};

enum verdict {
	VERDICT_DIFFER,
	VERDICT_UNIT,
	VERDICT_ALTERED,
	VERDICT_CUT,
	VERDICT_SAME,
	VERDICT_AGREE,
	VERDICT_SINGLE,
	VERDICT_UNKNOWN,
	VERDICTS
};

/* A cluster of figures, or of quotations, that compare put together. */
struct claim {
	struct slice name; /* as f1, q1 */
	enum verdict verdict;
	size_t first, count; /* its members in figures or quotations */
	size_t documents;    /* that it has members from */
};

struct value {
	struct slice low, high, unit; /* as written in records */
};

struct figure {
	uint32_t claim, document;
	size_t n, start, end;
	bool headline; /* it stands in a title; known after findings_settle() */
	struct value value;
	struct slice what, speaker, surface;
};

struct quotation {
	uint32_t claim, document;
	size_t n, start, end;
	struct slice speaker, text, form;
};

enum reuse_kind {
	REUSE_VERBATIM,
	REUSE_NEAR,
	REUSE_PARAPHRASE,
	REUSE_KINDS
};

struct reuse {
	uint32_t a, b; /* documents */
	size_t n_a, n_b;
	enum reuse_kind kind;
	double similarity;
	struct slice text_a, text_b;
};

struct origin {
	uint32_t document;
	struct slice name, class, via;
	size_t sentences; /* how many rest on it */
	uint32_t source;  /* the document that it names, by its outlet or ID; or NOWHERE.
			     Its own: it is first hand */
};

/* On how many origins a claim rests, or one of its values. */
struct independence {
	struct slice claim;
	struct value value; /* low and high empty: the whole claim */
	size_t reports, origins;
	struct slice names; /* "; " between them */
};

/* Arrays that grow; in the order of the records until findings_settle(). */
struct findings {
	struct document_facts *documents;
	struct sentence *sentences;
	struct mark *marks;
	struct claim *claims[2]; /* of figures, of quotations */
	struct figure *figures;
	struct quotation *quotations;
	struct reuse *reuses;
	struct origin *origins;
	struct independence *independences;
	size_t document_count, sentence_count, mark_count, claim_count[2], figure_count;
	size_t quotation_count, reuse_count, origin_count, independence_count;
	size_t single_count;   /* figures that only one report gives */
	struct slice language; /* the reader's: that most documents are in, of equals English */

	/* private */
	struct {
		size_t documents, sentences, marks, claims[2], figures, quotations, reuses,
			origins, independences;
	} capacity;
	struct map by_id, by_claim[2];
	struct arena arena;
	struct buffer scratch;
};

enum {
	CLAIMS_FIGURES,
	CLAIMS_QUOTATIONS
};

/* Takes what a record says; a record of another type says nothing. */
void findings_take(struct findings *findings, const struct record *record);

/* To be called after the last record: sorts everything by claim, document and sentence. */
void findings_settle(struct findings *findings);

/* The sentence, or NULL where no record gave it. Only after findings_settle(). */
const struct sentence *findings_sentence(
	const struct findings *findings, uint32_t document, size_t n);

/* The marks of a sentence: where they begin in marks, `*count` of them. */
const struct mark *findings_marks(
	const struct findings *findings, uint32_t document, size_t n, size_t *count);

/* The origins of a document, those that most sentences rest on first; `*count` of them. */
const struct origin *findings_origins(
	const struct findings *findings, uint32_t document, size_t *count);

/* Whether the document carries text of the origin, credited or not. */
bool origin_is_text(const struct origin *origin);

/* Whether the report is to say that the origin has no name: "unnamed engineers" says it itself.
 */
bool origin_lacks_name(const struct origin *origin);

/*
 * Whether the document cites the origin by way of that outlet; empty: first hand, as by way of
 * the document's own.
 */
bool origin_came_by(
	const struct findings *findings, const struct origin *origin, struct slice outlet);

/* On what a claim (value NULL) or one of its values rests; NULL where no record says. */
const struct independence *findings_independence(
	const struct findings *findings, struct slice claim, const struct value *value);

/* Whether a document has no sentence where others have: a page of nothing but a notice. */
bool document_is_empty(const struct findings *findings, uint32_t document);

/* Whether two BCP 47 tags name one language, whatever the region; so does no tag at all. */
bool language_equal(struct slice a, struct slice b);

/* Whether the figure is somebody's age. */
bool figure_is_age(const struct findings *findings, const struct figure *figure);

/* Whether two values are written alike. */
bool value_equal(const struct value *a, const struct value *b);

/* Whether it has no end on one side: "at least 17". */
bool value_is_open(const struct value *value);

/* Whether it is a part of a whole: "half", "40 %". */
bool value_is_part(const struct value *value);

/* The day of a date that may have a time: 2024-04-10 of 2024-04-10T18:40Z. */
struct slice date_day(struct slice date);

void findings_free(struct findings *findings);

#endif
