/*
 * report: what the records of several documents say, as text or as a page for a person.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "error.h"
#include "options.h"
#include "stream.h"
#include "page.h"
#include "text.h"

enum {
	USUAL_WIDTH = 80,
	WIDEST = 1000
};

static bool html, all;
static char *width_option, *color_option;

static const struct option options[] = {
	{OPTION_FLAG, 0, "html", NULL, "write a page of HTML in place of the text", &html},
	{OPTION_FLAG, 0, "all", NULL, "show everything, however long", &all},
	{OPTION_TEXT, 0, "width", "COLUMNS", "width of the text", &width_option},
	{OPTION_TEXT, 0, "color", "WHEN", "colour the text: always, never or auto",
		&color_option},
	{0},
};

static const struct program program = {
	.name = "report",
	.operands = "[FILE]...",
	.purpose =
		"Reads records and writes a report on them for a person: figures in conflict, "
		"quotations that were\naltered, who copied whom, and how many independent "
		"sources each claim has.",
	.options = options,
};

/* The whole number of columns that a string names; 0 where it names none. */
static size_t
columns_of(const char *string)
{
	size_t columns;
	if (!string || !record_size(slice_of(string), &columns))
		return 0;
	return columns < WIDEST ? columns : WIDEST;
}

static size_t
choose_width(void)
{
	struct winsize window;
	if (width_option && columns_of(width_option) == 0)
		die("--width=%s: not a number of columns", width_option);
	if (width_option)
		return columns_of(width_option);
	if (columns_of(getenv("COLUMNS")) > 0)
		return columns_of(getenv("COLUMNS"));
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
		return window.ws_col;
	return USUAL_WIDTH;
}

/* NO_COLOR: see no-color.org. */
static bool
choose_color(void)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	if (!color_option || strcmp(color_option, "auto") == 0)
		return isatty(STDOUT_FILENO) && !(no_color && *no_color) &&
		       !(term && strcmp(term, "dumb") == 0);
	if (strcmp(color_option, "always") != 0 && strcmp(color_option, "never") != 0)
		die("--color=%s: must be always, never or auto", color_option);
	return strcmp(color_option, "always") == 0;
}

int
main(int argc, char **argv)
{
	error_begin("report");
	char **names = options_parse(&program, argc, argv);
	struct text text = {
		.all = all, .screen = {.width = choose_width(), .color = choose_color()}};
	struct page page = {.all = all};
	struct stream stream;
	struct record record;
	struct overview overview = {0};
	stream_begin(&stream, names, 0, RECORD_OTHER);
	while (stream_next(&stream, &record))
		findings_take(&overview.findings, &record);
	overview_make(&overview);
	if (html) {
		page.overview = &overview;
		page.output = &stream.output;
		page_write(&page);
	} else {
		text.overview = &overview;
		text.screen.out = &stream.output.pending;
		text_write(&text);
	}
	page_free(&page);
	text_free(&text);
	overview_free(&overview);
	return stream_end(&stream, STATUS_DONE);
}
