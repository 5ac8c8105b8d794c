#include "lexicon.h"

#include <stdlib.h>

#include "memory.h"
#include "record.h"
#include "sound.h"
#include "utf8.h"

enum {
	BITS_MAX = 30,
	BITS_UNKNOWN = 16, /* of a word that the table does not know */
	BITS_STOP = 5,     /* of a small word of a language without known frequencies */
	ENDING_MAX = 8,    /* letters */
	STEM_MIN = 3,      /* letters that an ending must leave */
	CUT = 7,           /* letters kept in a language whose endings are not known */
};

/* "stopp" is "stop", "make" and "mak" are "mak". */
static struct slice
even(struct slice stem)
{
	if (stem.len <= STEM_MIN)
		return stem;
	char last = stem.data[stem.len - 1];
	if (last == 'e' || (last == stem.data[stem.len - 2] && last != 's' && last != 'l'))
		stem.len--;
	return stem;
}

/* The first letters; an inflected word and its base mostly share them. */
static struct slice
cut(struct slice word)
{
	size_t at = 0, len;
	for (size_t letters = 0; at < word.len && letters < CUT; letters++, at += len)
		utf8_decode(word, at, &len);
	return slice_cut(word, 0, at);
}

static unsigned char
last_byte(struct slice text)
{
	return (unsigned char)text.data[text.len - 1];
}

static struct slice
without_ending(const struct lexicon *lexicon, struct slice word, struct buffer *scratch)
{
	unsigned lengths = word.len > 0 ? lexicon->ending_lengths[last_byte(word)] : 0;
	for (size_t len = ENDING_MAX; len > 0; len--) {
		if (!(lengths >> len & 1) || word.len < len + STEM_MIN)
			continue;
		const uint32_t *ending =
			map_find(&lexicon->endings, slice_cut(word, word.len - len, word.len));
		if (!ending)
			continue;
		struct slice instead = lexicon->instead[*ending];
		word.len -= len;
		if (instead.len == 0)
			return even(word);
		buffer_clear(scratch);
		buffer_add(scratch, word);
		buffer_add(scratch, instead);
		return buffer_slice(scratch);
	}
	return even(word);
}

/* What is left of a word in lower case without its ending; it may lie in `scratch`. */
static struct slice
stem_of(const struct lexicon *lexicon, struct slice word, struct buffer *scratch)
{
	return lexicon->ending_count > 0 ? without_ending(lexicon, word, scratch) : cut(word);
}

static struct entry *
entry_of(struct lexicon *lexicon, struct slice word)
{
	bool added;
	uint32_t place =
		*map_add(&lexicon->words, word, (uint32_t)lexicon->entry_count, &added);
	if (added) {
		lexicon->entries = memory_reserve(lexicon->entries, &lexicon->entry_capacity,
			lexicon->entry_count + 1, sizeof *lexicon->entries);
		lexicon->entries[lexicon->entry_count++] = (struct entry){0};
	}
	return &lexicon->entries[place];
}

static void
take_frequency(void *context, const struct slice field[TABLE_FIELDS])
{
	size_t bits;
	if (record_size(field[1], &bits) && bits > 0 && bits <= BITS_MAX)
		entry_of(context, field[0])->bits = (uint8_t)bits;
}

static void
take_ending(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	struct slice ending = field[0];
	if (lexicon->ending_count == LEXICON_ENDINGS || ending.len == 0)
		return;
	if (ending.len <= ENDING_MAX)
		lexicon->ending_lengths[last_byte(ending)] |= (uint16_t)(1u << ending.len);
	lexicon->instead[lexicon->ending_count] = field[1];
	*map_add(&lexicon->endings, ending, 0, NULL) = (uint32_t)lexicon->ending_count++;
}

/* Forms and synonyms: the word counts as another. */
static void
take_form(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	uint32_t stem = word_hash(stem_of(lexicon, field[1], &lexicon->scratch));
	entry_of(lexicon, field[0])->stem = stem;
}

static void
take_frame(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	struct frames *frames = lexicon->frames;
	size_t frame = 1;
	while (frame < frames->count && !slice_equal(frames->names[frame], field[1]))
		frame++;
	if (frame == LEXICON_FRAMES)
		return;
	frames->names[frame] = field[1];
	if (frame >= frames->count)
		frames->count = frame + 1;
	uint8_t who = slice_is(field[2], "who") ? FRAME_WHO : 0;
	entry_of(lexicon, field[0])->frame = (uint8_t)frame | who;
}

static void
take_source(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	lexicon->knows_sources = true;
	entry_of(lexicon, field[0])->uses |= WORD_SOURCE;
}

static void
take_spokesperson(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->uses |= WORD_SPOKESPERSON;
}

static void
take_institution(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->uses |= WORD_INSTITUTION;
}

/* Articles and the like; numerals too: "two officials". */
static void
take_grammar(void *context, const struct slice field[TABLE_FIELDS])
{
	if (slice_is(field[1], "article") || slice_is(field[1], "determiner"))
		entry_of(context, field[0])->uses |= WORD_VAGUE;
	if (slice_is(field[1], "possessive"))
		entry_of(context, field[0])->uses |= WORD_POSSESSIVE;
}

static void
take_cardinal(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->uses |= WORD_VAGUE;
}

static void
take_standpoint(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->uses |= slice_is(field[1], "before")      ? WORD_BEFORE
					     : slice_is(field[1], "limit")     ? WORD_LIMIT
					     : slice_is(field[1], "denial")    ? WORD_DENIAL
					     : slice_is(field[1], "elsewhere") ? WORD_ELSEWHERE
									       : WORD_EXPECTED;
}

static void
take_relation(void *context, const struct slice field[TABLE_FIELDS])
{
	static const struct {
		const char *name;
		uint16_t use;
	} relations[] = {
		{"from", WORD_FROM}, {"to", WORD_TO}, {"by", WORD_BY}, {"of", WORD_OF}};
	struct entry *entry = entry_of(context, field[0]);
	for (size_t i = 1; i < TABLE_FIELDS; i++)
		for (size_t j = 0; j < sizeof relations / sizeof relations[0]; j++)
			if (slice_is(field[i], relations[j].name))
				entry->uses |= relations[j].use;
}

static void
take_direction(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->uses |= slice_is(field[1], "up") ? WORD_UP : WORD_DOWN;
}

static void
take_whole(void *context, const struct slice field[TABLE_FIELDS])
{
	entry_of(context, field[0])->uses |= WORD_WHOLE;
}

static void
take_letter(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	if (lexicon->letter_count == LEXICON_LETTERS)
		return;
	lexicon->latin[lexicon->letter_count] = field[1];
	*map_add(&lexicon->letters, field[0], 0, NULL) = (uint32_t)lexicon->letter_count++;
}

static void
take_sound(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	sounds_take(&lexicon->sounds, field);
}

static void
add_office(struct lexicon *lexicon, const struct slice field[TABLE_FIELDS], bool body)
{
	lexicon->offices = memory_reserve(lexicon->offices, &lexicon->office_capacity,
		lexicon->office_count + 1, sizeof *lexicon->offices);
	uint32_t *head = &lexicon->office_heads[office_slot(field[0])];
	lexicon->offices[lexicon->office_count++] = (struct office){.words = field[0],
		.english = field[1],
		.body = body,
		.kind = body && slice_is(field[2], "kind"),
		.next = *head};
	*head = (uint32_t)lexicon->office_count;
}

static void
take_office(void *context, const struct slice field[TABLE_FIELDS])
{
	add_office(context, field, true);
}

static void
take_country(void *context, const struct slice field[TABLE_FIELDS])
{
	add_office(context, field, false);
}

static void
take_habit(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	lexicon->noun_capitals |= slice_is(field[0], "nouns");
}

static void
take_stop(void *context, const struct slice field[TABLE_FIELDS])
{
	struct entry *entry = entry_of(context, field[0]);
	if (entry->bits == 0)
		entry->bits = BITS_STOP;
}

static const struct entry *
entry_find(const struct lexicon *lexicon, struct slice word)
{
	const uint32_t *place = map_find(&lexicon->words, word);
	return place ? &lexicon->entries[*place] : NULL;
}

/* The word counts as an English one, in all that is known of that. */
static void
take_translation(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	if (!lexicon->english)
		return;
	const struct entry *known = entry_find(lexicon->english, field[1]);
	struct entry *entry = entry_of(lexicon, field[0]);
	uint32_t uses = entry->uses;
	*entry = known ? *known : (struct entry){0};
	entry->uses |= uses;
	if (entry->bits == 0)
		entry->bits = BITS_UNKNOWN;
	if (entry->stem == 0)
		entry->stem = word_hash(stem_of(lexicon->english, field[1], &lexicon->scratch));
}

/* In their order: what a later table says may replace what an earlier one said. */
static const struct {
	const char *table;
	table_take *take;
} readers[] = {
	{"endings", take_ending},
	{"frequencies", take_frequency},
	{"forms", take_form},
	{"synonyms", take_form},
	{"frames", take_frame},
	{"source-nouns", take_source},
	{"roles", take_source},
	{"spokespersons", take_spokesperson},
	{"institutions", take_institution},
	{"grammar", take_grammar},
	{"cardinals", take_cardinal},
	{"romanisation", take_letter},
	{"sounds", take_sound},
	{"offices", take_office},
	{"countries", take_country},
	{"standpoints", take_standpoint},
	{"habits", take_habit},
	{"relations", take_relation},
	{"directions", take_direction},
	{"wholes", take_whole},
	{"translations", take_translation},
};

const char *
lexicons_language(const struct lexicons *lexicons, struct slice tag)
{
	if (tag.len == 0)
		tag = slice_of(lexicons->otherwise ? lexicons->otherwise : "en");
	const char *language = language_of(tag);
	return language ? language : "root";
}

static struct lexicon *
find_lexicon(struct lexicons *lexicons, struct slice tag)
{
	const char *language = lexicons_language(lexicons, tag);
	for (struct lexicon *known = lexicons->first; known; known = known->next)
		if (strcmp(known->language, language) == 0)
			return known;
	struct lexicon *lexicon = memory_new_zeroed(1, sizeof *lexicon);
	lexicon->language = language;
	lexicon->frames = &lexicons->frames;
	if (strcmp(language, "en") != 0)
		lexicon->english = find_lexicon(lexicons, SLICE("en"));
	for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
		tables_each(
			lexicons->rules, language, readers[i].table, readers[i].take, lexicon);
	if (lexicon->english)
		tables_each(lexicons->rules, language, "stops", take_stop, lexicon);
	lexicon->known =
		memory_new_zeroed((size_t)1 << LEXICON_KNOWN_BITS, sizeof *lexicon->known);
	lexicon->next = lexicons->first;
	lexicons->first = lexicon;
	return lexicon;
}

struct lexicon *
lexicon_of(struct lexicons *lexicons, struct slice tag)
{
	if (!lexicons->last || !slice_equal(tag, lexicons->last_tag)) {
		lexicons->last_tag = tag;
		lexicons->last = find_lexicon(lexicons, tag);
	}
	return lexicons->last;
}

void
lexicons_free(struct lexicons *lexicons)
{
	while (lexicons->first) {
		struct lexicon *lexicon = lexicons->first;
		lexicons->first = lexicon->next;
		map_free(&lexicon->words);
		map_free(&lexicon->endings);
		map_free(&lexicon->letters);
		map_free(&lexicon->sounds);
		free(lexicon->entries);
		free(lexicon->offices);
		free(lexicon->known);
		buffer_free(&lexicon->scratch);
		free(lexicon);
	}
}

static void
take_uses(struct word *word, const struct entry *entry)
{
	word->bits = word->bits ? word->bits : entry->bits;
	word->frame = word->frame ? word->frame : entry->frame;
	word->uses |= entry->uses;
}

struct word
lexicon_read(
	const struct lexicon *lexicon, struct slice low, uint64_t hash, struct buffer *scratch)
{
	const struct entry *entry = entry_find(lexicon, low), *base = NULL;
	struct word word = {.form = word_fold(hash), .stem = entry ? entry->stem : 0};
	if (!entry || entry->stem == 0 || entry->bits == 0) {
		struct slice stem = stem_of(lexicon, low, scratch);
		base = entry_find(lexicon, stem);
		/* where endings are not known the table may have the stem alone */
		if (word.stem == 0 && lexicon->ending_count == 0 && base)
			word.stem = base->stem;
		if (word.stem == 0)
			word.stem = word_hash(stem);
	}
	if (entry)
		take_uses(&word, entry);
	if (base && lexicon->ending_count == 0)
		take_uses(&word, base);
	if (base && word.bits == 0)
		word.bits = base->bits;
	word.known = word.bits > 0;
	if (!word.known)
		word.bits = BITS_UNKNOWN;
	return word;
}

void
lexicon_romanise(const struct lexicon *lexicon, struct slice text, struct buffer *to)
{
	for (size_t at = 0, len; at < text.len; at += len) {
		utf8_decode(text, at, &len);
		struct slice letter = slice_cut(text, at, at + len);
		const uint32_t *latin = len > 1 ? map_find(&lexicon->letters, letter) : NULL;
		buffer_add(to, latin ? lexicon->latin[*latin] : letter);
	}
}
