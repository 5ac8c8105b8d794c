/* Runs a fuzz target over the files named: the way a corpus is replayed without a fuzzer. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "buffer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

/* The bytes are copied to a block of their own size, so that a read beyond them is seen. */
static void
run(struct slice bytes)
{
	uint8_t *exact = malloc(bytes.len ? bytes.len : 1);
	if (!exact)
		abort();
	if (bytes.len)
		memcpy(exact, bytes.data, bytes.len);
	LLVMFuzzerTestOneInput(exact, bytes.len);
	free(exact);
}

static int
run_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	if (!file) {
		perror(name);
		return 1;
	}
	struct buffer bytes = {0};
	size_t got;
	while ((got = fread(buffer_reserve(&bytes, 65536), 1, 65536, file)) > 0)
		bytes.len += got;
	fclose(file);
	run(buffer_slice(&bytes));
	buffer_free(&bytes);
	return 0;
}

int
main(int argc, char **argv)
{
	int status = 0;
	for (int i = 1; i < argc; i++)
		status |= run_file(argv[i]);
	return status;
}
