/*
 * name: when two names mean the same person, outlet or organisation. Accents, case and endings
 * that transliteration wavers on are set aside ("Syrskyi", "Syrsky"); persons go by surname, as
 * long as their first names do not contradict.
 */
#ifndef NAME_H
#define NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "words.h"

enum {
	NAME_WORDS = 12 /* of a name are compared */
};

struct name {
	uint32_t words[NAME_WORDS]; /* hashes; those that tell nothing ("the", "of") left out */
	uint32_t initials[NAME_WORDS];
	size_t count;
	bool speaks; /* it held a word for who speaks for others ("spokesman"), left out */
};

/* `scratch` is cleared. */
void name_read(struct name *name, const struct lexicon *lexicon, struct slice text,
	struct buffer *scratch);

/* Whether both can be one person: "Zelensky", "Volodymyr Zelenskyy", "V. Zelensky". */
bool name_same_person(const struct name *a, const struct name *b);

/* Whether they hold the same words, whatever their order. */
bool name_same_words(const struct name *a, const struct name *b);

/* Whether one of them holds all words of the other: "the Herald", "Boston Herald". */
bool name_within(const struct name *a, const struct name *b);

#endif
