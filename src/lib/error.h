/*
 * error: messages on standard error and the exit status they lead to.
 *
 * A message is one line, `program: what: why`. Control characters in it (a document's ID may
 * hold any) are shown as `?`, so that no input can write to a person's terminal.
 */
#ifndef ERROR_H
#define ERROR_H

#include <stdbool.h>

enum status {
	STATUS_DONE = 0,
	STATUS_NO = 1, /* a "no" that was asked for */
	STATUS_TROUBLE = 2,
};

/*
 * To be called first in main: names the program for messages. Where standard input, output or
 * error is closed it is filled with a descriptor that fails, so that no file opened later takes
 * its place.
 */
void error_begin(const char *program);

const char *error_program(void);

/* Writes a message; the program goes on, and error_seen() is true from now on. */
void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes a message that is information, not trouble. */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes a message and ends the program with STATUS_TROUBLE. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Whether warn() was called. */
bool error_seen(void);

#endif
