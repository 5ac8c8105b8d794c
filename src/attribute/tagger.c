#include "tagger.h"

#include "weights.h"

enum {
	MUTE_COST = 90, /* what it costs to say that a word is nothing: it weighs misses
			    against errors */
};

static void
add_row(int32_t score[LABELS], uint64_t feature)
{
	const struct weights_row *bucket = tagger_weights.rows[weights_bucket(feature)];
	int8_t fingerprint = weights_fingerprint(feature);
	for (int row = 0; row < WEIGHTS_ROWS; row++) {
		if (bucket[row].of[0] != fingerprint)
			continue;
		for (int label = 0; label < LABELS; label++)
			score[label] += bucket[row].of[label];
		return;
	}
}

static void
score_word(int32_t score[LABELS], const uint64_t features[FEATURES])
{
	for (int label = 0; label < LABELS; label++)
		score[label] = 0;
	score[LABEL_O] = -MUTE_COST;
	for (int i = 0; i < FEATURES; i++)
		__builtin_prefetch(tagger_weights.rows[weights_bucket(features[i])]);
	for (int i = 0; i < FEATURES; i++)
		add_row(score, features[i]);
}

void
tagger_label(struct tagger *tagger, const struct article *article,
	const struct paragraph *paragraph, uint8_t *labels)
{
	size_t count = paragraph->words.end - paragraph->words.start;
	static int32_t steps[LABELS][LABELS];
	memcpy(steps, tagger_weights.steps, sizeof steps);
	views_fill(&tagger->views, article, paragraph, labels);
	scores_reserve(&tagger->scores, count);
	for (size_t i = 0; i < count; i++) {
		uint64_t features[FEATURES];
		features_of(&tagger->views, article, paragraph, i, features);
		score_word(tagger->scores.items[i], features);
	}
	scores_decode(&tagger->scores, steps, count, labels);
}

void
tagger_free(struct tagger *tagger)
{
	views_free(&tagger->views);
	scores_free(&tagger->scores);
}
