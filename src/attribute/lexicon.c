#include "lexicon.h"

#include <stdlib.h>

#include "entries.h"

enum {
	BEFORE_CASE = 3,   /* bytes that stand before a case's ending at least */
	BEFORE_ENDING = 3, /* bytes that stand before an ending at least */
};

/* The longest phrase that begins with the word. */
static const struct entry *
phrase_at(const struct lexicon *lexicon, const struct words *words, size_t at)
{
	const struct entry *found = NULL;
	uint64_t hash = words->items[at].hash;
	for (size_t n = 1; n < PHRASE_WORDS && at + n < words->count &&
			   words->items[at + n].sentence == words->items[at].sentence;
		n++) {
		hash = words_hash_next(hash, words->items[at + n].hash);
		const struct entry *entry = entries_find(lexicon, hash);
		if (entry && entry->words == n + 1)
			found = entry;
	}
	return found;
}

/* What a noun is of itself gives way to what it is in the phrase: "coast guard". */
static void
mark_phrase(struct word *words, const struct entry *entry)
{
	const uint64_t cues =
		CUE_ANY | CUE_MANNER | CUE_NOUN | CUE_ING | CUE_BASE | CUE_PAST | CUE_VIA;
	const uint64_t nouns = NOUN_SOURCE | NOUN_PLURAL | NOUN_STAFF | NOUN_ROLE | LABEL_ANY;
	struct word *last = &words[entry->words - 1];
	if (entry->traits & nouns)
		last->traits = (last->traits & ~nouns) | (entry->traits & nouns);
	words[0].traits |= entry->traits & cues;
	for (size_t i = 0; i < entry->words; i++)
		words[i].traits |= entry->traits & ~(cues | nouns | PHRASE_BEGINS);
	words[0].entry_words = entry->words;
}

/* The point of an abbreviated title or first name: it ends no sentence. */
static void
mark_point(struct words *words, size_t at)
{
	struct word *point = &words->items[at];
	if (point->mark != '.' || point->spaced || at == 0)
		return;
	const struct word *before = point - 1;
	bool initial = before->shape == SHAPE_CAPITAL && before->end - before->start == 1;
	if (before->sentence == point->sentence && (initial || before->traits & NAME_HONORIFIC))
		point->traits |= NAME_POINT;
}

uint64_t
lexicon_traits(const struct lexicon *lexicon, struct slice word)
{
	const struct entry *entry = entries_find(lexicon, words_hash(word));
	return entry ? entry->traits : 0;
}

/* The entry of the longest ending from `len` bytes on downward, and how long it is. */
static const struct entry *
ending_of(const struct lexicon *lexicon, struct slice word, size_t *len)
{
	for (; *len > 0; (*len)--) {
		if (!(lexicon->endings >> *len & 1) || word.len < *len + BEFORE_ENDING)
			continue;
		const struct entry *entry = entries_find(
			lexicon, entries_ending(slice_cut(word, word.len - *len, word.len)));
		if (entry)
			return entry;
	}
	return NULL;
}

struct slice
lexicon_stem(const struct lexicon *lexicon, struct slice word)
{
	size_t len = ENDING_BYTES - 1;
	return ending_of(lexicon, word, &len) ? slice_cut(word, 0, word.len - len) : word;
}

/* What the longest ending known says of a word that no table has: Polizeisprecher. */
static void
mark_ending(const struct lexicon *lexicon, struct word *word, struct slice text)
{
	struct slice whole = slice_cut(text, word->start, word->end);
	for (size_t len = ENDING_BYTES - 1; len > 0; len--) {
		const struct entry *entry = ending_of(lexicon, whole, &len);
		if (!entry)
			return;
		uint64_t stem = 0;
		if (entry->traits & WORD_PRONOUN) { /* dit|-il|, but exist|-il| not */
			stem = lexicon_traits(lexicon, slice_cut(whole, 0, whole.len - len));
			if (!(stem & CUE_SPEECH))
				continue;
		}
		word->traits |= entry->traits | stem;
		word->mood = entry->mood;
		return;
	}
}

/* The noun for who speaks that such an ending hides; NULL where there is none. */
static const struct entry *
noun_of_case(const struct lexicon *lexicon, const struct case_ending *ending, struct slice word)
{
	uint64_t stem = words_hash(slice_cut(word, 0, word.len - ending->ending.len));
	for (size_t i = 0; i < ending->base_count; i++) {
		const struct entry *entry =
			entries_find(lexicon, words_hash_on(stem, ending->bases[i]));
		if (entry && entry->traits & (NOUN_SOURCE | NOUN_ROLE) && entry->words == 1)
			return entry;
	}
	return NULL;
}

/* „прокурорам“: the nouns for who speaks stand in their first case in the tables. */
static void
mark_case(const struct lexicon *lexicon, struct word *word, struct slice text)
{
	const uint64_t nouns = NOUN_SOURCE | NOUN_STAFF | NOUN_ROLE | NOUN_PLURAL;
	struct slice whole = slice_cut(text, word->start, word->end);
	size_t longest = 0;
	for (size_t i = 0; i < lexicon->case_count; i++) {
		const struct case_ending *ending = &lexicon->cases[i];
		if (ending->ending.len <= longest ||
			whole.len < ending->ending.len + BEFORE_CASE ||
			!slice_ends(whole, ending->ending))
			continue;
		const struct entry *entry = noun_of_case(lexicon, ending, whole);
		if (!entry)
			continue;
		longest = ending->ending.len;
		word->traits = (entry->traits & nouns) | (ending->plural ? NOUN_PLURAL : 0);
	}
}

void
lexicon_mark(const struct lexicon *lexicon, struct words *words, struct slice text, size_t from)
{
	for (size_t at = from; at < words->count; at++) {
		struct word *word = &words->items[at];
		mark_point(words, at);
		const struct entry *entry = entries_find(lexicon, word->hash);
		if (!entry) {
			if (lexicon->endings && word->kind == WORD_LETTERS)
				mark_ending(lexicon, word, text);
			if (lexicon->case_count > 0 && word->kind == WORD_LETTERS)
				mark_case(lexicon, word, text);
			if (lexicon->nouns && word->shape == SHAPE_CAPITAL && !word->traits)
				word->traits = NAME_OR_NOUN;
			continue;
		}
		word->traits |= entry->traits;
		word->mood = entry->mood;
		if (word->shape == SHAPE_UPPER)
			word->traits &= ~WORD_FUNCTION; /* the US, the WHO */
		word->entry = (uint32_t)(entry - lexicon->slots + 1);
		word->entry_words = entry->words;
	}
	for (size_t at = from; at < words->count; at++) {
		struct word *word = &words->items[at];
		if (!(word->traits & PHRASE_BEGINS))
			continue;
		const struct entry *phrase = phrase_at(lexicon, words, at);
		if (!phrase)
			continue;
		mark_phrase(word, phrase);
		word->entry = (uint32_t)(phrase - lexicon->slots + 1);
	}
}

struct slice
lexicon_outlet(const struct lexicon *lexicon, const struct word *word)
{
	return word->entry ? lexicon->slots[word->entry - 1].name : SLICE("");
}

void
lexicon_free(struct lexicon *all)
{
	while (all) {
		struct lexicon *next = all->next;
		free(all->slots);
		free(all->cases);
		free(all);
		all = next;
	}
}
