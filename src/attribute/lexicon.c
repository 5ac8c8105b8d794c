#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum {
	PHRASE_BEGINS = 63, /* a trait: a phrase begins with this word */
	PHRASE_WORDS = 6,
	ENDING_BYTES = 32, /* an ending is shorter */
	BEFORE_ENDING = 3, /* bytes that stand before one at least */
};

/* What a class named in a table stands for. */
struct class_name {
	const char *name;
	uint64_t traits;
};

static const struct class_name cue_kinds[] = {
	{"speech", CUE_SPEECH},
	{"that", CUE_THAT},
	{"act", CUE_ACT},
	{"attitude", CUE_ATTITUDE},
	{"by", CUE_BY},
	{"behind", CUE_BY | CUE_BEHIND},
	{"view", CUE_BY | CUE_VIEW},
	{"ends", CUE_BY | CUE_ENDS},
	{"noun", CUE_NOUN | CUE_BASE},
	{"ing", CUE_ING},
	{"via", CUE_ING | CUE_VIA},
	{"base", CUE_BASE},
	{"past", CUE_PAST},
	{"to", CUE_TO},
	{NULL, 0},
};

static const struct class_name grammar_classes[] = {
	{"determiner", WORD_DETERMINER},
	{"article", WORD_DETERMINER | WORD_ARTICLE},
	{"definite", WORD_DETERMINER | WORD_ARTICLE | WORD_DEFINITE},
	{"possessive", WORD_POSSESSIVE},
	{"auxiliary", WORD_AUXILIARY},
	{"that", WORD_THAT},
	{"subordinator", WORD_SUBORDINATOR},
	{"conjunction", WORD_CONJUNCTION},
	{"relative", WORD_RELATIVE},
	{"preposition", WORD_PREPOSITION},
	{"absolute", WORD_ABSOLUTE},
	{"as", WORD_AS},
	{"amount", WORD_AMOUNT},
	{"this", WORD_THIS},
	{"reflexive", WORD_REFLEXIVE},
	{"access", WORD_ACCESS},
	{"toward", WORD_TOWARD},
	{"he", WORD_HE},
	{"she", WORD_SHE},
	{"it", WORD_IT},
	{"they", WORD_THEY},
	{"first", WORD_FIRST},
	{"object", WORD_OBJECT},
	{"time", WORD_TIME},
	{"be", WORD_BE},
	{"particle", NAME_PARTICLE},
	{"male", NAME_MALE},
	{"female", NAME_FEMALE},
	{"plural", NOUN_PLURAL},
	{NULL, 0},
};

static const struct class_name noun_classes[] = {
	{"anonymous", NOUN_ANONYMOUS},
	{"organisation", NOUN_ORGANISATION},
	{"staff", NOUN_STAFF},
	{"outlet", NOUN_OUTLET},
	{"document", NOUN_DOCUMENT},
	{"plural", NOUN_PLURAL},
	{NULL, 0},
};

static const struct class_name figure_forms[] = {
	{"direct", FIGURE_DIRECT},
	{"at", FIGURE_AT},
	{NULL, 0},
};

static const struct class_name name_classes[] = {
	{"male", NAME_MALE},
	{"female", NAME_FEMALE},
	{"place", NAME_PLACE},
	{"people", NAME_PEOPLE},
	{"plural", NAME_PEOPLES},
	{NULL, 0},
};

static const struct class_name label_classes[] = {
	{"source", LABEL_SOURCE},
	{"quote", LABEL_QUOTE},
	{"heading", LABEL_HEADING},
	{NULL, 0},
};

/* The tables that a lexicon is made of; `traits` are those that each of its words has. */
static const struct source {
	const char *table;
	const struct class_name *classes;
	uint64_t traits;
} sources[] = {
	{"cues", cue_kinds, 0},
	{"figure-cues", figure_forms, 0},
	{"beliefs", NULL, CUE_BELIEF},
	{"grammar", grammar_classes, 0},
	{"source-nouns", noun_classes, 0},
	{"roles", NULL, NOUN_ROLE},
	{"honorifics", name_classes, NAME_HONORIFIC},
	{"outlets", NULL, NAME_OUTLET},
	{"first-names", name_classes, NAME_FIRST},
	{"nationalities", name_classes, 0},
	{"labels", label_classes, 0},
};

static struct entry *
slot_of(const struct lexicon *lexicon, uint64_t hash)
{
	size_t mask = lexicon->capacity - 1;
	size_t at = (hash ^ (hash >> 32)) & mask;
	while (lexicon->slots[at].hash != 0 && lexicon->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &lexicon->slots[at];
}

/* Which bit of the sieve stands for the hash. */
static uint16_t
sieve_bit(uint64_t hash)
{
	return (uint16_t)(hash ^ (hash >> 32));
}

/* Whether there may be an entry; a table that the processor's nearest cache holds tells. */
static bool
may_have(const struct lexicon *lexicon, uint64_t hash)
{
	uint16_t bit = sieve_bit(hash);
	return lexicon->sieve[bit / 64] >> (bit % 64) & 1;
}

static void
grow(struct lexicon *lexicon)
{
	struct lexicon old = *lexicon;
	lexicon->capacity = old.capacity ? 2 * old.capacity : 4096;
	lexicon->slots = memory_new_zeroed(lexicon->capacity, sizeof *lexicon->slots);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.slots[i].hash)
			*slot_of(lexicon, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

static struct entry *
enter(struct lexicon *lexicon, uint64_t hash)
{
	if (lexicon->count >= lexicon->capacity / 2)
		grow(lexicon);
	struct entry *entry = slot_of(lexicon, hash);
	lexicon->count += entry->hash == 0;
	entry->hash = hash;
	uint16_t bit = sieve_bit(hash);
	lexicon->sieve[bit / 64] |= (uint64_t)1 << (bit % 64);
	return entry;
}

static uint64_t
traits_of(const struct source *source, const struct slice field[TABLE_FIELDS])
{
	uint64_t traits = source->traits;
	for (size_t i = 1; source->classes && i < TABLE_FIELDS; i++)
		for (const struct class_name *class = source->classes; class->name; class ++)
			if (slice_is(field[i], class->name))
				traits |= class->traits;
	return traits;
}

struct reading {
	struct lexicon *lexicon;
	const struct source *source;
	struct words words; /* of the row's first field */
};

/* Endings are entries of their own kind, found by their length. */
static uint64_t
ending_hash(struct slice ending)
{
	return words_hash_next(TRAIT(63), words_hash(ending));
}

/* "-sprecher": the noun that ends so is one too. */
static void
take_ending(struct reading *reading, const struct slice field[TABLE_FIELDS])
{
	struct slice ending = slice_cut(field[0], 1, field[0].len);
	if (ending.len >= ENDING_BYTES)
		return;
	enter(reading->lexicon, ending_hash(ending))->traits |=
		traits_of(reading->source, field);
	reading->lexicon->endings |= (uint32_t)1 << ending.len;
}

/* "'s": a word of its own behind another one; alone, it would be read as a mark and a letter.
 */
static void
take_suffix(struct reading *reading, const struct slice field[TABLE_FIELDS])
{
	struct entry *entry = enter(reading->lexicon, words_hash(field[0]));
	entry->traits |= traits_of(reading->source, field);
	entry->words = 1;
}

static void
take_row(void *context, const struct slice field[TABLE_FIELDS])
{
	struct reading *reading = context;
	struct words *words = &reading->words;
	if (field[0].len > 1 && field[0].data[0] == '-') {
		take_ending(reading, field);
		return;
	}
	if (field[0].len > 1 && field[0].data[0] == '\'') {
		take_suffix(reading, field);
		return;
	}
	words->count = 0;
	words_split(words, field[0], 0, field[0].len, 0, reading->lexicon->elides);
	if (words->count == 0 || words->count > PHRASE_WORDS)
		return;
	uint64_t hash = words->items[0].hash;
	if (words->count > 1)
		enter(reading->lexicon, hash)->traits |= TRAIT(PHRASE_BEGINS);
	for (size_t i = 1; i < words->count; i++)
		hash = words_hash_next(hash, words->items[i].hash);
	struct entry *entry = enter(reading->lexicon, hash);
	entry->traits |= traits_of(reading->source, field);
	entry->words = (uint8_t)words->count;
	if (reading->source->traits & NAME_OUTLET)
		entry->name = field[1];
}

static void
take_trait(void *context, const struct slice field[TABLE_FIELDS])
{
	struct reading *reading = context;
	reading->lexicon->elides |= slice_is(field[0], "elides");
}

static void
take_habit(void *context, const struct slice field[TABLE_FIELDS])
{
	struct reading *reading = context;
	reading->lexicon->inflects |= slice_is(field[0], "inflects");
	reading->lexicon->nouns |= slice_is(field[0], "nouns");
	reading->lexicon->verb_second |= slice_is(field[0], "verb-second");
}

static struct lexicon *
read_lexicon(const struct rules *rules, const char *language)
{
	struct lexicon *lexicon = memory_new_zeroed(1, sizeof *lexicon);
	lexicon->language = language;
	lexicon->tagged = strcmp(language, "en") == 0;
	grow(lexicon);
	struct reading reading = {.lexicon = lexicon};
	tables_each(rules, language, "traits", take_trait, &reading);
	tables_each(rules, language, "habits", take_habit, &reading);
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
		reading.source = &sources[i];
		tables_each(rules, language, sources[i].table, take_row, &reading);
	}
	words_free(&reading.words);
	return lexicon;
}

const struct lexicon *
lexicon_of(struct lexicon **all, const struct rules *rules, const char *language)
{
	struct lexicon **at = all;
	while (*at && strcmp((*at)->language, language) != 0)
		at = &(*at)->next;
	if (!*at)
		*at = read_lexicon(rules, language);
	return *at;
}

static const struct entry no_entry;

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
		if (!may_have(lexicon, hash))
			continue;
		const struct entry *entry = slot_of(lexicon, hash);
		if (entry->hash && entry->words == n + 1)
			found = entry;
	}
	return found;
}

/* What a noun is of itself gives way to what it is in the phrase: "coast guard". */
static void
mark_phrase(struct word *words, const struct entry *entry)
{
	const uint64_t cues = CUE_ANY | CUE_NOUN | CUE_ING | CUE_BASE | CUE_PAST | CUE_VIA;
	const uint64_t nouns =
		NOUN_SOURCE | NOUN_PLURAL | NOUN_STAFF | NOUN_ROLE | LABEL_SOURCE | LABEL_QUOTE;
	struct word *last = &words[entry->words - 1];
	if (entry->traits & nouns)
		last->traits = (last->traits & ~nouns) | (entry->traits & nouns);
	words[0].traits |= entry->traits & cues;
	for (size_t i = 0; i < entry->words; i++)
		words[i].traits |= entry->traits & ~(cues | nouns | TRAIT(PHRASE_BEGINS));
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

/* What the longest ending known says of a word that no table has: Polizeisprecher. */
static void
mark_ending(const struct lexicon *lexicon, struct word *word, struct slice text)
{
	struct slice whole = slice_cut(text, word->start, word->end);
	for (size_t len = ENDING_BYTES - 1; len > 0; len--) {
		if (!(lexicon->endings >> len & 1) || whole.len < len + BEFORE_ENDING)
			continue;
		uint64_t hash = ending_hash(slice_cut(whole, whole.len - len, whole.len));
		if (!may_have(lexicon, hash))
			continue;
		const struct entry *entry = slot_of(lexicon, hash);
		if (entry->hash) {
			word->traits |= entry->traits;
			return;
		}
	}
}

void
lexicon_mark(const struct lexicon *lexicon, struct words *words, struct slice text, size_t from)
{
	for (size_t at = from; at < words->count; at++) {
		struct word *word = &words->items[at];
		mark_point(words, at);
		const struct entry *entry = may_have(lexicon, word->hash)
						    ? slot_of(lexicon, word->hash)
						    : &no_entry;
		if (entry->hash == 0) {
			if (lexicon->endings && word->kind == WORD_LETTERS)
				mark_ending(lexicon, word, text);
			if (lexicon->nouns && word->shape == SHAPE_CAPITAL && !word->traits)
				word->traits = NAME_OR_NOUN;
			continue;
		}
		word->traits |= entry->traits;
		if (word->shape == SHAPE_UPPER)
			word->traits &= ~WORD_FUNCTION; /* the US, the WHO */
		word->entry = (uint32_t)(entry - lexicon->slots + 1);
		word->entry_words = entry->words;
	}
	for (size_t at = from; at < words->count; at++) {
		struct word *word = &words->items[at];
		if (!(word->traits & TRAIT(PHRASE_BEGINS)))
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
		free(all);
		all = next;
	}
}
