/* passage: the words of a quotation or of a whole sentence, and where they are broken off. */
#ifndef PASSAGE_H
#define PASSAGE_H

#include "align.h"
#include "marks.h"
#include "words.h"

/* All zero before its first use; it owns its items until passage_free(). */
struct passage {
	struct word *words; /* offsets are into the sentence */
	bool *breaks; /* before word i the text was cut ("…", "[ ]", another quotation) */
	size_t count, capacity, break_capacity;

	/* private */
	struct words part;
};

/* Fills `passage` with the words of the parts of a sentence. */
void passage_make(struct passage *passage, const struct lexicon *lexicon, struct slice sentence,
	const struct quoted *parts, size_t count);

/* Whether the words are the same ones. */
bool passage_same(const struct passage *a, const struct passage *b);

/* Whether each run of words of `shorter` stands unbroken in `longer`. */
bool passage_cut(const struct passage *shorter, const struct passage *longer);

void passage_free(struct passage *passage);

#endif
