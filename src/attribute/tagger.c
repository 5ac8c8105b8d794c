#include "tagger.h"

#include "cues.h"
#include "lexicon.h"
#include "weights.h"

enum {
	MUTE_COST = 100, /* what it costs to say that a word is nothing: it weighs misses
			    against errors */
};

/* Where the weights of a feature may stand, and the fingerprint that tells, four times. */
struct place {
	const struct weights_bucket *bucket;
	uint32_t fingerprints;
};

/* Sixteen weights as they are read: the row's first stands second. */
struct row {
	int8_t weights[LABELS];
};

/* What stands before a row belongs to the same bucket: reading it needs no second line. */
_Static_assert(offsetof(struct weights_bucket, rows) > 0, "a byte stands before the rows");

static const struct row no_row;

/* The feature's row; one of zeros where it has none. Without a branch: it would be guessed
 * wrong. */
static struct row
row_at(const struct place *place)
{
	uint32_t all;
	memcpy(&all, place->bucket->fingerprints, sizeof all);
	uint32_t differ = all ^ place->fingerprints;
	uint32_t same = (differ - 0x01010101u) & ~differ & 0x80808080u;
	size_t at = (size_t)__builtin_ctz(same | 0x80000000u) / 8;
	size_t before = offsetof(struct weights_bucket, rows) - 1;
	const char *found = (const char *)place->bucket + before + at * (LABELS - 1);
	struct row row;
	memcpy(&row, same ? found : (const char *)&no_row, sizeof row);
	return row;
}

/* Finds the places of a word's weights and has the processor fetch them. */
static void
fetch_places(const struct views *views, size_t at, struct place places[FEATURES])
{
	uint64_t features[FEATURES];
	features_of(views, at, features);
	for (int i = 0; i < FEATURES; i++) {
		places[i].bucket = &tagger_weights.buckets[weights_place(features[i])];
		places[i].fingerprints = 0x01010101u * weights_fingerprint(features[i]);
		__builtin_prefetch(places[i].bucket);
	}
}

static void
score_places(int32_t score[LABELS], const struct place places[FEATURES])
{
	int16_t sum[LABELS] = {0};
	for (int i = 0; i < FEATURES; i++) {
		struct row row = row_at(&places[i]);
		for (int label = 0; label < LABELS; label++)
			sum[label] += row.weights[label];
	}
	for (int label = 0; label < LABEL_UNUSED; label++)
		score[label] = sum[label + 1];
	score[LABEL_UNUSED] = SCORE_NEVER;
	score[LABEL_O] -= MUTE_COST;
}

/* A word is scored when the weights of the one behind it are on their way. */
static void
score_words(struct tagger *tagger, size_t start, size_t end)
{
	struct place places[2][FEATURES];
	if (start < end)
		fetch_places(&tagger->views, start, places[start & 1]);
	for (size_t at = start; at < end; at++) {
		if (at + 1 < end)
			fetch_places(&tagger->views, at + 1, places[(at + 1) & 1]);
		score_places(tagger->scores.items[at], places[at & 1]);
	}
}

/* A word of a mute sentence can have no label but LABEL_O. */
static void
score_mute(struct tagger *tagger, size_t start, size_t end)
{
	for (size_t at = start; at < end; at++)
		for (int label = 0; label < LABELS; label++)
			tagger->scores.items[at][label] = label == LABEL_O ? 0 : SCORE_NEVER;
}

/* A sentence without cue and quotation marks says nothing for anybody. */
static bool
is_mute(const struct word *words, struct range sentence)
{
	for (uint32_t i = sentence.start; i < sentence.end; i++)
		if (words[i].quoting != QUOTING_NONE ||
			(words[i].traits & CUE_ANY && cues_is_cue(words, sentence, i)))
			return false;
	return true;
}

static bool
is_all_mute(const struct article *article, const struct paragraph *paragraph)
{
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++)
		if (!is_mute(article->words.items, article->sentences[s].words))
			return false;
	return true;
}

void
tagger_label(struct tagger *tagger, const struct article *article,
	const struct paragraph *paragraph, uint8_t *labels)
{
	size_t count = paragraph->words.end - paragraph->words.start;
	if (is_all_mute(article, paragraph)) {
		for (size_t i = 0; i < count; i++)
			labels[i] = LABEL_O;
		return;
	}
	views_fill(&tagger->views, article, paragraph, labels);
	scores_reserve(&tagger->scores, count);
	for (uint32_t s = paragraph->sentences.start; s < paragraph->sentences.end; s++) {
		struct range words = article->sentences[s].words;
		size_t start = words.start - paragraph->words.start;
		size_t end = words.end - paragraph->words.start;
		if (is_mute(article->words.items, words))
			score_mute(tagger, start, end);
		else
			score_words(tagger, start, end);
	}
	scores_decode(&tagger->scores, &tagger_weights.steps, count, labels);
}

void
tagger_free(struct tagger *tagger)
{
	views_free(&tagger->views);
	scores_free(&tagger->scores);
}
