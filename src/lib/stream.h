/*
 * stream: the records that a filter reads, and where it writes. It does what all filters after
 * `clean` have in common: a filter's own types are dropped, a bare line becomes the record that
 * it stands for, a bad record is named in a message, the document is kept in mind.
 */
#ifndef STREAM_H
#define STREAM_H

#include <stdbool.h>

#include "buffer.h"
#include "input.h"
#include "output.h"
#include "record.h"

/* Sets of record types. */
#define RECORD_BIT(type) (1u << (type))

/* What is known of the document that the current record belongs to; fields as written. */
struct document {
	struct slice id;
	struct slice
		language; /* empty where its doc record names none, or it has no doc record */
	struct slice date;
	bool fresh; /* the current record is the first of this document */
};

struct stream {
	struct output output;
	struct document document;

	/* private */
	struct input input;
	unsigned drops, passes; /* sets of types */
	bool entered; /* a document, of whichever ID: the first may have an empty one */
	enum record_type bare;
	size_t line;       /* of the input, for messages */
	size_t bare_lines; /* empty ones included */
	size_t bare_n;     /* empty ones left out */
	struct buffer bare_record, document_fields;
	struct buffer held;
	enum record_type held_behind;
	bool (*more)(void *context, struct buffer *to);
	void *more_context;
};

/*
 * Begins reading `names` (see input_begin). `drops`: the types that the filter makes, as a set
 * of RECORD_BIT. `bare`: RECORD_TEXT or RECORD_SENTENCE where a bare line stands for one,
 * RECORD_OTHER where it is passed on.
 */
void stream_begin(
	struct stream *stream, char *const *names, unsigned drops, enum record_type bare);

/*
 * Names the types of records that the filter looks into, all where this is not called. Of
 * others only the first fields are taken apart, as record_glance_as() does.
 */
void stream_reads(struct stream *stream, unsigned types);

/* The next record; it holds until the next call. False at the end. */
bool stream_next(struct stream *stream, struct record *record);

/* Passes a record on. */
static inline void
stream_pass(struct stream *stream, const struct record *record)
{
	output_line(&stream->output, record->line);
}

/*
 * A buffer for records that belong behind the current one and behind all records of the type
 * `behind` that follow it. It is written when another record comes, or none for a fifth of a
 * second: whoever wrote a record writes what belongs to it along with it.
 */
struct buffer *stream_hold(struct stream *stream, enum record_type behind);

/*
 * `more` is called whenever held records have been written, and adds further ones that belong
 * behind them to `to`; false: there are none. So not all records of a long line need be held.
 */
void stream_hold_more(
	struct stream *stream, bool (*more)(void *context, struct buffer *to), void *context);

/* Writes what is left and closes; returns the exit status as output_end(). */
int stream_end(struct stream *stream, int status);

#endif
