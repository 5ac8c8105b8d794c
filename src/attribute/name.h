/*
 * name: what a person's name looks like: a run of words with capitals, titles before it
 * ("President Vera M. de Groot").
 */
#ifndef NAME_H
#define NAME_H

#include "words.h"

/* Whether the word is written with a capital. */
static inline bool
name_is_capital(const struct word *word)
{
	return word->kind == WORD_LETTERS &&
	       (word->shape == SHAPE_CAPITAL || word->shape == SHAPE_UPPER ||
		       word->shape == SHAPE_MIXED);
}

/* Whether a particle stands here inside a name: Anna |de| Vries. */
bool name_is_particle(const struct word *words, uint32_t at, struct range around);

/* The end of the run of capitals that begins at `start`. */
uint32_t name_end(const struct word *words, uint32_t start, uint32_t end);

/* Whether a run of capitals is the name of an outlet by its last word: Norland Wire. */
bool name_is_outlet(const struct word *words, struct range run);

/* The run without the honorifics, roles and nationalities in front of a name. */
struct range name_strip(const struct word *words, struct range run);

/* Whether a run, stripped, looks like a person's name and not like another one. */
bool name_is_person(const struct word *words, struct range run);

/*
 * The person's name in a source that is written without spaces: it stands right behind its
 * title, 发言人毛林. Empty where there is none.
 */
struct range name_behind_title(
	const struct word *words, struct slice text, struct range source);

/* Whether two words may be cases of one name: Nowicki, Nowickiego. */
bool name_are_cases(struct slice a, struct slice b);

#endif
