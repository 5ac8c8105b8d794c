/* sentences: makes the sentences of each paragraph. */
#include <stdlib.h>

#include "error.h"
#include "lexicons.h"
#include "options.h"
#include "splitter.h"
#include "stream.h"

static char *language;
static struct option_list rules_files;

static const struct option options[] = {
	OPTION_LANGUAGE(&language),
	OPTION_RULES(&rules_files),
	{0},
};

static const struct program program = {
	"sentences",
	"[FILE]...",
	"Adds the sentences of each paragraph, as sentence records behind its text record.",
	options,
	NULL,
};

/* What is written behind the text records of a document. */
struct sentences {
	struct lexicons lexicons;
	const struct lexicon *lexicon; /* of the document's language */
	size_t n;
	struct buffer start; /* what all its records begin with: type and ID */
	struct buffer scratch;
};

static void
enter_document(struct sentences *sentences, const struct document *document)
{
	sentences->n = 0;
	sentences->lexicon = lexicons_find(&sentences->lexicons,
		document->language.len > 0 || !language ? document->language
							: slice_of(language));
	buffer_clear(&sentences->start);
	record_begin(&sentences->start, RECORD_SENTENCE, document->id);
}

/* Writes a sentence of the text, escaped as that is. */
static void
add_sentence(struct sentences *sentences, const struct record *text, struct slice sentence,
	struct buffer *to)
{
	buffer_add(to, buffer_slice(&sentences->start));
	record_add_size(to, ++sentences->n);
	record_add_fields(to, text, TEXT_LINE, TEXT_ROLE);
	if (text->escaped)
		record_add(to, sentence);
	else
		record_add_written(to, sentence);
	record_end(to);
}

static void
add_sentences(struct sentences *sentences, const struct record *text, struct output *output)
{
	struct slice paragraph = record_text(text, TEXT_TEXT, &sentences->scratch), sentence;
	struct splitter splitter;
	splitter_begin(&splitter, sentences->lexicon, paragraph);
	while (splitter_next(&splitter, &sentence)) {
		add_sentence(sentences, text, sentence, &output->pending);
		output_settle(output);
	}
}

int
main(int argc, char **argv)
{
	error_begin("sentences");
	char **names = options_parse(&program, argc, argv);
	struct rules rules = {0};
	rules_read_all(&rules, &rules_files);
	struct sentences sentences = {.lexicons.rules = &rules};

	struct stream stream;
	stream_begin(&stream, names, RECORD_BIT(RECORD_SENTENCE), RECORD_TEXT);
	for (struct record record; stream_next(&stream, &record);) {
		stream_pass(&stream, &record);
		if (stream.document.fresh)
			enter_document(&sentences, &stream.document);
		if (record.type == RECORD_TEXT && !slice_is(record.field[TEXT_ROLE], "junk"))
			add_sentences(&sentences, &record, &stream.output);
	}
	buffer_free(&sentences.start);
	buffer_free(&sentences.scratch);
	lexicons_free(&sentences.lexicons);
	rules_free(&rules);
	return stream_end(&stream, STATUS_DONE);
}
