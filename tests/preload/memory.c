/*
 * memory: a library to preload under which allocations fail: the Nth (FAIL_AT=N), with
 * FAIL_ON=1 all after it too. With COUNT set, the number of allocations is written to
 * descriptor COUNT at the end.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long calls, fail_at, fail_on;
static int count_to = -1;

static long
setting(const char *name, long otherwise)
{
	const char *value = getenv(name);
	return value ? atol(value) : otherwise;
}

__attribute__((constructor)) static void
begin(void)
{
	fail_at = setting("FAIL_AT", 0);
	fail_on = setting("FAIL_ON", 0);
	count_to = (int)setting("COUNT", -1);
	calls = 0; /* what the loader took does not count */
}

__attribute__((destructor)) static void
end(void)
{
	char line[32];
	if (count_to < 0)
		return;
	int len = snprintf(line, sizeof line, "%ld\n", calls);
	(void)!write(count_to, line, (size_t)len);
}

static int
fails(void)
{
	calls++;
	if (fail_at == 0 || calls < fail_at || (calls > fail_at && !fail_on))
		return 0;
	errno = ENOMEM;
	return 1;
}

/* glibc's own entries, so that no dlsym is needed, which allocates. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *memory, size_t size)
{
	return fails() ? NULL : __libc_realloc(memory, size);
}
