#include "stream.h"

#include <poll.h>

#include "error.h"

enum {
	HOLD_MILLISECONDS = 200
};

static void
write_held(struct stream *stream)
{
	if (stream->held.len == 0)
		return;
	do {
		buffer_add(&stream->output.pending, buffer_slice(&stream->held));
		buffer_clear(&stream->held);
		output_settle(&stream->output);
	} while (stream->more && stream->more(stream->more_context, &stream->held));
}

/* What is pending goes out before a wait, so that `tail -f x | sentences | numbers` is live. */
static void
before_read(void *context, int fd)
{
	struct stream *stream = context;
	output_flush(&stream->output);
	if (stream->held.len == 0)
		return;
	struct pollfd ready = {.fd = fd, .events = POLLIN};
	if (poll(&ready, 1, HOLD_MILLISECONDS) <= 0) {
		write_held(stream);
		output_flush(&stream->output);
	}
}

void
stream_begin(struct stream *stream, char *const *names, unsigned drops, enum record_type bare)
{
	*stream = (struct stream){.drops = drops, .bare = bare};
	output_begin(&stream->output);
	input_begin(&stream->input, names);
	stream->input.before_read = before_read;
	stream->input.context = stream;
}

void
stream_reads(struct stream *stream, unsigned types)
{
	stream->passes = ~(types | RECORD_BIT(RECORD_DOC));
}

/* The record that a bare line stands for, as a line. */
static struct slice
bare_record(struct stream *stream, struct slice text)
{
	struct buffer *to = &stream->bare_record;
	buffer_clear(to);
	record_begin(to, stream->bare, SLICE("-"));
	if (stream->bare == RECORD_SENTENCE)
		record_add_size(to, ++stream->bare_n);
	record_add_size(to, stream->bare_lines);
	record_add_written(to, SLICE("body"));
	record_add(to, text);
	return buffer_slice(to);
}

/*
 * A line of no known type, or the record that it stands for where it is bare text. Empty lines
 * count and pass.
 */
static struct slice
read_bare(struct stream *stream, struct slice line)
{
	if (stream->bare == RECORD_OTHER || (line.len > 0 && memchr(line.data, '\t', line.len)))
		return line;
	stream->bare_lines++;
	return line.len > 0 ? bare_record(stream, line) : line;
}

static struct slice
keep_field(struct buffer *fields, struct slice field)
{
	size_t start = fields->len;
	buffer_add(fields, field);
	return (struct slice){fields->data + start, field.len};
}

static void
enter_document(struct stream *stream, const struct record *record)
{
	struct document *document = &stream->document;
	bool described = record->type == RECORD_DOC;
	document->fresh = described || !stream->entered ||
			  !slice_equal(document->id, record->field[FIELD_ID]);
	if (!document->fresh)
		return;
	stream->entered = true;
	struct slice id = record->field[FIELD_ID];
	struct slice language = described ? record->field[DOC_LANGUAGE] : SLICE("");
	struct slice date = described ? record->field[DOC_DATE] : SLICE("");
	struct buffer *fields = &stream->document_fields;
	buffer_clear(fields);
	buffer_reserve(fields, id.len + language.len + date.len);
	document->id = keep_field(fields, id);
	document->language = keep_field(fields, language);
	document->date = keep_field(fields, date);
}

static bool
is_of_document(enum record_type type)
{
	return type >= RECORD_DOC && type <= RECORD_ATTRIBUTION;
}

static void
warn_of(const struct stream *stream, const struct record *record, const char *why)
{
	struct slice id = record->fields > FIELD_ID ? record->field[FIELD_ID] : SLICE("-");
	int shown = id.len > 200 ? 200 : (int)id.len;
	warn("%.*s: line %zu: %.*s record: %s", shown, id.data, stream->line,
		(int)record->field[FIELD_TYPE].len, record->field[FIELD_TYPE].data, why);
}

bool
stream_next(struct stream *stream, struct record *record)
{
	struct slice line;
	enum record_type type;
	do {
		if (!input_line(&stream->input, &line)) {
			write_held(stream);
			return false;
		}
		stream->line++;
		type = record_type_of(line);
	} while (stream->drops & RECORD_BIT(type));

	if (type == RECORD_OTHER) {
		line = read_bare(stream, line);
		type = record_type_of(line);
	}
	const char *why;
	if (stream->passes & RECORD_BIT(type))
		record_glance_as(record, line, type, &why);
	else
		record_parse_as(record, line, type, &why);
	if (why)
		warn_of(stream, record, why);
	stream->document.fresh = false;
	if (is_of_document(record->type))
		enter_document(stream, record);
	if (stream->held.len > 0 && record->type != stream->held_behind)
		write_held(stream);
	return true;
}

struct buffer *
stream_hold(struct stream *stream, enum record_type behind)
{
	stream->held_behind = behind;
	return &stream->held;
}

void
stream_hold_more(
	struct stream *stream, bool (*more)(void *context, struct buffer *to), void *context)
{
	stream->more = more;
	stream->more_context = context;
}

int
stream_end(struct stream *stream, int status)
{
	write_held(stream);
	input_end(&stream->input);
	buffer_free(&stream->bare_record);
	buffer_free(&stream->document_fields);
	buffer_free(&stream->held);
	return output_end(&stream->output, status);
}
