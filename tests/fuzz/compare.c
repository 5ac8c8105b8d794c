/* Fuzzes compare with any records: what it finds are whole records of its own types. */
#include "fuzz.h"

#include <fcntl.h>

#include "compare/corpus.h"
#include "compare/findings.h"

static void
check(struct slice written)
{
	static const size_t fields[RECORD_TYPES] = {[RECORD_FIGURE] = 13,
		[RECORD_QUOTATION] = 10,
		[RECORD_REUSE] = 9,
		[RECORD_ORIGIN] = 6,
		[RECORD_INDEPENDENT] = 7};
	require(written.len == 0 || written.data[written.len - 1] == '\n');
	for (struct record record; fuzz_record(&written, &record);)
		require(fields[record.type] > 0 && record.fields == fields[record.type]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct output output;
	static struct rules rules;
	struct slice text = fuzz_text(data, len);
	struct lexicons lexicons = {
		.rules = &rules}; /* they keep languages as records name them */
	struct corpus corpus = {0};
	struct findings findings = {0};
	if (!output.fd)
		output.fd = open("/dev/null", O_WRONLY);
	for (struct record record; fuzz_record(&text, &record);)
		corpus_take(&corpus, &record);
	corpus_sort(&corpus);
	findings_make(&findings, &corpus, &lexicons);
	findings_write(&output, &corpus, &findings);
	check(buffer_slice(&output.pending));
	buffer_clear(&output.pending);
	findings_free(&findings);
	lexicons_free(&lexicons);
	corpus_free(&corpus);
	return 0;
}
