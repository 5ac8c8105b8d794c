/*
 * Fuzzes attribute: lines are the sentences of one document; every record is whole, and what it
 * quotes stands where it says.
 */
#include "fuzz.h"

#include "attribute/attributions.h"

static struct article article;
static struct attributions attributions;

static void
check(const struct record *record, struct slice text)
{
	require_span(record, text, ATTRIBUTION_START, ATTRIBUTION_END, ATTRIBUTION_CONTENT);
}

/* The sentences are numbered anew, as they come. */
static void
add_sentences(struct slice text)
{
	static struct buffer line;
	while (text.len > 0) {
		const char *lf = memchr(text.data, '\n', text.len);
		size_t end = lf ? (size_t)(lf - text.data) : text.len;
		struct record record = fuzz_sentence(&line, slice_cut(text, 0, end));
		article_add(&article, &record);
		text = slice_cut(text, lf ? end + 1 : end, text.len);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	static struct lexicon *lexicons;
	static struct rules rules;
	static struct buffer found;
	add_sentences(fuzz_text(data, len));
	attributions_find(&attributions, &article, lexicon_of(&lexicons, &rules, "en"));
	for (size_t i = 0; i < article.held_count; i++) {
		uint32_t sentence = article.held[i].sentence;
		if (sentence == NO_SENTENCE)
			continue;
		const struct sentence *of = &article.sentences[sentence];
		buffer_clear(&found);
		attributions_write(&attributions, &article, sentence, &found);
		require_records(buffer_slice(&found), RECORD_ATTRIBUTION, 16,
			slice_cut(buffer_slice(&article.text), of->start, of->end), check);
	}
	article_clear(&article);
	return 0;
}
