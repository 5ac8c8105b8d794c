#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "memory.h"
#include "output.h"

#ifndef VERSION
#error "VERSION is set by the Makefile"
#endif

static const struct option common[] = {
	{OPTION_FLAG, 'h', "help", NULL, "show this help and exit", NULL},
	{OPTION_FLAG, 'V', "version", NULL, "show the version and exit", NULL},
	{0},
};

static void
say(struct output *output, const char *text)
{
	buffer_add(&output->pending, slice_of(text));
}

/* `  -l, --language=CODE  ` is the shape from which shells complete. */
static void
say_option(struct output *output, const struct option *option, size_t column)
{
	size_t start = output->pending.len;
	char letter[] = {' ', ' ', '-', option->letter, ',', ' ', '\0'};
	say(output, option->letter ? letter : "      ");
	say(output, "--");
	say(output, option->name);
	if (option->argument) {
		say(output, "=");
		say(output, option->argument);
	}
	while (output->pending.len - start < column)
		say(output, " ");
	say(output, option->help);
	say(output, "\n");
}

static size_t
widest(const struct option *options)
{
	size_t widest = 0;
	for (; options && options->name; options++) {
		size_t width = strlen(options->name);
		width += options->argument ? 1 + strlen(options->argument) : 0;
		widest = width > widest ? width : widest;
	}
	return widest;
}

_Noreturn static void
help(const struct program *program)
{
	struct output output;
	output_begin(&output);
	say(&output, "Usage: ");
	say(&output, program->name);
	say(&output, " [OPTION]... ");
	say(&output, program->operands);
	say(&output, "\n");
	say(&output, program->purpose);
	say(&output, "\n\nOptions:\n");
	size_t own = widest(program->options), shared = widest(common);
	size_t column = 8 + (own > shared ? own : shared) + 2;
	for (const struct option *option = program->options; option && option->name; option++)
		say_option(&output, option, column);
	for (const struct option *option = common; option->name; option++)
		say_option(&output, option, column);
	say(&output, "\nWith no FILE, or where FILE is -, standard input is read.\n");
	if (program->notes)
		say(&output, program->notes);
	exit(output_end(&output, STATUS_DONE));
}

_Noreturn static void
version(const struct program *program)
{
	struct output output;
	output_begin(&output);
	say(&output, program->name);
	say(&output, " (crosscheck) " VERSION "\n");
	exit(output_end(&output, STATUS_DONE));
}

_Noreturn static void
refuse(const struct program *program, const char *option, const char *why)
{
	die("%s: %s (see %s --help)", option, why, program->name);
}

static const struct option *
by_name(const struct option *options, const char *name, size_t len)
{
	for (; options && options->name; options++)
		if (strlen(options->name) == len && memcmp(options->name, name, len) == 0)
			return options;
	return NULL;
}

static const struct option *
by_letter(const struct option *options, char letter)
{
	for (; options && options->name; options++)
		if (options->letter == letter)
			return options;
	return NULL;
}

static void
set(const struct program *program, const struct option *option, char *value)
{
	if (option == &common[0])
		help(program);
	if (option == &common[1])
		version(program);
	if (option->kind == OPTION_FLAG) {
		*(bool *)option->value = true;
	} else if (option->kind == OPTION_TEXT) {
		*(char **)option->value = value;
	} else {
		struct option_list *list = option->value;
		list->items =
			memory_resize(list->items, (list->count + 1) * sizeof *list->items);
		list->items[list->count++] = value;
	}
}

/* `--name`, `--name=value`, `--name value`; moves `*next` past a value of its own. */
static void
take_long(const struct program *program, char *word, char ***next)
{
	const char *name = word + 2;
	char *equals = strchr(name, '=');
	size_t len = equals ? (size_t)(equals - name) : strlen(name);
	const struct option *option = by_name(program->options, name, len);
	if (!option)
		option = by_name(common, name, len);
	if (!option)
		refuse(program, word, "no such option");
	if (option->kind == OPTION_FLAG) {
		if (equals)
			refuse(program, word, "takes no value");
		set(program, option, NULL);
	} else if (equals) {
		set(program, option, equals + 1);
	} else {
		if (!**next)
			refuse(program, word, "needs a value");
		set(program, option, *(*next)++);
	}
}

/* `-a`, `-ab`, `-nvalue`, `-n value`. */
static void
take_letters(const struct program *program, char *word, char ***next)
{
	for (char *at = word + 1; *at; at++) {
		const struct option *option = by_letter(program->options, *at);
		if (!option)
			option = by_letter(common, *at);
		if (!option)
			refuse(program, word, "no such option");
		if (option->kind == OPTION_FLAG) {
			set(program, option, NULL);
			continue;
		}
		if (!at[1] && !**next)
			refuse(program, word, "needs a value");
		set(program, option, at[1] ? at + 1 : *(*next)++);
		return;
	}
}

char **
options_parse(const struct program *program, int argc, char **argv)
{
	if (argc < 1)
		return argv;
	char **next = argv + 1, **operands = argv + 1, **last = operands;
	while (*next) {
		char *word = *next++;
		if (strcmp(word, "--") == 0)
			break;
		if (word[0] != '-' || !word[1])
			*last++ = word;
		else if (word[1] == '-')
			take_long(program, word, &next);
		else
			take_letters(program, word, &next);
	}
	while (*next)
		*last++ = *next++;
	*last = NULL;
	return operands;
}
