#include "tagger.h"

#include "cues.h"
#include "lexicon.h"
#include "weights.h"

enum {
	MUTE_COST = 100, /* what it costs to say that a word is nothing: it weighs misses
			    against errors */
};

/* Where the weights of a feature may stand, and what tells whether they are its own. */
struct place {
	uint32_t row;
	uint32_t fingerprint;
};

/* A row as it is added up: its first byte is none of the weights. */
struct bytes {
	int8_t of[LABELS];
};

_Static_assert(sizeof(struct weights_row) == sizeof(struct bytes), "a row is sixteen bytes");

/* Finds the places of a word's weights and has the processor fetch them. */
static void
fetch_places(const struct views *views, size_t at, struct place places[FEATURES])
{
	uint64_t features[FEATURES];
	features_of(views, at, features);
	for (int i = 0; i < FEATURES; i++) {
		places[i].row = weights_place(features[i]);
		places[i].fingerprint = weights_fingerprint(features[i]);
		__builtin_prefetch(&tagger_weights.rows[places[i].row]);
	}
}

/*
 * The feature's row; one of zeros where it has none. Told by the sign of a difference, without
 * a branch: it would be guessed wrong.
 */
static struct bytes
row_at(struct place place)
{
	uint32_t differ = tagger_weights.rows[place.row].fingerprint ^ place.fingerprint;
	uint32_t own = (uint32_t)((int32_t)(differ - 1) >> 31);
	uint32_t row = WEIGHTS_ROWS - ((WEIGHTS_ROWS - place.row) & own);
	struct bytes bytes;
	memcpy(&bytes, &tagger_weights.rows[row], sizeof bytes);
	return bytes;
}

static void
score_places(int16_t score[LABELS], const struct place places[FEATURES])
{
	int16_t sum[LABELS] = {0};
	for (int i = 0; i < FEATURES; i++) {
		struct bytes row = row_at(places[i]);
		for (int label = 0; label < LABELS; label++)
			sum[label] += row.of[label];
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
