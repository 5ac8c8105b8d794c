/* fuzz: what the targets have in common. A target holds for any bytes; where it does not, it
 * aborts. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include "record.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static inline struct slice
fuzz_text(const uint8_t *data, size_t len)
{
	return (struct slice){len ? (const char *)data : "", len};
}

static inline void
require(bool good)
{
	if (!good)
		abort();
}

/* The text as the one sentence of a document. The record lies in `line`. */
static inline struct record
fuzz_sentence(struct buffer *line, struct slice text)
{
	struct record record;
	const char *why;
	buffer_clear(line);
	record_begin(line, RECORD_SENTENCE, SLICE("d"));
	record_add_size(line, 1);
	record_add_size(line, 1);
	record_add_written(line, SLICE("body"));
	record_add(line, text);
	record_parse(&record, buffer_slice(line), &why);
	require(!why);
	return record;
}

/* The first line of the text as a record; it is taken off the text. False at the end. */
static inline bool
fuzz_record(struct slice *text, struct record *record)
{
	if (text->len == 0)
		return false;
	const char *lf = memchr(text->data, '\n', text->len), *why;
	size_t len = lf ? (size_t)(lf - text->data) : text->len;
	record_parse(record, slice_cut(*text, 0, len), &why);
	*text = slice_cut(*text, lf ? len + 1 : len, text->len);
	return true;
}

/* Requires that bytes start..end of the text are what the record's field says. */
static inline void
require_span(const struct record *record, struct slice text, int start, int end, int surface)
{
	struct buffer scratch = {0};
	size_t from = 0, to = 0;
	require(record_size(record->field[start], &from) &&
		record_size(record->field[end], &to));
	require(from < to && to <= text.len);
	struct slice said = record_unescape(record->field[surface], &scratch);
	require(slice_equal(slice_cut(text, from, to), said));
	buffer_free(&scratch);
}

/* Requires that the records are whole, of the type, and have so many fields; checks each. */
static inline void
require_records(struct slice records, enum record_type type, size_t fields, struct slice text,
	void (*check)(const struct record *record, struct slice text))
{
	while (records.len > 0) {
		const char *lf = memchr(records.data, '\n', records.len), *why;
		require(lf != NULL);
		size_t len = (size_t)(lf - records.data), tabs = 0;
		struct record record;
		record_parse(&record, slice_cut(records, 0, len), &why);
		for (size_t i = 0; i < len; i++)
			tabs += records.data[i] == '\t';
		require(!why && record.type == type && tabs + 1 == fields);
		check(&record, text);
		records = slice_cut(records, len + 1, records.len);
	}
}

#endif
