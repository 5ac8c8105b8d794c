/* Fuzzes clean, as a page and as plain text: what it writes is valid UTF-8 without control
 * characters. */
#include "fuzz.h"

#include <fcntl.h>

#include "clean/cleaner.h"
#include "utf8.h"

static void
check(struct slice written)
{
	require(utf8_valid_length(written) == written.len);
	for (size_t i = 0; i < written.len; i++) {
		unsigned char byte = (unsigned char)written.data[i];
		require(byte == '\t' || byte == '\n' || (byte >= 0x20 && byte != 0x7f));
	}
	require(written.len == 0 || written.data[written.len - 1] == '\n');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct cleaner cleaner;
	static struct rules rules;
	struct slice bytes = fuzz_text(data, len);
	struct found found = {.id = SLICE("d")};
	if (!cleaner.output.fd) {
		cleaner.output.fd = open("/dev/null", O_WRONLY);
		cleaner.writer.all = true;
		furniture_read(&cleaner.furniture, &rules);
	}
	clean_page(&cleaner, bytes, &found);
	check(buffer_slice(&cleaner.output.pending));
	buffer_clear(&cleaner.output.pending);
	clean_text(&cleaner, bytes, &found);
	check(buffer_slice(&cleaner.output.pending));
	buffer_clear(&cleaner.output.pending);
	return 0;
}
