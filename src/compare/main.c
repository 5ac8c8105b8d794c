/* compare: where several reports of one event agree, differ and copy one another. */
#include "ago.h"
#include "corpus.h"
#include "error.h"
#include "findings.h"
#include "options.h"
#include "steps.h"
#include "stream.h"
#include "tables.h"

static char *language;
static struct option_list rules_files;
static bool exit_status, keys, pairs, verify;

static const struct option options[] = {
	{OPTION_FLAG, 0, "exit-status", NULL, "status 1 where reports differ in a figure",
		&exit_status},
	{OPTION_FLAG, 0, "keys", NULL, "first step for collections larger than memory", &keys},
	{OPTION_FLAG, 0, "pairs", NULL, "second step, of sorted lines of --keys", &pairs},
	{OPTION_FLAG, 0, "verify", NULL, "third step, of sorted lines of --pairs", &verify},
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

/* Runs a step, if one was asked for (steps.h). */
static bool
run_step(char **files, struct lexicons *lexicons, int *status)
{
	if (keys + pairs + verify + exit_status > 1)
		die("--keys, --pairs, --verify and --exit-status exclude one another");
	if (keys)
		*status = steps_keys(files, lexicons);
	else if (pairs)
		*status = steps_pairs(files, lexicons);
	else if (verify)
		*status = steps_verify(files, lexicons);
	return keys || pairs || verify;
}

static int
compare(char **files, struct lexicons *lexicons)
{
	struct stream stream;
	struct record record;
	struct corpus corpus = {0};
	struct findings findings = {0};
	stream_begin(&stream, files, MADE_HERE, RECORD_OTHER);
	while (stream_next(&stream, &record)) {
		stream_pass(&stream, &record);
		corpus_take(&corpus, &record);
	}
	corpus_sort(&corpus);
	ago_read(&corpus, lexicons);
	findings_make(&findings, &corpus, lexicons);
	findings_write(&stream.output, &corpus, &findings);
	bool differ = findings.figures.differ;
	findings_free(&findings);
	corpus_free(&corpus);
	return stream_end(&stream, exit_status && differ ? STATUS_NO : STATUS_DONE);
}

int
main(int argc, char **argv)
{
	error_begin("compare");
	memory_return();
	char **files = options_parse(&program, argc, argv);
	struct rules rules = {0};
	rules_read_all(&rules, &rules_files);

	struct lexicons lexicons = {.rules = &rules, .otherwise = language};
	int status = STATUS_DONE;
	if (!run_step(files, &lexicons, &status))
		status = compare(files, &lexicons);
	lexicons_free(&lexicons);
	rules_free(&rules);
	return status;
}
