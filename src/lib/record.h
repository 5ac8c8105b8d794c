/*
 * record: a line of fields separated by TAB. Inside a field TAB, LF, CR and backslash are
 * written \t \n \r \\; a backslash before any other byte stands for itself. crosscheck(7)
 * describes the types. Fields are counted from 0 here: 0 is the type, 1 the document's ID.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>

#include "buffer.h"
#include "slice.h"

enum record_type {
	RECORD_OTHER, /* of an unknown type, broken, bare text or empty: to be passed on */
	RECORD_DOC,
	RECORD_TEXT,
	RECORD_SENTENCE,
	RECORD_NUMBER,
	RECORD_ATTRIBUTION,
	RECORD_FIGURE,
	RECORD_QUOTATION,
	RECORD_REUSE,
	RECORD_ORIGIN,
	RECORD_INDEPENDENT,
	RECORD_TYPES
};

enum {
	FIELD_TYPE = 0,
	FIELD_ID = 1,

	DOC_LANGUAGE = 2,
	DOC_DATE,
	DOC_OUTLET,
	DOC_BYLINE,
	DOC_URL,
	DOC_TITLE,

	TEXT_LINE = 2,
	TEXT_ROLE,
	TEXT_TEXT,

	SENTENCE_N = 2,
	SENTENCE_LINE,
	SENTENCE_ROLE,
	SENTENCE_TEXT,

	NUMBER_N = 2,
	NUMBER_START,
	NUMBER_END,
	NUMBER_KIND,
	NUMBER_QUALIFIER,
	NUMBER_LOW,
	NUMBER_HIGH,
	NUMBER_UNIT,
	NUMBER_WHAT,
	NUMBER_SURFACE,

	ATTRIBUTION_N = 2,
	ATTRIBUTION_START,
	ATTRIBUTION_END,
	ATTRIBUTION_KIND,
	ATTRIBUTION_CLASS,
	ATTRIBUTION_SPEAKER,
	ATTRIBUTION_ROLE,
	ATTRIBUTION_CUE,
	ATTRIBUTION_CONTENT,
	ATTRIBUTION_AT,
	ATTRIBUTION_MENTION_START,
	ATTRIBUTION_MENTION_END,
	ATTRIBUTION_CUE_START,
	ATTRIBUTION_CUE_END,

	FIGURE_CLUSTER = 1,
	FIGURE_VERDICT,
	FIGURE_ID,
	FIGURE_N,
	FIGURE_LOW,
	FIGURE_HIGH,
	FIGURE_UNIT,
	FIGURE_WHAT,
	FIGURE_SPEAKER,
	FIGURE_SURFACE,
	FIGURE_START,
	FIGURE_END,

	QUOTATION_CLUSTER = 1,
	QUOTATION_VERDICT,
	QUOTATION_ID,
	QUOTATION_N,
	QUOTATION_SPEAKER,
	QUOTATION_TEXT,
	QUOTATION_START,
	QUOTATION_END,
	QUOTATION_FORM,

	REUSE_ID_A = 1,
	REUSE_N_A,
	REUSE_ID_B,
	REUSE_N_B,
	REUSE_KIND,
	REUSE_SIMILARITY,
	REUSE_TEXT_A,
	REUSE_TEXT_B,

	ORIGIN_ORIGIN = 2,
	ORIGIN_CLASS,
	ORIGIN_VIA,
	ORIGIN_SENTENCES,

	INDEPENDENT_CLAIM = 1,
	INDEPENDENT_LOW,
	INDEPENDENT_HIGH,
	INDEPENDENT_REPORTS,
	INDEPENDENT_ORIGINS,
	INDEPENDENT_NAMES,

	RECORD_FIELDS = 16 /* no type has more that are known */
};

/* A line taken apart. The slices point into the line. */
struct record {
	enum record_type type;
	struct slice line;
	size_t fields;                     /* that the line has, RECORD_FIELDS at most */
	bool escaped;                      /* a backslash stands in one of them */
	struct slice field[RECORD_FIELDS]; /* as written, escapes and all; empty where missing,
					     of those that are known of the type */
};

/* The name of a type as in field 0; "" for RECORD_OTHER. */
const char *record_type_name(enum record_type type);

/* The type that a line claims to be, by its first field alone. */
enum record_type record_type_of(struct slice line);

/*
 * Takes a line apart. A line of a known type that lacks fields, or has no whole number where
 * one must be, becomes a RECORD_OTHER and `*why` says what is wrong with it; else `*why` is
 * NULL.
 */
void record_parse(struct record *record, struct slice line, const char **why);

/* The same of a line for which record_type_of() has told the type. */
void record_parse_as(
	struct record *record, struct slice line, enum record_type type, const char **why);

/*
 * The same of a record that is only passed on: the last field that its type must have is all
 * that is left of the line, and whether one is escaped is not told.
 */
void record_glance_as(
	struct record *record, struct slice line, enum record_type type, const char **why);

/*
 * The text that a field as written stands for. Where nothing is escaped that is the field
 * itself, else it is put into `scratch` (cleared first) and holds until that changes.
 */
struct slice record_unescape(struct slice field, struct buffer *scratch);

/* The text of a field of the record, as record_unescape(). */
static inline struct slice
record_text(const struct record *record, size_t field, struct buffer *scratch)
{
	return record->escaped ? record_unescape(record->field[field], scratch)
			       : record->field[field];
}

/* The fields `first`..`last` of the record, as they are written there. */
static inline struct slice
record_fields(const struct record *record, size_t first, size_t last)
{
	const char *start = record->field[first].data;
	const char *end = record->field[last].data + record->field[last].len;
	return (struct slice){start, (size_t)(end - start)};
}

/* A whole number without sign, below 2^53, in decimal digits alone. */
bool record_size(struct slice field, size_t *number);

/*
 * A number as records hold it: a plain decimal without exponent, at most 400 digits. Nothing
 * else is taken, neither "nan" nor a hexadecimal.
 */
bool record_decimal(struct slice field, double *number);

/* Writing a record: begin, one call for each field after the ID, end. `id` is taken as written.
 */
void record_begin(struct buffer *to, enum record_type type, struct slice id);
void record_add(struct buffer *to, struct slice text); /* escapes it */

static inline void
record_add_size(struct buffer *to, size_t number)
{
	buffer_add_byte(to, '\t');
	buffer_add_size(to, number);
}

/* A field that is already escaped. */
static inline void
record_add_written(struct buffer *to, struct slice field)
{
	char *room = buffer_reserve(to, field.len + 1);
	*room = '\t';
	if (field.len > 0)
		memcpy(room + 1, field.data, field.len);
	to->len += field.len + 1;
}

static inline void
record_add_fields(struct buffer *to, const struct record *record, size_t first, size_t last)
{
	record_add_written(to, record_fields(record, first, last));
}

static inline void
record_end(struct buffer *to)
{
	buffer_add_byte(to, '\n');
}

/* The text with its TAB, LF, CR and backslash escaped, added to the buffer. */
void record_escape(struct buffer *to, struct slice text);

#endif
