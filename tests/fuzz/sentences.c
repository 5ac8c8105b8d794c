/* Fuzzes the splitter: sentences are slices of the text, in order, with only white space
 * between them. */
#include "fuzz.h"

#include "sentences/lexicons.h"
#include "sentences/splitter.h"

static void
split(const struct lexicon *lexicon, struct slice text)
{
	struct splitter splitter;
	struct slice sentence;
	const char *end = text.data;
	splitter_begin(&splitter, lexicon, text);
	while (splitter_next(&splitter, &sentence)) {
		require(sentence.len > 0 && sentence.data >= end);
		end = sentence.data + sentence.len;
		require(end <= text.data + text.len);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct lexicons lexicons;
	static const char *const languages[] = {"en", "de", "el", "fr", "zh", ""};
	struct slice text = fuzz_text(data, len);
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		split(lexicons_find(&lexicons, slice_of(languages[i])), text);
	return 0;
}
