#include "trigger.h"

#include <string.h>

#include "octets.h"
#include "utf8.h"

enum {
	ROLES = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_GLYPH |
		ROLE_MULTIPLE | ROLE_UNIT | ROLE_CURRENCY | ROLE_MONTH | ROLE_WEEKDAY |
		ROLE_SEASON | ROLE_DAYPART | ROLE_DAY | ROLE_FESTIVAL,
	/* units and currencies stand behind a number, which is found by its own words */
	LEADING = ROLES & ~(ROLE_UNIT | ROLE_CURRENCY),
};

enum byte_class {
	BYTE_OTHER,
	BYTE_LETTER,
	BYTE_DIGIT,
};

/* All of UTF-8 beyond ASCII counts as letters. */
static enum byte_class
class_of(unsigned char byte)
{
	if ((unsigned)(byte | 0x20) - 'a' < 26 || byte >= 0x80)
		return BYTE_LETTER;
	return (unsigned)byte - '0' < 10 ? BYTE_DIGIT : BYTE_OTHER;
}

static bool
is_word(const struct entry *entry)
{
	return entry->roles & (ROLES | ROLE_LEAD) ||
	       entry->operators & (OP(QUARTER) | OP(WEEKEND));
}

/* The first word of a phrase is a trigger where none of its words is one by itself. */
static void
mark_lead(struct lexicon *lexicon, struct slice phrase)
{
	struct slice rest = phrase, first = {0};
	while (rest.len > 0) {
		const char *space = memchr(rest.data, ' ', rest.len);
		size_t len = space ? (size_t)(space - rest.data) : rest.len;
		struct slice word = slice_cut(rest, 0, len);
		const struct entry *entry = lexicon_find(lexicon, word);
		if (entry && is_word(entry))
			return;
		first = first.len ? first : word;
		rest = slice_cut(rest, space ? len + 1 : len, rest.len);
	}
	lexicon->entries[*map_find(&lexicon->words, first)].roles |= ROLE_LEAD;
}

static void
add(struct trigger *trigger, struct slice word)
{
	unsigned hash = lexicon_filter(word.data, word.len);
	trigger->words[hash / 64] |= UINT64_C(1) << hash % 64;
}

void
trigger_read(struct trigger *trigger, struct lexicon *lexicon)
{
	*trigger = (struct trigger){.lexicon = lexicon};
	for (int byte = 0; byte < 256; byte++)
		trigger->classes[byte] = (unsigned char)class_of((unsigned char)byte);
	for (size_t i = 0; i < lexicon->words.capacity; i++) {
		const struct map_slot *slot = &lexicon->words.slots[i];
		if (slot->hash && lexicon->entries[slot->value].roles & LEADING &&
			memchr(slot->key.data, ' ', slot->key.len))
			mark_lead(lexicon, slot->key);
	}
	for (size_t i = 0; i < lexicon->words.capacity; i++) {
		const struct map_slot *slot = &lexicon->words.slots[i];
		if (slot->hash && is_word(&lexicon->entries[slot->value]))
			add(trigger, slot->key);
	}
}

/* General punctuation (E2 80 ..: quotation marks, dashes) is no part of a word. */
static bool
is_punctuation(struct slice text, size_t at)
{
	return (unsigned char)text.data[at] == 0xe2 && at + 2 < text.len &&
	       (unsigned char)text.data[at + 1] == 0x80;
}

/* The end of a run of letters; *all is all of the bits beyond its ASCII letters. */
static size_t
end_of_word(const struct trigger *trigger, struct slice text, size_t at, unsigned char *all)
{
	*all = 0;
	for (; at + 8 <= text.len; at += 8) {
		size_t letters = octets_letters(octets_read(text.data + at));
		if (letters < 8) {
			at += letters;
			break;
		}
	}
	for (; at < text.len && trigger->classes[(unsigned char)text.data[at]] == BYTE_LETTER;
		at++) {
		if (is_punctuation(text, at))
			break;
		*all |= (unsigned char)text.data[at];
	}
	return at;
}

static bool
is_trigger(struct trigger *trigger, struct slice word)
{
	buffer_clear(&trigger->lower);
	utf8_add_lower(&trigger->lower, word);
	const struct entry *entry =
		lexicon_find(trigger->lexicon, buffer_slice(&trigger->lower));
	uint64_t value;
	return entry ? is_word(entry)
		     : lexicon_compound(
			       trigger->lexicon, buffer_slice(&trigger->lower), &value);
}

/* Digits beyond ASCII, fractions and signs are among the words that are looked up. */
static bool
is_candidate(const struct trigger *trigger, struct slice word, unsigned char all)
{
	unsigned hash = lexicon_filter(word.data, word.len);
	return all >= 0x80 || trigger->lexicon->compounds ||
	       trigger->words[hash / 64] >> hash % 64 & 1;
}

/* Whether a word beyond ASCII has a digit of another script. */
static bool
has_digit(struct slice word)
{
	for (size_t at = 0, len; at < word.len; at += len)
		if (utf8_is_digit(utf8_decode(word, at, &len)))
			return true;
	return false;
}

bool
trigger_find(struct trigger *trigger, struct slice text)
{
	size_t at = 0;
	while (at < text.len) {
		unsigned char class = trigger->classes[(unsigned char)text.data[at]];
		unsigned char all;
		if (class == BYTE_DIGIT)
			return true;
		if (class == BYTE_OTHER) {
			at++;
			continue;
		}
		if (is_punctuation(text, at)) {
			at += 3;
			continue;
		}
		size_t end = end_of_word(trigger, text, at, &all);
		struct slice word = slice_cut(text, at, end);
		if (is_candidate(trigger, word, all) &&
			(is_trigger(trigger, word) || (all >= 0x80 && has_digit(word))))
			return true;
		at = end;
	}
	return false;
}

void
trigger_free(struct trigger *trigger)
{
	buffer_free(&trigger->lower);
}
