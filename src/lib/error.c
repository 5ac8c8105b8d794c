#include "error.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *program = "crosscheck";
static bool seen;

/* A closed descriptor is opened the wrong way round: reads from 0 and writes to 1 keep failing.
 */
static void
fill_closed_descriptors(void)
{
	static const int wrong_way[] = {O_WRONLY, O_RDONLY, O_WRONLY};
	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)!open("/dev/null", wrong_way[fd]);
}

void
error_begin(const char *name)
{
	program = name;
	fill_closed_descriptors();
}

const char *
error_program(void)
{
	return program;
}

bool
error_seen(void)
{
	return seen;
}

/* C0, DEL, and C1 as UTF-8 (C2 80 to C2 9F): terminals obey those too. */
static void
hide_controls(char *line, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char)line[i];
		if (byte < 0x20 || byte == 0x7f)
			line[i] = '?';
		if (i > 0 && (unsigned char)line[i - 1] == 0xc2 && byte < 0xa0)
			line[i - 1] = line[i] = '?';
	}
}

/* One write for the whole line, so that lines of several programs do not mix. */
static void
message(const char *format, va_list arguments)
{
	char line[2048];
	size_t room = sizeof line - 1;
	int len = snprintf(line, room, "%s: ", program);
	size_t used = len < 0 ? 0 : (size_t)len;
	if (used < room) {
		len = vsnprintf(line + used, room - used, format, arguments);
		used += len < 0 ? 0 : (size_t)len;
	}
	if (used >= room)
		used = room - 1;
	hide_controls(line, used);
	line[used++] = '\n';
	(void)!write(2, line, used);
}

void
warn(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	message(format, arguments);
	va_end(arguments);
	seen = true;
}

void
note(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	message(format, arguments);
	va_end(arguments);
}

void
die(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	message(format, arguments);
	va_end(arguments);
	_exit(STATUS_TROUBLE);
}
