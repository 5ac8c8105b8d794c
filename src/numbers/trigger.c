#include "trigger.h"

#include <string.h>

#include "utf8.h"

enum {
	ROLES = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_MULTIPLE |
		ROLE_UNIT | ROLE_CURRENCY | ROLE_MONTH | ROLE_WEEKDAY | ROLE_SEASON |
		ROLE_DAYPART | ROLE_DAY | ROLE_FESTIVAL,
	LONGEST_WORD = 64,
};

enum byte_class {
	BYTE_OTHER,
	BYTE_LETTER, /* and all of UTF-8 beyond ASCII */
	BYTE_DIGIT,
};

static const unsigned char classes[256] = {
	['0'] = BYTE_DIGIT,
	['1'] = BYTE_DIGIT,
	['2'] = BYTE_DIGIT,
	['3'] = BYTE_DIGIT,
	['4'] = BYTE_DIGIT,
	['5'] = BYTE_DIGIT,
	['6'] = BYTE_DIGIT,
	['7'] = BYTE_DIGIT,
	['8'] = BYTE_DIGIT,
	['9'] = BYTE_DIGIT,
#define LETTERS_4(c)                                                                           \
	[c] = BYTE_LETTER, [c + 1] = BYTE_LETTER, [c + 2] = BYTE_LETTER, [c + 3] = BYTE_LETTER
#define LETTERS_16(c) LETTERS_4(c), LETTERS_4(c + 4), LETTERS_4(c + 8), LETTERS_4(c + 12)
	LETTERS_16('A'),
	LETTERS_4('Q'),
	LETTERS_4('U'),
	['Y'] = BYTE_LETTER,
	['Z'] = BYTE_LETTER,
	LETTERS_16('a'),
	LETTERS_4('q'),
	LETTERS_4('u'),
	['y'] = BYTE_LETTER,
	['z'] = BYTE_LETTER,
	LETTERS_16(0x80),
	LETTERS_16(0x90),
	LETTERS_16(0xa0),
	LETTERS_16(0xb0),
	LETTERS_16(0xc0),
	LETTERS_16(0xd0),
	LETTERS_16(0xe0),
	LETTERS_16(0xf0),
};

static unsigned
prefix_of(const char *word)
{
	unsigned char first = (unsigned char)word[0], second = (unsigned char)word[1];
	first = first >= 'A' && first <= 'Z' ? first | 0x20 : first;
	second = second >= 'A' && second <= 'Z' ? second | 0x20 : second;
	return (unsigned)first << 8 | second;
}

static void
add_prefix(struct trigger *trigger, unsigned prefix)
{
	trigger->prefixes[prefix / 64] |= UINT64_C(1) << prefix % 64;
}

void
trigger_read(struct trigger *trigger, const struct lexicon *lexicon)
{
	*trigger = (struct trigger){.lexicon = lexicon};
	for (size_t i = 0; i < lexicon->words.capacity; i++) {
		const struct map_slot *slot = &lexicon->words.slots[i];
		if (slot->hash && slot->key.len >= 2 &&
			lexicon->entries[slot->value].roles & ROLES)
			add_prefix(trigger, prefix_of(slot->key.data));
	}
}

static size_t
end_of_word(struct slice text, size_t at)
{
	while (at < text.len && classes[(unsigned char)text.data[at]] == BYTE_LETTER)
		at++;
	return at;
}

/* Looks the word up; one that is not all ASCII is taken for a trigger, as it may begin with a
 * capital or be a digit or a fraction of another script. */
static bool
is_trigger(const struct trigger *trigger, struct slice word)
{
	char lower[LONGEST_WORD];
	if (word.len > sizeof lower)
		return false;
	for (size_t i = 0; i < word.len; i++) {
		unsigned char byte = (unsigned char)word.data[i];
		if (byte >= 0x80)
			return true;
		lower[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
	}
	const struct entry *entry =
		lexicon_find(trigger->lexicon, (struct slice){lower, word.len});
	return entry && entry->roles & ROLES;
}

bool
trigger_find(const struct trigger *trigger, struct slice text)
{
	size_t at = 0;
	while (at < text.len) {
		unsigned char class = classes[(unsigned char)text.data[at]];
		if (class == BYTE_DIGIT)
			return true;
		if (class == BYTE_OTHER) {
			at++;
			continue;
		}
		size_t end = end_of_word(text, at);
		if (end - at >= 2) {
			unsigned prefix = prefix_of(text.data + at);
			if (trigger->prefixes[prefix / 64] >> prefix % 64 & 1 &&
				is_trigger(trigger, slice_cut(text, at, end)))
				return true;
		}
		at = end;
	}
	return false;
}
