/* What each table tells a lexicon. */
#include "lexicon.h"
#include "memory.h"
#include "record.h"
#include "sound.h"
#include "stem.h"

enum {
	BITS_MAX = 30,
	BITS_STOP = 5, /* of a small word of a language without known frequencies */
};

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
	if (ending.len <= STEM_ENDING_MAX)
		lexicon->ending_lengths[(unsigned char)ending.data[ending.len - 1]] |=
			(uint16_t)(1u << ending.len);
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

/* The word counts as an English one, in all that is known of that. */
static void
take_translation(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *lexicon = context;
	if (!lexicon->english)
		return;
	const struct entry *known = lexicon_find(lexicon->english, field[1]);
	struct entry *entry = entry_of(lexicon, field[0]);
	uint32_t uses = entry->uses;
	*entry = known ? *known : (struct entry){0};
	entry->uses |= uses;
	if (entry->bits == 0)
		entry->bits = LEXICON_BITS_UNKNOWN;
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

void
lexicon_take_tables(struct lexicon *lexicon, const struct rules *rules)
{
	for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
		tables_each(
			rules, lexicon->language, readers[i].table, readers[i].take, lexicon);
	if (lexicon->english)
		tables_each(rules, lexicon->language, "stops", take_stop, lexicon);
}
