#include "tagger.h"

#include "cues.h"
#include "weights.h"

enum {
	MUTE_COST = 100, /* what it costs to say that a word is nothing: it weighs misses
			    against errors */
};

static const int8_t no_row[LABELS];

/* The feature's row; one of zeros where it has none. Without a branch: it would be guessed
 * wrong. */
static const int8_t *
row_of(uint64_t feature)
{
	const struct weights_bucket *bucket = &tagger_weights.buckets[weights_place(feature)];
	uint32_t all;
	memcpy(&all, bucket->fingerprints, sizeof all);
	uint32_t differ = all ^ 0x01010101u * weights_fingerprint(feature);
	uint32_t same = (differ - 0x01010101u) & ~differ & 0x80808080u;
	int row = __builtin_ctz(same | 0x80000000u) / 8;
	return same ? bucket->rows[row] : no_row;
}

static void
score_features(int32_t score[LABELS], const uint64_t features[FEATURES])
{
	int16_t sum[LABELS] = {0};
	for (int i = 0; i < FEATURES; i++)
		__builtin_prefetch(&tagger_weights.buckets[weights_place(features[i])]);
	for (int i = 0; i < FEATURES; i++) {
		int8_t row[LABELS];
		memcpy(row, row_of(features[i]), sizeof row);
		for (int label = 0; label < LABELS; label++)
			sum[label] += row[label];
	}
	for (int label = 0; label < LABELS; label++)
		score[label] = sum[label];
	score[LABEL_O] -= MUTE_COST;
}

/* A word of a mute sentence can have no label but LABEL_O. */
static void
score_word(struct tagger *tagger, size_t at, bool mute)
{
	int32_t *score = tagger->scores.items[at];
	uint64_t features[FEATURES];
	if (mute) {
		for (int label = 0; label < LABELS; label++)
			score[label] = label == LABEL_O ? 0 : SCORE_NEVER;
		return;
	}
	features_of(&tagger->views, at, features);
	score_features(score, features);
}

/* A sentence without cue and quotation marks says nothing for anybody. */
static bool
is_mute(const struct word *words, struct range sentence)
{
	for (uint32_t i = sentence.start; i < sentence.end; i++)
		if (words[i].quoting != QUOTING_NONE || cues_is_cue(words, sentence, i))
			return false;
	return true;
}

void
tagger_label(struct tagger *tagger, const struct article *article,
	const struct paragraph *paragraph, uint8_t *labels)
{
	size_t count = paragraph->words.end - paragraph->words.start;
	views_fill(&tagger->views, article, paragraph, labels);
	scores_reserve(&tagger->scores, count);
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		struct range words = article->sentences[s].words;
		bool mute = is_mute(article->words.items, words);
		for (uint32_t w = words.start; w < words.end; w++)
			score_word(tagger, w - paragraph->words.start, mute);
	}
	scores_decode(&tagger->scores, &tagger_weights.steps, count, labels);
}

void
tagger_free(struct tagger *tagger)
{
	views_free(&tagger->views);
	scores_free(&tagger->scores);
}
