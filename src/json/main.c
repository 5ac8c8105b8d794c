/*
 * json: records as JSON Lines, for programs that read those.
 */
#include "error.h"
#include "object.h"
#include "options.h"
#include "stream.h"

static const struct program program = {
	.name = "json",
	.operands = "[FILE]...",
	.purpose = "Reads records and writes each as an object of JSON on a line.",
};

int
main(int argc, char **argv)
{
	error_begin("json");
	char **names = options_parse(&program, argc, argv);
	struct stream stream;
	struct record record;
	struct buffer scratch = {0};
	stream_begin(&stream, names, 0, RECORD_OTHER);
	while (stream_next(&stream, &record)) {
		if (record.line.len == 0)
			continue;
		object_add(&stream.output.pending, &record, &scratch);
		output_settle(&stream.output);
	}
	buffer_free(&scratch);
	return stream_end(&stream, STATUS_DONE);
}
