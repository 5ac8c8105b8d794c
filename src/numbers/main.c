/*
 * numbers: reads sentence records and writes a number record for every quantity in them.
 */
#include "error.h"
#include "options.h"
#include "finder.h"
#include "stream.h"

static struct option_list rules_files;
static char *language, *date;
static bool si;

static const struct option options[] = {
	{OPTION_TEXT, 'd', "date", "ISO", "reference date of documents that have none", &date},
	OPTION_LANGUAGE(&language),
	OPTION_RULES(&rules_files),
	{OPTION_FLAG, 's', "si", NULL, "convert low, high and unit to SI base units", &si},
	{0},
};

static const struct program program = {
	.name = "numbers",
	.operands = "[FILE]...",
	.purpose = "Finds every quantity in sentence records and says its value, its unit,\n"
		   "how exact it is and what it counts, as number records.",
	.options = options,
};

int
main(int argc, char **argv)
{
	static struct stream stream;
	static struct finder finder;
	struct record record;
	error_begin("numbers");
	char **files = options_parse(&program, argc, argv);
	finder_begin(&finder, language, date, si, &rules_files);
	stream_begin(&stream, files, RECORD_BIT(RECORD_NUMBER), RECORD_SENTENCE);
	stream_reads(&stream, RECORD_BIT(RECORD_SENTENCE));
	stream_hold_more(&stream, finder_more, &finder);
	while (stream_next(&stream, &record)) {
		stream_pass(&stream, &record);
		if (stream.document.fresh)
			finder_enter(&finder, &stream.document);
		if (record.type == RECORD_SENTENCE)
			finder_sentence(
				&finder, &record, stream_hold(&stream, RECORD_ATTRIBUTION));
	}
	finder_end(&finder);
	return stream_end(&stream, STATUS_DONE);
}
