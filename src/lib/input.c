#ifdef __linux__
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#endif
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "memory.h"

enum {
	BLOCK = 256 * 1024,
	PIPE_SIZE = 1024 * 1024
};

static char dash[] = "-";
static char *const standard_input[] = {dash, NULL};

void
input_begin(struct input *input, char *const *names)
{
	*input = (struct input){.next_name = *names ? names : standard_input, .fd = -1};
}

static bool
is_standard(const char *name)
{
	return strcmp(name, "-") == 0;
}

static void
warn_of(const struct input *input)
{
	warn("%s: %s", is_standard(input->name) ? "standard input" : input->name,
		strerror(errno));
}

/* What kind of file was opened: a regular one never makes a reader wait. */
static void
look_at_file(struct input *input)
{
	struct stat file;
	bool known = fstat(input->fd, &file) == 0;
	input->regular = known && S_ISREG(file.st_mode);
	input->size = input->regular && file.st_size > 0 ? (size_t)file.st_size : 0;
	input->seen = 0;
	input->ended = false;
#ifdef F_SETPIPE_SZ
	if (known && S_ISFIFO(file.st_mode))
		(void)fcntl(input->fd, F_SETPIPE_SZ, PIPE_SIZE);
#endif
}

bool
input_open(struct input *input)
{
	while (*input->next_name) {
		input->name = *input->next_name++;
		input->fd =
			is_standard(input->name) ? 0 : open(input->name, O_RDONLY | O_CLOEXEC);
		if (input->fd >= 0) {
			look_at_file(input);
			return true;
		}
		warn_of(input);
	}
	return false;
}

void
input_close(struct input *input)
{
	if (input->fd > 0)
		close(input->fd);
	input->fd = -1;
	input->start = input->end = 0;
	input->failed = false;
}

struct slice
input_bytes(const struct input *input)
{
	return (struct slice){input->data + input->start, input->end - input->start};
}

void
input_take(struct input *input, size_t count)
{
	input->start += count;
}

static void
make_room(struct input *input)
{
	size_t kept = input->end - input->start;
	if (input->start > 0 && kept > 0)
		memmove(input->data, input->data + input->start, kept);
	input->start = 0;
	input->end = kept;
	if (input->capacity - kept >= BLOCK / 2)
		return;
	size_t wanted = input->capacity ? 2 * input->capacity : BLOCK;
	input->data = memory_reserve(input->data, &input->capacity, wanted, 1);
}

/* Makes room at once for all of a file whose size is known, but for no more than is wanted. */
static void
make_room_for(struct input *input, size_t wanted)
{
	wanted = input->size < wanted ? input->size : wanted;
	if (wanted >= SIZE_MAX - BLOCK || input->ended)
		return;
	wanted += BLOCK; /* with what is left to read until the end is told */
	if (wanted <= input->capacity)
		return;
	struct slice kept = input_bytes(input);
	char *data = memory_new_wide(wanted);
	if (kept.len > 0)
		memcpy(data, kept.data, kept.len);
	free(input->data);
	input->data = data;
	input->capacity = wanted;
	input->start = 0;
	input->end = kept.len;
}

struct slice
input_all(struct input *input)
{
	return input_some(input, SIZE_MAX);
}

struct slice
input_some(struct input *input, size_t wanted)
{
	make_room_for(input, wanted);
	while (input->end - input->start < wanted && input_more(input))
		;
	return input_bytes(input);
}

/* Where a regular file gave all that was told of it, and less than there was room for, that was
 * its end: no other read need tell so. */
static void
note_read(struct input *input, size_t got, size_t room)
{
	input->end += got;
	input->seen += got;
	input->ended = input->size > 0 && input->seen == input->size && got < room;
}

bool
input_more(struct input *input)
{
	if (input->failed || input->ended)
		return false;
	make_room(input);
	if (input->before_read && !input->regular)
		input->before_read(input->context, input->fd);
	for (;;) {
		size_t room = input->capacity - input->end;
		ssize_t got = read(input->fd, input->data + input->end, room);
		if (got > 0) {
			note_read(input, (size_t)got, room);
			return true;
		}
		input->ended = got == 0;
		if (got == 0)
			return false;
		if (errno == EAGAIN || errno == EWOULDBLOCK) {
			poll(&(struct pollfd){.fd = input->fd, .events = POLLIN}, 1, -1);
		} else if (errno != EINTR) {
			warn_of(input);
			input->failed = true;
			return false;
		}
	}
}

/* The line that begins at the front; at the file's end what is left. False where nothing is
 * left. */
static bool
line_of_file(struct input *input, struct slice *line)
{
	size_t searched = 0;
	for (;;) {
		struct slice bytes = input_bytes(input);
		const char *found = NULL;
		if (searched < bytes.len)
			found = memchr(bytes.data + searched, '\n', bytes.len - searched);
		if (found) {
			*line = (struct slice){bytes.data, (size_t)(found - bytes.data)};
			input_take(input, line->len + 1);
			return true;
		}
		searched = bytes.len;
		if (!input_more(input)) {
			*line = input_bytes(input);
			input_take(input, line->len);
			return line->len > 0 && !input->failed;
		}
	}
}

bool
input_line(struct input *input, struct slice *line)
{
	for (;;) {
		if (input->fd < 0 && !input_open(input))
			return false;
		if (line_of_file(input, line))
			return true;
		input_close(input);
	}
}

void
input_end(struct input *input)
{
	input_close(input);
	free(input->data);
	input->data = NULL;
	input->capacity = 0;
}
