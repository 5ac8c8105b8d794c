#include "sound.h"

#include <string.h>

enum {
	CONSONANTS = 8,
	BITS = 4,   /* for each */
	LEAST = 2,  /* consonants of a surname, */
	LONGER = 4, /* and of one that stands for itself */
};

/* Consonants, as far as they are told apart, by some of their letters. */
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

/* Letters that stand for one consonant. */
struct spelling {
	const char *letters;
	enum consonant consonant;
	const char *languages; /* in which it is so; NULL: in all */
};

/* A longer one before a shorter one, a language's own before what holds in all. */
static const struct spelling spellings[] = {
	{"shch", SIBILANT, NULL},
	{"szcz", SIBILANT, "pl"},
	{"tsch", SIBILANT, NULL},
	{"dzh", SIBILANT, NULL},
	{"sch", SIBILANT, NULL},
	{"tch", SIBILANT, NULL},
	{"ch", THROAT, "cs de nl pl sk"},
	{"ch", SIBILANT, NULL},
	{"cz", SIBILANT, NULL},
	{"c", SIBILANT, "cs hr pl sk sl sr"},
	{"ce", SIBILANT, NULL},
	{"ci", SIBILANT, NULL},
	{"ck", BACK, NULL},
	{"dj", SIBILANT, NULL},
	{"gh", THROAT, NULL},
	{"kh", THROAT, NULL},
	{"ph", BREATH, NULL},
	{"rz", SIBILANT, "pl"},
	{"sh", SIBILANT, NULL},
	{"sz", SIBILANT, NULL},
	{"th", TEETH, NULL},
	{"ts", SIBILANT, NULL},
	{"tz", SIBILANT, NULL},
	{"zh", SIBILANT, NULL},
	{"j", SIBILANT, "en fr pt"},
	{"j", THROAT, "es"},
};

/* What the letters from a to z stand for, elsewhere. */
static const uint8_t single[] = {VOWEL, LIPS, BACK, TEETH, VOWEL, BREATH, THROAT, THROAT, VOWEL,
	VOWEL, BACK, SIDE, CLOSED, NOSE, VOWEL, LIPS, BACK, ROLLED, SIBILANT, TEETH, VOWEL,
	BREATH, BREATH, SIBILANT, VOWEL, SIBILANT};

/* The consonant at the beginning of the text; `*len` is how many bytes it takes. */
static enum consonant
consonant_at(struct slice text, const char *language, size_t *len)
{
	for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
		const struct spelling *spelling = &spellings[i];
		if (spelling->letters[0] != text.data[0])
			continue;
		*len = strlen(spelling->letters);
		if (*len <= text.len && memcmp(text.data, spelling->letters, *len) == 0 &&
			(!spelling->languages || strstr(spelling->languages, language)))
			return spelling->consonant;
	}
	*len = 1;
	bool is_letter = text.data[0] >= 'a' && text.data[0] <= 'z';
	return is_letter ? single[text.data[0] - 'a'] : VOWEL;
}

struct sound
sound_of(struct slice word, const char *language)
{
	struct sound sound = {.in_a = word.len > 0 && word.data[word.len - 1] == 'a'};
	enum consonant last = VOWEL;
	for (size_t at = 0, len; at < word.len && sound.count < CONSONANTS; at += len) {
		enum consonant next =
			consonant_at(slice_cut(word, at, word.len), language, &len);
		if (next != VOWEL && next != last) {
			sound.consonants = sound.consonants << BITS | next;
			sound.count++;
		}
		last = next;
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
