/*
 * io: a library to preload that makes read(2), write(2) and close(2) behave as they may but
 * rarely do. The environment says how: SHORT_READ=3 and SHORT_WRITE=3 take at most so many
 * bytes, INTERRUPT=2 lets every second call fail with EINTR, READ_ERROR=2 lets reads fail with
 * EIO and WRITE_ERROR=2 writes with EDQUOT from the second on, CLOSE_ERROR=1 lets the closing
 * of standard output fail with EIO, NONBLOCK=1 makes it non-blocking. Standard error is left
 * alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static long
setting(const char *name)
{
	const char *value = getenv(name);
	return value ? atol(value) : 0;
}

static int
interrupted(void)
{
	static long calls, every = -1;
	if (every < 0)
		every = setting("INTERRUPT");
	return every > 0 && ++calls % every == 1;
}

ssize_t
read(int fd, void *to, size_t len)
{
	static ssize_t (*real)(int, void *, size_t);
	static long most, error, calls;
	if (!real) {
		*(void **)&real = dlsym(RTLD_NEXT, "read");
		most = setting("SHORT_READ");
		error = setting("READ_ERROR");
	}
	if (interrupted()) {
		errno = EINTR;
		return -1;
	}
	if (error > 0 && ++calls >= error) {
		errno = EIO;
		return -1;
	}
	return real(fd, to, most > 0 && len > (size_t)most ? (size_t)most : len);
}

ssize_t
write(int fd, const void *from, size_t len)
{
	static ssize_t (*real)(int, const void *, size_t);
	static long most, error, calls;
	if (!real) {
		*(void **)&real = dlsym(RTLD_NEXT, "write");
		most = setting("SHORT_WRITE");
		error = setting("WRITE_ERROR");
	}
	if (fd != 2 && error > 0 && ++calls >= error) {
		errno = EDQUOT;
		return -1;
	}
	if (fd != 2 && interrupted()) {
		errno = EINTR;
		return -1;
	}
	return real(fd, from, fd != 2 && most > 0 && len > (size_t)most ? (size_t)most : len);
}

int
close(int fd)
{
	static int (*real)(int);
	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "close");
	int status = real(fd);
	if (fd == 1 && setting("CLOSE_ERROR")) {
		errno = EIO;
		return -1;
	}
	return status;
}

__attribute__((constructor)) static void
begin(void)
{
	if (setting("NONBLOCK"))
		fcntl(1, F_SETFL, fcntl(1, F_GETFL) | O_NONBLOCK);
}
