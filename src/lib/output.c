#ifdef __linux__
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#endif
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "error.h"

enum {
	PIPE_SIZE = 1024 * 1024
};

void
output_begin(struct output *output)
{
	*output = (struct output){.fd = 1};
#ifdef F_SETPIPE_SZ
	(void)fcntl(output->fd, F_SETPIPE_SZ, PIPE_SIZE);
#endif
}

static void
fail(void)
{
	if (errno == EPIPE) /* the reader has gone: nothing to tell anybody */
		_exit(STATUS_TROUBLE);
	die("write error: %s", strerror(errno));
}

static void
write_all(int fd, struct slice bytes)
{
	while (bytes.len > 0) {
		ssize_t done = write(fd, bytes.data, bytes.len);
		if (done >= 0) {
			bytes.data += done;
			bytes.len -= (size_t)done;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			poll(&(struct pollfd){.fd = fd, .events = POLLOUT}, 1, -1);
		} else if (errno != EINTR) {
			fail();
		}
	}
}

void
output_flush(struct output *output)
{
	write_all(output->fd, buffer_slice(&output->pending));
	output->pending.len = 0;
}

void
output_line(struct output *output, struct slice line)
{
	if (line.len >= OUTPUT_MUCH) { /* too long to be worth a copy */
		output_flush(output);
		write_all(output->fd, line);
		line.len = 0;
	}
	char *room = buffer_reserve(&output->pending, line.len + 1);
	if (line.len > 0)
		memcpy(room, line.data, line.len);
	room[line.len] = '\n';
	output->pending.len += line.len + 1;
	output_settle(output);
}

int
output_end(struct output *output, int status)
{
	output_flush(output);
	if (close(output->fd) < 0 && errno != EINTR)
		fail();
	buffer_free(&output->pending);
	return error_seen() ? STATUS_TROUBLE : status;
}
