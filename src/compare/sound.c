#include "sound.h"

enum {
	CONSONANTS = 8,
	BITS = 4,    /* for each */
	LETTERS = 4, /* that stand for one or two */
	LEAST = 2,   /* consonants of a surname, */
	LONGER = 4,  /* and of one that stands for itself */
};

/* Consonants, as far as they are told apart, and some of their letters. */
enum consonant {
	VOWEL,
	LIPS,     /* b, p */
	SIBILANT, /* s, z, sh, ch, ts */
	TEETH,    /* d, t */
	BREATH,   /* f, v, w */
	THROAT,   /* g, h, kh */
	BACK,     /* k, q */
	SIDE,     /* l */
	CLOSED,   /* m */
	NOSE,     /* n */
	ROLLED,   /* r */
};

static const char *const names[] = {[LIPS] = "lips",
	[SIBILANT] = "sibilant",
	[TEETH] = "teeth",
	[BREATH] = "breath",
	[THROAT] = "throat",
	[BACK] = "back",
	[SIDE] = "side",
	[CLOSED] = "closed",
	[NOSE] = "nose",
	[ROLLED] = "rolled"};

static enum consonant
consonant_named(struct slice name)
{
	for (unsigned i = LIPS; i <= ROLLED; i++)
		if (slice_is(name, names[i]))
			return i;
	return VOWEL;
}

void
sounds_take(struct map *sounds, const struct slice field[TABLE_FIELDS])
{
	uint32_t first = consonant_named(field[1]), second = consonant_named(field[2]);
	*map_add(sounds, field[0], 0, NULL) = first | second << BITS;
}

/* What the text begins with, the longest letters that are known; `*len`: their bytes. */
static uint32_t
sound_at(const struct map *sounds, struct slice text, size_t *len)
{
	for (*len = text.len < LETTERS ? text.len : LETTERS; *len > 0; --*len) {
		const uint32_t *sound = map_find(sounds, slice_cut(text, 0, *len));
		if (sound)
			return *sound;
	}
	*len = 1;
	return VOWEL;
}

static void
add(struct sound *sound, enum consonant consonant)
{
	if (sound->count == CONSONANTS)
		return;
	sound->consonants = sound->consonants << BITS | consonant;
	sound->count++;
}

struct sound
sound_of(struct slice word, const struct map *sounds)
{
	struct sound sound = {.in_a = word.len > 0 && word.data[word.len - 1] == 'a'};
	enum consonant last = VOWEL;
	for (size_t at = 0, len; at < word.len; at += len) {
		uint32_t next = sound_at(sounds, slice_cut(word, at, word.len), &len);
		do {
			enum consonant consonant = next & ((1u << BITS) - 1);
			if (consonant != VOWEL && consonant != last)
				add(&sound, consonant);
			last = consonant;
			next >>= BITS;
		} while (next > 0);
	}
	return sound;
}

bool
sound_same(const struct sound *a, const struct sound *b)
{
	return a->consonants == b->consonants && a->in_a == b->in_a && a->count > 0;
}

bool
sound_tells(const struct sound *surname, bool alone)
{
	return surname->count >= (alone ? LONGER : LEAST);
}
