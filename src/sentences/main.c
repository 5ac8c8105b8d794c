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
	struct buffer scratch;
};

static void
enter_document(struct sentences *sentences, const struct document *document)
{
	sentences->n = 0;
	sentences->lexicon = lexicons_find(&sentences->lexicons,
		document->language.len > 0 || !language ? document->language
							: slice_of(language));
}

static void
add_sentences(struct sentences *sentences, const struct record *text, struct output *output)
{
	struct slice field = text->field[TEXT_TEXT], sentence;
	struct slice paragraph = record_unescape(field, &sentences->scratch);
	bool written = paragraph.data == field.data;
	struct splitter splitter;
	splitter_begin(&splitter, sentences->lexicon, paragraph);
	while (splitter_next(&splitter, &sentence)) {
		struct buffer *to = &output->pending;
		record_begin(to, RECORD_SENTENCE, text->field[FIELD_ID]);
		record_add_size(to, ++sentences->n);
		record_add_written(to, text->field[TEXT_LINE]);
		record_add_written(to, text->field[TEXT_ROLE]);
		if (written)
			record_add_written(to, sentence);
		else
			record_add(to, sentence);
		record_end(to);
		output_settle(output);
	}
}

static bool
is_of_document(enum record_type type)
{
	return type >= RECORD_DOC && type <= RECORD_ATTRIBUTION;
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
		if (is_of_document(record.type) && stream.document.fresh)
			enter_document(&sentences, &stream.document);
		if (record.type == RECORD_TEXT && !slice_is(record.field[TEXT_ROLE], "junk"))
			add_sentences(&sentences, &record, &stream.output);
	}
	buffer_free(&sentences.scratch);
	lexicons_free(&sentences.lexicons);
	rules_free(&rules);
	return stream_end(&stream, STATUS_DONE);
}
