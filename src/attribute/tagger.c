#include "tagger.h"

#include "weights.h"
#include "cues.h"

enum {
	MUTE_COST = 90, /* what it costs to say that a word is nothing: it weighs misses
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
score_word(int32_t score[LABELS], const uint64_t features[FEATURES])
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

void
tagger_label(struct tagger *tagger, const struct article *article,
	const struct paragraph *paragraph, uint8_t *labels)
{
	size_t count = paragraph->words.end - paragraph->words.start;
	views_fill(&tagger->views, article, paragraph, labels);
	scores_reserve(&tagger->scores, count);
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		const struct sentence *sentence = &article->sentences[s];
		bool tells = false;
		for (uint32_t w = sentence->words.start; w < sentence->words.end && !tells; w++)
			tells = cues_is_cue(article->words.items, sentence->words, w) ||
				article->words.items[w].quoting;
		for (size_t i = sentence->words.start - paragraph->words.start;
			i < sentence->words.end - paragraph->words.start; i++) {
			if (!tells) {
				for (int l = 0; l < LABELS; l++)
					tagger->scores.items[i][l] = l ? -(1 << 20) : 0;
				continue;
			}
			uint64_t features[FEATURES];
			features_of(&tagger->views, article, paragraph, i, features);
			score_word(tagger->scores.items[i], features);
		}
	}
	scores_decode(&tagger->scores, &tagger_weights.steps, count, labels);
}

void
tagger_free(struct tagger *tagger)
{
	views_free(&tagger->views);
	scores_free(&tagger->scores);
}
