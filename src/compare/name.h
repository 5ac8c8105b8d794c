/*
 * name: when two names mean the same person, outlet or organisation. Accents, case, script and
 * endings that transliteration wavers on are set aside ("Сирський", "Syrskyi", "Syrsky");
 * persons go by surname, as long as their first names do not contradict, or by the sound of
 * both; of others the words that tables know count by their stems, in English ("autoridades",
 * "authorities"), offices as English names them.
 */
#ifndef NAME_H
#define NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "lexicon.h"
#include "sound.h"

enum {
	NAME_WORDS = 12 /* of a name are compared */
};

struct name {
	uint32_t words[NAME_WORDS]; /* hashes; those that tell nothing ("the", "of") left out */
	uint32_t initials[NAME_WORDS];
	size_t count;
	bool speaks;      /* it held a word for who speaks for others ("spokesman"), left out */
	bool institution; /* it speaks on record: "the military" */
	bool people;      /* some people of it do: "military officials" */
	bool common;      /* all its words are known ones: "the interior minister" */
	uint32_t acronym; /* of its letters, where it is one: "WHO"; else 0 */
	uint32_t letters; /* what an acronym of it would be; 0 where it has one word */
	bool body;        /* it is an office's and no person's: "Luftwaffe" */
};

/* All zero before its first use. */
struct name_scratch {
	struct buffer low, word;
};

void name_scratch_free(struct name_scratch *scratch);

/* `person`: the text is somebody's own name. */
void name_read(struct name *name, const struct lexicon *lexicon, struct slice text, bool person,
	struct name_scratch *scratch);

/* How many characters a name has, in whichever script. */
size_t name_length(struct slice text);

/* Whether both can be one person: "Zelensky", "Volodymyr Zelenskyy", "V. Zelensky". */
bool name_same_person(const struct name *a, const struct name *b);

/* How a person's name sounds. */
struct name_sound {
	struct sound given, surname;
	bool alone; /* there is no first name */
};

struct name_sound name_sound(
	const struct lexicon *lexicon, struct slice text, struct name_scratch *scratch);

/* name_same_person() by ear, for names that come in two languages: "Serhii Lysak", "Сергей
 * Лысак". */
bool name_sounds_same(const struct name_sound *a, const struct name_sound *b);

/* Whether they hold the same words, whatever their order. */
bool name_same_words(const struct name *a, const struct name *b);

/* Whether one of them holds all words of the other: "the Herald", "Boston Herald". */
bool name_within(const struct name *a, const struct name *b);

#endif
