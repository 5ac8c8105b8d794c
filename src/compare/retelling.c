#include "retelling.h"

#include "record.h"
#include "rewording.h"

enum {
	PIECE = 5, /* words */
	MOVED = 4, /* words in a row that make a sentence one that was turned round */
};

static const double KEPT = 0.7, EXCHANGED = 0.16;

void
retelling_take(struct retelling *retelling, const uint32_t *terms, size_t count)
{
	retelling->read = false;
	compared_make(&retelling->compared, terms, count);
}

float
retelling_similarity(
	struct retelling *retelling, const uint32_t *terms, size_t count, float least)
{
	retelling->count = count;
	return similarity(&retelling->compared, terms, count, least);
}

/*
 * Whether the shorter one's words are mostly kept in order, three fifths of them or a few in
 * one piece, and few exchanged for others: one always may be.
 */
static bool
is_near(const struct rewording *rewording)
{
	size_t piece = (6 * rewording->shorter + 5) / 10;
	double shorter = (double)rewording->shorter;
	return (double)rewording->kept >= KEPT * shorter &&
	       (rewording->exchanged <= 1 ||
		       (double)rewording->exchanged <= EXCHANGED * shorter) &&
	       rewording->longest >= (piece < PIECE ? piece : PIECE) &&
	       rewording->moved < MOVED;
}

static void
read_words(struct passage *passage, struct told told)
{
	size_t len = told.text.len < PASSAGE_MAX ? told.text.len : PASSAGE_MAX;
	struct quoted all = {0, (uint32_t)len};
	passage_make(passage, told.lexicon, told.text, &all, 1);
}

/* What is near by its stems, as they were just aligned, is read again word for word. */
enum retelling_kind
retelling_kind(struct retelling *retelling, struct told a, struct told b)
{
	struct alignment *alignment = &retelling->compared.alignment;
	struct passage *words_a = &retelling->words_a, *words_b = &retelling->words_b;
	struct rewording rewording = rewording_of_alignment(
		alignment, retelling->compared.places.count, retelling->count);
	if (!is_near(&rewording))
		return RETELLING_PARAPHRASE;
	if (!retelling->read)
		read_words(words_a, a);
	retelling->read = true;
	read_words(words_b, b);
	if (passage_same(words_a, words_b))
		return RETELLING_VERBATIM;
	if (a.lexicon != b.lexicon) /* another language keeps names and numbers alone */
		return RETELLING_PARAPHRASE;
	rewording = rewording_of(
		alignment, (struct worded){a.text, words_a}, (struct worded){b.text, words_b});
	return is_near(&rewording) ? RETELLING_NEAR : RETELLING_PARAPHRASE;
}

void
retelling_free(struct retelling *retelling)
{
	compared_free(&retelling->compared);
	passage_free(&retelling->words_a);
	passage_free(&retelling->words_b);
}

/* "0.87": two decimals, 1 at most. */
static void
add_similarity(struct buffer *to, float similarity)
{
	unsigned hundredths = (unsigned)(similarity * 100 + 0.5f);
	if (hundredths >= 100) {
		record_add(to, SLICE("1"));
		return;
	}
	char text[] = {'0', '.', (char)('0' + hundredths / 10), (char)('0' + hundredths % 10)};
	record_add(to, (struct slice){text, sizeof text});
}

void
retelling_write(struct buffer *to, enum retelling_kind kind, float similarity)
{
	static const char *const names[] = {"verbatim", "near", "paraphrase"};
	record_add(to, slice_of(names[kind]));
	add_similarity(to, similarity);
}
