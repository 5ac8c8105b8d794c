/* passage: the words of a quotation or of a whole sentence, and where they are broken off. */
#ifndef PASSAGE_H
#define PASSAGE_H

#include "marks.h"
#include "words.h"

enum {
	PASSAGE_MAX = 16384 /* bytes of a sentence that are looked at */
};

/* All zero before its first use; it owns its items until passage_free(). */
struct passage {
	struct word *words;      /* offsets are into the sentence */
	uint32_t *forms, *stems; /* of those words */
	bool *breaks; /* before word i the text was cut ("…", "[ ]", another quotation) */
	size_t count;
	size_t clitics; /* words that hang on the one before them: "we're", "don't" */

	/* private */
	size_t word_capacity, form_capacity, stem_capacity, break_capacity;
	struct words part;
};

/* How many words it has; "we're" is one. */
static inline size_t
passage_words(const struct passage *passage)
{
	return passage->count - passage->clitics;
}

/* Fills `passage` with the words of the parts of a sentence. */
void passage_make(struct passage *passage, const struct lexicon *lexicon, struct slice sentence,
	const struct quoted *parts, size_t count);

/* Whether the words are the same ones. */
bool passage_same(const struct passage *a, const struct passage *b);

/* A hash of the words. */
uint64_t passage_hash(const struct passage *passage);

/* Whether each run of words of `shorter` stands unbroken in `longer`. */
bool passage_cut(const struct passage *shorter, const struct passage *longer);

void passage_free(struct passage *passage);

#endif
