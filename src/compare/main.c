/* compare: where several reports of one event agree, differ and copy one another. */
#include "ago.h"
#include "corpus.h"
#include "error.h"
#include "findings.h"
#include "options.h"
#include "stream.h"
#include "tables.h"

static char *language;
static struct option_list rules_files;
static bool exit_status;

static const struct option options[] = {
	{OPTION_FLAG, 0, "exit-status", NULL, "status 1 where reports differ in a figure",
		&exit_status},
	OPTION_LANGUAGE(&language),
	OPTION_RULES(&rules_files),
	{0},
};

static const struct program program = {
	.name = "compare",
	.operands = "[FILE]...",
	.purpose = "Adds where the reports in a stream of records agree, differ, copy one "
		   "another,\nand on how many independent sources they rest.",
	.options = options,
};

enum {
	MADE_HERE = RECORD_BIT(RECORD_FIGURE) | RECORD_BIT(RECORD_QUOTATION) |
		    RECORD_BIT(RECORD_REUSE) | RECORD_BIT(RECORD_ORIGIN) |
		    RECORD_BIT(RECORD_INDEPENDENT)
};

int
main(int argc, char **argv)
{
	error_begin("compare");
	char **files = options_parse(&program, argc, argv);
	struct rules rules = {0};
	rules_read_all(&rules, &rules_files);

	struct stream stream;
	struct record record;
	struct corpus corpus = {0};
	stream_begin(&stream, files, MADE_HERE, RECORD_OTHER);
	while (stream_next(&stream, &record)) {
		stream_pass(&stream, &record);
		corpus_take(&corpus, &record);
	}
	corpus_sort(&corpus);

	struct lexicons lexicons = {.rules = &rules, .otherwise = language};
	struct findings findings = {0};
	ago_read(&corpus, &lexicons);
	findings_make(&findings, &corpus, &lexicons);
	findings_write(&stream.output, &corpus, &findings);
	bool differ = findings.figures.differ;
	findings_free(&findings);
	lexicons_free(&lexicons);
	corpus_free(&corpus);
	rules_free(&rules);
	return stream_end(&stream, exit_status && differ ? STATUS_NO : STATUS_DONE);
}
