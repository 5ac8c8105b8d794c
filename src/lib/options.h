/*
 * options: one table gives both the parser of the command line and `--help`.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum option_kind {
	OPTION_FLAG, /* value: bool */
	OPTION_TEXT, /* value: char *, the last one given */
	OPTION_LIST, /* value: struct option_list, all that were given */
};

struct option {
	enum option_kind kind;
	char letter; /* 0 where it has only a long name */
	const char *name;
	const char *argument; /* its name in the help; NULL for a flag */
	const char *help;
	void *value; /* where the parser puts it, as `kind` says */
};

struct option_list {
	char **items;
	size_t count;
};

/* The options that filters share, in the same words. */
#define OPTION_LANGUAGE(value)                                                                 \
	{                                                                                      \
		OPTION_TEXT, 'l', "language", "CODE", "language of documents that name none",  \
			value                                                                  \
	}
#define OPTION_RULES(value)                                                                    \
	{                                                                                      \
		OPTION_LIST, 'r', "rules", "FILE",                                             \
			"add a table of your own to the built-in ones", value                  \
	}

/* What a program is, for `--help`. */
struct program {
	const char *name;
	const char *operands;         /* as "[FILE]..." */
	const char *purpose;          /* one or two sentences */
	const struct option *options; /* the last one has no name; may be NULL */
	const char *notes; /* what else the help says, lines ending with LF; may be NULL */
};

/*
 * Reads the options, which may stand between the operands, up to `--`. Returns the operands,
 * closed by NULL, within argv. `--help` and `--version` are answered here and end the program,
 * as does an option that is not in the table (a message, STATUS_TROUBLE).
 */
char **options_parse(const struct program *program, int argc, char **argv);

#endif
