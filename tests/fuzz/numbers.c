/* Fuzzes numbers: every record is whole, its span is its surface, its values are plain. */
#include "fuzz.h"

#include "numbers/finder.h"

static void
require_value(struct slice value)
{
	for (size_t i = 0; i < value.len; i++)
		require(strchr("0123456789.-:TZ+W", value.data[i]) != NULL);
}

static void
check(const struct record *record, struct slice text)
{
	require_span(record, text, NUMBER_START, NUMBER_END, NUMBER_SURFACE);
	require_value(record->field[NUMBER_LOW]);
	require_value(record->field[NUMBER_HIGH]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct finder finders[2]; /* as numbers, and as numbers --si */
	static char date[] = "2024-04-12", language[] = "en";
	static struct option_list none;
	static struct buffer line, found;
	struct slice text = fuzz_text(data, len);
	struct record record = fuzz_sentence(&line, text);
	for (int si = 0; si < 2; si++) {
		struct finder *finder = &finders[si];
		if (!finder->fallback)
			finder_begin(finder, language, date, si, &none);
		struct document document = {.id = SLICE("d"), .fresh = true};
		finder_enter(finder, &document);
		buffer_clear(&found);
		finder_sentence(finder, &record, &found);
		require_records(buffer_slice(&found), RECORD_NUMBER, 12, text, check);
	}
	return 0;
}
