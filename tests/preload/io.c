/*
 * io: a library to preload that makes read(2) and write(2) behave as they may but rarely do.
 * The environment says how: SHORT_READ=3 and SHORT_WRITE=3 take at most so many bytes,
 * INTERRUPT=2 lets every second call fail with EINTR, READ_ERROR=2 lets reads fail with EIO
 * from the second on. Standard error is left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
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
	static long most;
	if (!real) {
		*(void **)&real = dlsym(RTLD_NEXT, "write");
		most = setting("SHORT_WRITE");
	}
	if (fd != 2 && interrupted()) {
		errno = EINTR;
		return -1;
	}
	return real(fd, from, fd != 2 && most > 0 && len > (size_t)most ? (size_t)most : len);
}
