#include "quote.h"

#include <stdlib.h>

#include "error.h"

enum {
	WORDS_MIN = 4, /* of a quotation that is compared with others */
};

static const struct lexicon *
lexicon_for(const struct quotes *quotes, size_t sentence)
{
	return lexicon_of(quotes->lexicons, corpus_report(quotes->corpus, sentence)->language);
}

struct slice
quotes_text(const struct quotes *quotes, size_t sentence)
{
	struct slice text = quotes->corpus->sentences[sentence].text;
	return text.len > PASSAGE_MAX ? slice_cut(text, 0, PASSAGE_MAX) : text;
}

void
quotes_make(const struct quotes *quotes, struct passage *passage, size_t quote)
{
	const struct quote *from = &quotes->items[quote];
	passage_make(passage, lexicon_for(quotes, from->sentence),
		quotes_text(quotes, from->sentence), quotes->parts + from->first, from->count);
}

void
quotes_make_part(const struct quotes *quotes, struct passage *passage, size_t sentence,
	struct quoted part)
{
	passage_make(passage, lexicon_for(quotes, sentence), quotes_text(quotes, sentence),
		&part, 1);
}

static void
keep_terms(struct quotes *quotes, struct quote *quote, const struct passage *passage)
{
	quote->first_term = (uint32_t)quotes->term_count;
	quote->terms = (uint32_t)passage->count;
	if (quotes->term_count + passage->count > UINT32_MAX)
		die("more words than one process can hold");
	quotes->terms = memory_reserve(quotes->terms, &quotes->term_capacity,
		quotes->term_count + passage->count, sizeof *quotes->terms);
	for (size_t i = 0; i < passage->count; i++)
		quotes->terms[quotes->term_count++] = term_of(&passage->words[i]);
}

static void
keep(struct quotes *quotes, size_t sentence, const struct marks *marks, struct passage *scratch)
{
	quotes->parts = memory_reserve(quotes->parts, &quotes->part_capacity,
		quotes->part_count + marks->count, sizeof *quotes->parts);
	memcpy(quotes->parts + quotes->part_count, marks->items,
		marks->count * sizeof *quotes->parts);
	quotes->items = memory_reserve(
		quotes->items, &quotes->capacity, quotes->count + 1, sizeof *quotes->items);
	struct quote *quote = &quotes->items[quotes->count];
	*quote = (struct quote){.sentence = (uint32_t)sentence,
		.first = (uint32_t)quotes->part_count,
		.count = (uint32_t)marks->count};
	quotes_make(quotes, scratch, quotes->count);
	if (scratch->count < WORDS_MIN)
		return;
	quote->words = (uint32_t)passage_words(scratch);
	keep_terms(quotes, quote, scratch);
	quotes->part_count += marks->count;
	quotes->count++;
}

void
quotes_read(struct quotes *quotes, const struct corpus *corpus, struct lexicons *lexicons)
{
	*quotes = (struct quotes){.corpus = corpus, .lexicons = lexicons};
	struct marks marks = {0};
	struct passage scratch = {0};
	for (size_t i = 0; i < corpus->sentence_count; i++) {
		marks_find(&marks, quotes_text(quotes, i));
		if (marks.count > 0)
			keep(quotes, i, &marks, &scratch);
	}
	marks_free(&marks);
	passage_free(&scratch);
	quotes->of_sentences =
		memory_new_zeroed(corpus->sentence_count, sizeof *quotes->of_sentences);
	for (size_t i = 0; i < quotes->count; i++)
		quotes->of_sentences[quotes->items[i].sentence] = (uint32_t)i + 1;
}

void
quotes_free(struct quotes *quotes)
{
	free(quotes->items);
	free(quotes->parts);
	free(quotes->terms);
	free(quotes->of_sentences);
}
