/*
 * train: learns the tagger's weights from annotated news and writes them to standard output.
 * The same news gives the same weights, byte for byte.
 */
#include <stdlib.h>

#include "corpus.h"
#include "error.h"
#include "memory.h"
#include "output.h"
#include "perceptron.h"
#include "../quotes.h"
#include "../speech.h"

/* Attitudes ("hopes", "supports") are no speech: they are not learned. */
static bool
is_reporting(const struct article *article, const struct finding *finding)
{
	const struct word *words = article->words.items;
	for (uint32_t i = finding->cue.start; i < finding->cue.end; i++)
		if (words[i].traits & (CUE_SPEECH | CUE_THAT | CUE_ACT | CUE_BY))
			return true;
	for (uint32_t k = 0; k < finding->content_count; k++)
		for (uint32_t i = finding->contents[k].start; i < finding->contents[k].end; i++)
			if (words[i].quoting == QUOTING_IN)
				return true;
	return false;
}

static void
keep_reporting(const struct article *article, struct findings *gold)
{
	size_t kept = 0;
	for (size_t i = 0; i < gold->count; i++)
		if (is_reporting(article, &gold->items[i]))
			gold->items[kept++] = gold->items[i];
	gold->count = kept;
}

struct training {
	struct perceptron perceptron;
	struct views views;
	struct findings found;
	struct buffer rules;
};

static void
add_paragraph(struct training *training, const struct article *article,
	const struct paragraph *paragraph, const struct findings *gold)
{
	size_t count = paragraph->words.end - paragraph->words.start;
	buffer_clear(&training->rules);
	uint8_t *rules = (uint8_t *)buffer_reserve(&training->rules, count + 1);
	training->found.count = 0;
	speech_find(article, paragraph, &training->found);
	labels_write(training->found.items, training->found.count, paragraph->words, rules);
	views_fill(&training->views, article, paragraph, rules);
	uint8_t *labels;
	uint64_t(*features)[FEATURES] = perceptron_add(&training->perceptron, count, &labels);
	for (size_t i = 0; i < count; i++)
		features_of(&training->views, i, features[i]);
	labels_write(gold->items, gold->count, paragraph->words, labels);
}

static void
add_article(struct training *training, const struct article *article, struct findings *gold)
{
	bool open = false;
	for (size_t p = 0; p < article->paragraph_count; p++)
		open = quotes_mark(&article->words, buffer_slice(&article->text),
			article->paragraphs[p].words, open);
	keep_reporting(article, gold);
	for (size_t p = 0; p < article->paragraph_count; p++)
		if (article->paragraphs[p].tagged)
			add_paragraph(training, article, &article->paragraphs[p], gold);
}

static void
training_free(struct training *training)
{
	perceptron_free(&training->perceptron);
	views_free(&training->views);
	findings_free(&training->found);
	buffer_free(&training->rules);
}

int
main(int argc, char **argv)
{
	error_begin("train");
	if (argc != 2)
		die("usage: train FOLDER");
	struct lexicon *lexicons = NULL;
	struct corpus corpus;
	corpus_open(&corpus, argv[1], lexicon_of(&lexicons, NULL, "en"));
	struct training training = {0};
	struct article article = {0};
	struct findings gold = {0};
	while (corpus_next(&corpus, &article, &gold))
		add_article(&training, &article, &gold);
	perceptron_learn(&training.perceptron);

	struct weights *weights = memory_new(sizeof *weights);
	struct output output;
	perceptron_weights(&training.perceptron, weights);
	output_begin(&output);
	buffer_add(&output.pending, (struct slice){(const char *)weights, sizeof *weights});
	free(weights);
	corpus_close(&corpus);
	article_free(&article);
	findings_free(&gold);
	training_free(&training);
	lexicon_free(lexicons);
	return output_end(&output, STATUS_DONE);
}
