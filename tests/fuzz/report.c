/*
 * Fuzzes report with any records, as text and as a page: no control character reaches the
 * terminal, no markup of a document the page.
 */
#include "fuzz.h"

#include <fcntl.h>

#include "report/page.h"
#include "report/text.h"

static void
check_text(struct slice written)
{
	for (size_t i = 0; i < written.len; i++) {
		unsigned char byte = (unsigned char)written.data[i];
		require(byte == '\n' || (byte >= 0x20 && byte != 0x7f));
	}
}

static bool
holds(struct slice text, struct slice part)
{
	for (size_t i = 0; i + part.len <= text.len; i++)
		if (slice_starts(slice_cut(text, i, text.len), part))
			return true;
	return false;
}

static void
check_page(struct slice written)
{
	require(!holds(written, SLICE("<script")) && !holds(written, SLICE("<img")));
	require(!holds(written, SLICE("href=\"javascript")));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct output output;
	static struct buffer shown;
	struct slice records = fuzz_text(data, len);
	struct overview overview = {0};
	if (!output.fd)
		output.fd = open("/dev/null", O_WRONLY);
	for (struct record record; fuzz_record(&records, &record);)
		findings_take(&overview.findings, &record);
	overview_make(&overview);

	struct text text = {
		.all = true, .screen = {.width = 72, .out = &shown}, .overview = &overview};
	buffer_clear(&shown);
	text_write(&text);
	check_text(buffer_slice(&shown));
	text_free(&text);

	struct page page = {.all = true, .output = &output, .overview = &overview};
	page_write(&page);
	check_page(buffer_slice(&output.pending));
	buffer_clear(&output.pending);
	page_free(&page);
	overview_free(&overview);
	return 0;
}
