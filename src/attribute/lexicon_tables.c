#include "lexicon.h"

#include <string.h>

#include "entries.h"
#include "memory.h"

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
	{"own", CUE_BY | CUE_OWN},
	{"hearsay", CUE_BY | CUE_HEARSAY},
	{"statement", CUE_BY | CUE_STATEMENT},
	{"impersonal", CUE_SPEECH | CUE_HEARSAY},
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
	{"outlet-words", NULL, NAME_OF_OUTLET},
	{"first-names", name_classes, NAME_FIRST},
	{"nationalities", name_classes, 0},
	{"labels", label_classes, 0},
};

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

/* "-sprecher": the noun that ends so is one too. */
static void
take_ending(struct reading *reading, const struct slice field[TABLE_FIELDS])
{
	struct slice ending = slice_cut(field[0], 1, field[0].len);
	if (ending.len >= ENDING_BYTES)
		return;
	entries_add(reading->lexicon, entries_ending(ending))->traits |=
		traits_of(reading->source, field);
	reading->lexicon->endings |= (uint32_t)1 << ending.len;
}

/* "'s": a word of its own behind another one; alone, it would be read as a mark and a letter.
 */
static void
take_suffix(struct reading *reading, const struct slice field[TABLE_FIELDS])
{
	struct entry *entry = entries_add(reading->lexicon, words_hash(field[0]));
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
		entries_add(reading->lexicon, hash)->traits |= PHRASE_BEGINS;
	for (size_t i = 1; i < words->count; i++)
		hash = words_hash_next(hash, words->items[i].hash);
	struct entry *entry = entries_add(reading->lexicon, hash);
	entry->traits |= traits_of(reading->source, field);
	entry->words = (uint8_t)words->count;
	if (reading->source->traits & NAME_OUTLET)
		entry->name = field[1];
}

/* "soll": what the form of a verb tells. */
static void
take_mood(void *context, const struct slice field[TABLE_FIELDS])
{
	static const char *const names[] = {
		[MOOD_REPORTED] = "reported",
		[MOOD_HEARSAY] = "hearsay",
		[MOOD_INFINITIVE] = "infinitive",
	};
	struct lexicon *lexicon = ((struct reading *)context)->lexicon;
	bool ending = field[0].len > 1 && field[0].data[0] == '-';
	struct slice word = slice_cut(field[0], ending, field[0].len);
	struct entry *entry =
		entries_add(lexicon, ending ? entries_ending(word) : words_hash(word));
	if (ending && word.len < ENDING_BYTES)
		lexicon->endings |= (uint32_t)1 << word.len;
	for (uint8_t i = MOOD_REPORTED; i <= MOOD_INFINITIVE; i++)
		if (slice_is(field[1], names[i]))
			entry->mood = i;
	lexicon->moods = true;
	lexicon->infinitives |= entry->mood == MOOD_INFINITIVE;
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
	reading->lexicon->verb_final |= slice_is(field[0], "verb-final");
}

/* ending, bases, and "plural" where only nouns of several end so */
static void
take_case(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = ((struct reading *)context)->lexicon;
	struct case_ending taken = {.ending = field[0]};
	for (size_t i = 1; i < TABLE_FIELDS && field[i].len > 0; i++)
		if (slice_is(field[i], "plural"))
			taken.plural = true;
		else
			taken.bases[taken.base_count++] =
				slice_is(field[i], "-") ? SLICE("") : field[i];
	lexicon->cases = memory_reserve(lexicon->cases, &lexicon->case_capacity,
		lexicon->case_count + 1, sizeof *lexicon->cases);
	lexicon->cases[lexicon->case_count++] = taken;
}

static struct lexicon *
read_lexicon(const struct rules *rules, const char *language)
{
	struct lexicon *lexicon = memory_new_zeroed(1, sizeof *lexicon);
	lexicon->language = language;
	lexicon->tagged = strcmp(language, "en") == 0;
	struct reading reading = {.lexicon = lexicon};
	tables_each(rules, language, "traits", take_trait, &reading);
	tables_each(rules, language, "habits", take_habit, &reading);
	tables_each(rules, language, "moods", take_mood, &reading);
	tables_each(rules, language, "cases", take_case, &reading);
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
