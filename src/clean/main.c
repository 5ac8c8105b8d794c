/* clean: the articles in pages, texts and archives, as records. */
#include <stdlib.h>

#include "cleaner.h"
#include "error.h"
#include "form.h"
#include "jsonl.h"
#include "warc.h"

struct settings {
	bool all;
	char *from, *id, *language;
	struct option_list rules, members;
};

static void
clean_file(struct cleaner *cleaner, struct input *input, enum form form, const char *id)
{
	while (input_bytes(input).len < 4096 && input_more(input))
		;
	if (input->failed && input_bytes(input).len == 0)
		return;
	if (form == FORM_UNKNOWN)
		form = form_of_bytes(input_bytes(input));
	bool standard = input->name[0] == '-' && input->name[1] == '\0';
	struct found found = {.id = slice_of(standard && id ? id : input->name)};
	switch (form) {
	case FORM_WARC:
		clean_warc(cleaner, input);
		break;
	case FORM_JSONL:
		clean_jsonl(cleaner, input);
		break;
	case FORM_BINARY:
		warn("%s: not text but a picture, a PDF or the like; left out", input->name);
		break;
	case FORM_HTML:
		clean_page(cleaner, input_all(input), &found);
		break;
	default:
		clean_text_file(cleaner, input, &found);
	}
}

static void
flush(void *cleaner, int fd)
{
	(void)fd;
	output_flush(&((struct cleaner *)cleaner)->output);
}

static void
set_up(struct cleaner *cleaner, struct settings *settings, struct rules *rules)
{
	*cleaner = (struct cleaner){.members = settings->members};
	rules_read_all(rules, &settings->rules);
	furniture_read(&cleaner->furniture, rules);
	cleaner->writer.all = settings->all;
	cleaner->writer.language = slice_of(settings->language ? settings->language : "");
	output_begin(&cleaner->output);
}

static void
clean_files(struct cleaner *cleaner, char *const *names, enum form form, const char *id)
{
	struct input input;
	input_begin(&input, names);
	input.before_read = flush;
	input.context = cleaner;
	while (input_open(&input)) {
		clean_file(cleaner, &input, form, id);
		input_close(&input);
	}
	input_end(&input);
}

int
main(int argc, char **argv)
{
	struct settings settings = {0};
	const struct option options[] = {
		{OPTION_TEXT, 'f', "from", "FORM",
			"read html, text, warc or jsonl; else told by looking", &settings.from},
		{OPTION_FLAG, 'a', "all", NULL,
			"drop nothing: what would be dropped gets the role junk",
			&settings.all},
		{OPTION_TEXT, 'i', "id", "ID", "the ID of standard input", &settings.id},
		{OPTION_TEXT, 'l', "language", "CODE",
			"language of documents that name none; else guessed",
			&settings.language},
		OPTION_RULES(&settings.rules),
		{OPTION_LIST, 'm', "member", "FIELD=NAME",
			"in JSON Lines, the member NAME holds FIELD; see clean(1)",
			&settings.members},
		{0},
	};
	const struct program program = {
		.name = "clean",
		.operands = "[FILE]...",
		.purpose =
			"Writes the article in each page or text as records, and nothing else.",
		.options = options,
	};
	error_begin("clean");
	char **names = options_parse(&program, argc, argv);
	enum form form = settings.from ? form_of_name(settings.from) : FORM_UNKNOWN;
	if (settings.from && form == FORM_UNKNOWN)
		die("--from=%s: not html, text, warc or jsonl", settings.from);
	jsonl_check_members(&settings.members);

	struct cleaner cleaner;
	struct rules rules = {0};
	set_up(&cleaner, &settings, &rules);
	clean_files(&cleaner, names, form, settings.id);
	int status = output_end(&cleaner.output, STATUS_DONE);
	cleaner_free(&cleaner);
	rules_free(&rules);
	free(settings.members.items);
	return status;
}
