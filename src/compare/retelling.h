/*
 * retelling: how a sentence tells another one's text again, seen from the two alone.
 */
#ifndef RETELLING_H
#define RETELLING_H

#include <stdbool.h>

#include "buffer.h"
#include "passage.h"
#include "similarity.h"

enum retelling_kind {
	RETELLING_VERBATIM,
	RETELLING_NEAR,
	RETELLING_PARAPHRASE,
};

/* A sentence to be compared. */
struct told {
	struct slice text;
	const struct lexicon *lexicon;
	const uint32_t *terms;
	size_t count;
};

/* All zero before its first use; owns its memory until retelling_free(). */
struct retelling {
	/* private */
	struct compared compared;
	struct told a;
	bool read; /* the words of a are in `words_a` */
	struct passage words_a, words_b;
};

/* Takes a sentence that others behind it are compared with; what it points to must stay. */
void retelling_take(struct retelling *retelling, const struct told *a);

/* How alike the sentence taken and b are; anything below `least` where they are less. */
float retelling_similarity(struct retelling *retelling, const struct told *b, float least);

/* How b tells the sentence taken; to be called right behind retelling_similarity(). */
enum retelling_kind retelling_kind(struct retelling *retelling, const struct told *b);

void retelling_free(struct retelling *retelling);

/* Adds the fields of kind and similarity to a record. */
void retelling_write(struct buffer *to, enum retelling_kind kind, float similarity);

#endif
