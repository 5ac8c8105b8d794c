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

/* All zero before its first use; owns its memory until retelling_free(). */
struct retelling {
	/* private */
	struct compared compared;
	size_t count; /* of the terms that it was compared with last */
	bool read;    /* the words of the sentence taken are in `words_a` */
	struct passage words_a, words_b;
};

/* Takes a sentence that others behind it are compared with; its terms must stay. */
void retelling_take(struct retelling *retelling, const uint32_t *terms, size_t count);

/*
 * How alike the sentence taken and the one of these terms are; anything below `least` where
 * they are less.
 */
float retelling_similarity(
	struct retelling *retelling, const uint32_t *terms, size_t count, float least);

/* The text of a sentence and the language it is in. */
struct told {
	struct slice text;
	const struct lexicon *lexicon;
};

/*
 * How b tells a, the sentence taken; to be called right behind retelling_similarity(), where
 * the two are alike.
 */
enum retelling_kind retelling_kind(struct retelling *retelling, struct told a, struct told b);

void retelling_free(struct retelling *retelling);

/* Adds the fields of kind and similarity to a record. */
void retelling_write(struct buffer *to, enum retelling_kind kind, float similarity);

#endif
