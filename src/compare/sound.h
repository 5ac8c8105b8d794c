/*
 * sound: how a name sounds, roughly: its consonants, those told apart that no transliteration
 * takes for one another. "Дорошенко", "Doroschenko", "Dorochenko", "Doroszenko" are one; so are
 * "Serhii" and "Sergei", but not "Maria" and "Mario".
 */
#ifndef SOUND_H
#define SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "map.h"
#include "slice.h"
#include "tables.h"

struct sound {
	uint32_t consonants; /* one after another */
	uint8_t count;       /* of them; those beyond the first eight are left out */
	bool in_a;           /* the name ends with an a: it may be a woman's */
};

/* Adds to the sounds of a language what a row of src/lang/root/sounds.tsv says of some letters.
 */
void sounds_take(struct map *sounds, const struct slice field[TABLE_FIELDS]);

/* The sound of a word of a name in lower case, without accents, in Latin letters. */
struct sound sound_of(struct slice word, const struct map *sounds);

/* Whether both may be one name. */
bool sound_same(const struct sound *a, const struct sound *b);

/* Whether a surname says enough; `alone`: without a first name. */
bool sound_tells(const struct sound *surname, bool alone);

#endif
