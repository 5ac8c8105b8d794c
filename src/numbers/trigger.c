#include "trigger.h"

#include <string.h>

#include "frozen.h"
#include "masks.h"
#include "octets.h"
#include "token.h"
#include "utf8.h"

enum {
	ROLES = ROLE_CARDINAL | ROLE_SCALE | ROLE_ORDINAL | ROLE_DENOMINATOR | ROLE_GLYPH |
		ROLE_MULTIPLE | ROLE_UNIT | ROLE_CURRENCY | ROLE_MONTH | ROLE_WEEKDAY |
		ROLE_DECADE | ROLE_SEASON | ROLE_DAYPART | ROLE_DAY | ROLE_FESTIVAL,
	/* units and currencies stand behind a number, which is found by its own words */
	LEADING = ROLES & ~(ROLE_UNIT | ROLE_CURRENCY),
};

#define SPANS (OP(QUARTER) | OP(WEEKEND))

static bool
is_word(const struct entry *entry)
{
	return entry->roles & (ROLES | ROLE_LEAD) || entry->operators & SPANS;
}

/* Whether the entry of a phrase is of one that tells a number or date. */
static bool
is_leading(const struct entry *entry)
{
	return entry->roles & LEADING || entry->operators & SPANS;
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
	lexicon->entries[words_find(&lexicon->words, first)].roles |= ROLE_LEAD;
}

void
trigger_mark(struct lexicon *lexicon, struct words_filter *beginnings)
{
	const struct words *words = &lexicon->words;
	for (size_t i = 0; i < words->places; i++) {
		struct slice word = words_of_item(words, &words->items[i]);
		if (word.len > 0 && is_leading(&lexicon->entries[words->items[i].value]) &&
			memchr(word.data, ' ', word.len))
			mark_lead(lexicon, word);
	}
	for (size_t i = 0; i < words->places; i++) {
		struct slice word = words_of_item(words, &words->items[i]);
		size_t len = word.len < WORDS_SHORT ? word.len : WORDS_SHORT;
		if (len > 0 && is_word(&lexicon->entries[words->items[i].value]))
			words_filter_add(beginnings, slice_cut(word, 0, len));
	}
}

void
trigger_read(struct trigger *trigger, struct lexicon *lexicon)
{
	*trigger = (struct trigger){.lexicon = lexicon};
	if (lexicon->made)
		trigger->beginnings = lexicon->made->beginnings;
	else
		trigger_mark(lexicon, &trigger->beginnings);
}

/* General punctuation (E2 80 ..: quotation marks, dashes) is no part of a word. */
static bool
is_punctuation(struct slice text, size_t at)
{
	return (unsigned char)text.data[at] == 0xe2 && at + 2 < text.len &&
	       (unsigned char)text.data[at + 1] == 0x80;
}

/* The end of a run of letters that begins there, all characters beyond ASCII among them. */
static size_t
end_of_letters(struct slice text, size_t at)
{
	for (; at < text.len; at++) {
		unsigned char byte = (unsigned char)text.data[at];
		if (byte < 0x80 ? token_kinds[byte] != TOKEN_LETTERS : is_punctuation(text, at))
			break;
	}
	return at;
}

/* Whether the word, in lower case, of which the lexicon has this entry, is one. */
static bool
is_trigger(const struct trigger *trigger, struct slice word, const struct entry *entry)
{
	uint64_t value;
	return lexicon_knows(entry) ? is_word(entry)
				    : lexicon_compound(trigger->lexicon, word, &value);
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

/* Digits beyond ASCII, fractions and signs are among the words that are looked up. */
static bool
is_trigger_beyond(struct trigger *trigger, struct slice word)
{
	buffer_clear(&trigger->lower);
	utf8_add_lower(&trigger->lower, word);
	struct slice lower = buffer_slice(&trigger->lower);
	return is_trigger(trigger, lower, lexicon_find(trigger->lexicon, lower)) ||
	       has_digit(word);
}

/* Whether a word that is all ASCII and in lower case is one. */
static bool
confirm_plain(const struct trigger *trigger, const char *word, size_t len)
{
	const struct lexicon *lexicon = trigger->lexicon;
	uint32_t known = words_find_within(&lexicon->words, &lexicon->words.index, word, len);
	return is_trigger(trigger, (struct slice){word, len}, &lexicon->entries[known]);
}

/* The same; most words do not begin as one does. */
static inline bool
is_trigger_plain(const struct trigger *trigger, const char *word, size_t len)
{
	size_t read = len < WORDS_SHORT ? len : WORDS_SHORT;
	return (words_filter_has(&trigger->beginnings, words_beginning(word, read)) ||
		       trigger->lexicon->compounds) &&
	       confirm_plain(trigger, word, len);
}

/* In a text without characters beyond ASCII that may be parts of words. */
static bool
find_plain(const struct trigger *trigger, const struct folded *folded)
{
	struct slice lower = folded_lower(folded);
	bool compounds = trigger->lexicon->compounds;
	uint64_t before = 0;
	for (size_t i = 0; i < folded->count; i++) {
		uint64_t letters = folded->blocks[i].letters;
		uint64_t behind = i + 1 < folded->count ? folded->blocks[i + 1].letters : 0;
		uint64_t starts = letters & ~(letters << 1 | before);
		before = letters >> 63;
		for (; starts; starts &= starts - 1) {
			unsigned bit = (unsigned)__builtin_ctzll(starts);
			size_t at = i * MASKS_BYTES + bit;
			uint64_t run = letters >> bit | behind << 1 << (63 - bit);
			size_t read = (size_t)__builtin_ctzll(~run | 1 << WORDS_SHORT);
			uint64_t beginning = words_beginning(lower.data + at, read);
			if (!words_filter_has(&trigger->beginnings, beginning) && !compounds)
				continue; /* most words */
			size_t end = octets_end_of_letters(lower, at);
			if (confirm_plain(trigger, lower.data + at, end - at))
				return true;
		}
	}
	return false;
}

static bool
find_any(struct trigger *trigger, struct slice lower)
{
	for (size_t at = 0, end; at < lower.len; at = end) {
		unsigned char kind = token_kinds[(unsigned char)lower.data[at]];
		end = at + 1;
		if (kind == TOKEN_LETTERS)
			end = octets_end_of_letters(lower, end);
		else if (kind != TOKEN_BEYOND)
			continue;
		if (is_punctuation(lower, at)) {
			end = at + 3;
		} else if (kind == TOKEN_BEYOND || (unsigned char)lower.data[end] >= 0x80) {
			end = end_of_letters(lower, end);
			if (is_trigger_beyond(trigger, slice_cut(lower, at, end)))
				return true;
		} else if (is_trigger_plain(trigger, lower.data + at, end - at)) {
			return true;
		}
	}
	return false;
}

bool
trigger_find(struct trigger *trigger, const struct folded *folded)
{
	if (folded->digits)
		return true;
	return folded->plain ? find_plain(trigger, folded)
			     : find_any(trigger, folded_lower(folded));
}

void
trigger_free(struct trigger *trigger)
{
	buffer_free(&trigger->lower);
}
