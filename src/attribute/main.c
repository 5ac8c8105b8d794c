/* attribute: adds who says what. */
#include <stdlib.h>

#include "attributions.h"
#include "error.h"
#include "options.h"
#include "stream.h"

struct attribute {
	struct stream stream;
	struct rules rules;
	const char *language; /* of documents that name none */
	struct lexicon *lexicons;
	const struct lexicon *lexicon;
	struct article article;
	struct attributions attributions;
};

/* Writes what is held, attributions behind their sentences. */
static void
let_go(struct attribute *a)
{
	const struct article *article = &a->article;
	if (article->held_count == 0)
		return;
	attributions_find(&a->attributions, &a->article, a->lexicon);
	for (size_t i = 0; i < article->held_count; i++) {
		const struct held *held = &article->held[i];
		output_line(&a->stream.output,
			slice_cut(buffer_slice(&article->lines), held->start, held->end));
		if (held->sentence == NO_SENTENCE)
			continue;
		attributions_write(
			&a->attributions, article, held->sentence, &a->stream.output.pending);
		output_settle(&a->stream.output);
	}
	article_clear(&a->article);
}

static void
enter_document(struct attribute *a)
{
	let_go(a);
	const char *language = language_of(a->stream.document.language);
	a->lexicon = lexicon_of(&a->lexicons, &a->rules, language ? language : a->language);
}

static void
run(struct attribute *a)
{
	struct record record;
	while (stream_next(&a->stream, &record)) {
		if (a->stream.document.fresh || !a->lexicon)
			enter_document(a);
		if (a->article.lines.len + record.line.len > ARTICLE_BYTES)
			let_go(a);
		if (record.line.len > ARTICLE_BYTES && record.type != RECORD_SENTENCE)
			stream_pass(&a->stream, &record);
		else
			article_add(&a->article, &record);
	}
	let_go(a);
}

int
main(int argc, char **argv)
{
	error_begin("attribute");
	struct attribute a = {0};
	char *language = NULL;
	struct option_list rules = {0};
	const struct option options[] = {
		OPTION_LANGUAGE(&language),
		OPTION_RULES(&rules),
		{0},
	};
	const struct program program = {"attribute", "[FILE]...",
		"Adds to each sentence who says what in it.", options, NULL};
	char **names = options_parse(&program, argc, argv);
	a.language = language_by_default(language);
	rules_read_all(&a.rules, &rules);

	stream_begin(&a.stream, names, RECORD_BIT(RECORD_ATTRIBUTION), RECORD_SENTENCE);
	run(&a);
	article_free(&a.article);
	attributions_free(&a.attributions);
	lexicon_free(a.lexicons);
	rules_free(&a.rules);
	return stream_end(&a.stream, STATUS_DONE);
}
