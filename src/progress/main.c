/*
 * progress: passes records on and says on the terminal how many documents have gone by, and how
 * fast.
 */
#include "error.h"
#include "meter.h"
#include "options.h"
#include "stream.h"

static const struct program program = {
	.name = "progress",
	.operands = "[FILE]...",
	.purpose = "Passes records on and, where standard error is a terminal, says there\n"
		   "how many documents have gone by, how much text, and how fast.",
};

static void
count(struct meter *meter, const struct stream *stream, const struct record *record)
{
	meter->documents += stream->document.fresh;
	if (record->type != RECORD_TEXT)
		return;
	meter->bytes += record->field[TEXT_TEXT].len;
	meter_draw(meter);
}

int
main(int argc, char **argv)
{
	error_begin("progress");
	char **names = options_parse(&program, argc, argv);
	struct stream stream;
	struct record record;
	struct meter meter;
	meter_begin(&meter);
	stream_begin(&stream, names, 0, RECORD_OTHER);
	while (stream_next(&stream, &record)) {
		count(&meter, &stream, &record);
		stream_pass(&stream, &record);
	}
	meter_end(&meter);
	return stream_end(&stream, STATUS_DONE);
}
