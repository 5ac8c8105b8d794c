#include "error.h"
#include "record.h"
#include "sketch.h"
#include "step_line.h"
#include "steps.h"
#include "stream.h"
#include "terms.h"

enum {
	MADE_HERE = RECORD_BIT(RECORD_FIGURE) | RECORD_BIT(RECORD_QUOTATION) |
		    RECORD_BIT(RECORD_REUSE) | RECORD_BIT(RECORD_ORIGIN) |
		    RECORD_BIT(RECORD_INDEPENDENT)
};

/* What the step needs at hand. */
struct making {
	struct lexicons *lexicons;
	const char *language; /* of the document */
	struct terms terms;   /* of one sentence */
	struct buffer text, line;
};

/* What stands behind the key, the same for all keys of a sentence. */
static void
make_line(struct making *making, const struct record *record, struct slice text)
{
	size_t n;
	record_size(record->field[SENTENCE_N], &n);
	buffer_clear(&making->line);
	record_add_written(&making->line, record->field[FIELD_ID]);
	step_add_number(&making->line, n);
	record_add(&making->line, slice_of(making->language));
	record_add(&making->line, text);
	record_end(&making->line);
}

static void
write_line(struct output *output, const struct making *making, uint64_t key, bool whole)
{
	step_add_key(&output->pending, key, whole);
	buffer_add(&output->pending, buffer_slice(&making->line));
	output_settle(output);
}

static void
write_keys(struct output *output, struct making *making, const struct record *record)
{
	struct slice text = record_unescape(record->field[SENTENCE_TEXT], &making->text);
	terms_clear(&making->terms);
	terms_add(
		&making->terms, lexicon_of(making->lexicons, slice_of(making->language)), text);
	size_t count;
	const uint32_t *terms = terms_of(&making->terms, 0, &count);
	struct sketch sketch;
	sketch_make(&sketch, terms, count);
	make_line(making, record, text);
	for (size_t i = 0; i < sketch.count; i++)
		write_line(output, making, sketch.keys[i], false);
	if (sketch.whole)
		write_line(output, making, sketch.whole, true);
}

int
steps_keys(char *const *files, struct lexicons *lexicons)
{
	struct making making = {.lexicons = lexicons};
	struct stream stream;
	struct record record;
	stream_begin(&stream, files, MADE_HERE, RECORD_OTHER);
	while (stream_next(&stream, &record)) {
		if (stream.document.fresh)
			making.language = lexicons_language(lexicons,
				record_unescape(stream.document.language, &making.text));
		if (record.type == RECORD_SENTENCE)
			write_keys(&stream.output, &making, &record);
	}
	terms_free(&making.terms);
	buffer_free(&making.text);
	buffer_free(&making.line);
	return stream_end(&stream, STATUS_DONE);
}
