#include "name.h"

#include "office.h"
#include "utf8.h"

enum {
	WORDS_READ = 32,     /* of a name */
	BITS_OF_NOTHING = 6, /* "the", "of", "for" */
	ENDING_MIN = 4,      /* letters that a name must have for its ending to waver */
	ACRONYM_MIN = 2,     /* letters */
	ACRONYM_MAX = 8,
};

/* "syrskyi", "syrskiy", "syrskii", "syrsky": "sirski" */
static struct slice
without_wavering(char *word, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (word[i] == 'y')
			word[i] = 'i';
	while (len >= ENDING_MIN && word[len - 1] == 'i' && word[len - 2] == 'i')
		len--;
	return (struct slice){word, len};
}

/* The word of a proper name in lower case without accents, in Latin letters; in `scratch`. */
static struct slice
make_proper(const struct lexicon *lexicon, struct slice low, struct buffer *scratch)
{
	buffer_clear(scratch);
	utf8_add_folded(scratch, low);
	size_t folded = scratch->len;
	buffer_reserve(scratch, 4 * folded + 1); /* a letter becomes four at most */
	lexicon_romanise(lexicon, slice_cut(buffer_slice(scratch), 0, folded), scratch);
	return without_wavering(scratch->data + folded, scratch->len - folded);
}

static void
add_word(struct name *name, const struct lexicon *lexicon, struct slice low, bool person,
	struct buffer *scratch)
{
	struct word word = lexicon_read(lexicon, low, map_hash(low), scratch);
	if (word.uses & WORD_SPOKESPERSON) {
		name->speaks = true;
		return;
	}
	if (name->count == NAME_WORDS || (word.known && word.bits <= BITS_OF_NOTHING) ||
		(word.uses & WORD_POSSESSIVE))
		return;
	name->institution = name->institution || (word.uses & WORD_INSTITUTION);
	name->people =
		name->people || (word.uses & (WORD_SOURCE | WORD_INSTITUTION)) == WORD_SOURCE;
	name->common = name->common && word.known;
	struct slice proper = make_proper(lexicon, low, scratch);
	size_t letter;
	utf8_decode(low, 0, &letter);
	uint32_t initial = proper.len > 0 ? (unsigned char)proper.data[0] : 0;
	name->initials[name->count] = initial | (uint32_t)(low.len == letter) << 8;
	name->words[name->count++] = !person && word.known ? word.stem : word_hash(proper);
}

/* "WHO": a hash of its letters; 0 where the text is no acronym. */
static uint32_t
acronym_of(struct slice text)
{
	char low[ACRONYM_MAX];
	if (text.len < ACRONYM_MIN || text.len > ACRONYM_MAX)
		return 0;
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] < 'A' || text.data[i] > 'Z')
			return 0;
		low[i] = (char)(text.data[i] | 0x20);
	}
	return word_hash((struct slice){low, text.len});
}

/* The hash of the acronym of "World Health Organization". */
static uint32_t
letters_of(const struct name *name)
{
	char letters[NAME_WORDS];
	for (size_t i = 0; i < name->count; i++)
		letters[i] = (char)(name->initials[i] & 0xff);
	return name->count < ACRONYM_MIN ? 0 : word_hash((struct slice){letters, name->count});
}

static bool
is_inside(struct slice text, size_t at, size_t *len)
{
	int32_t character = utf8_decode(text, at, len);
	return utf8_is_letter(character) || utf8_is_digit(character) || character == '-' ||
	       character == UTF8_BAD;
}

/* Cuts a name in lower case into words; returns how many there are, WORDS_READ at most. */
static size_t
split_name(struct slice low, struct slice words[WORDS_READ])
{
	size_t count = 0, start = 0, len = 1;
	for (size_t at = 0; at <= low.len && count < WORDS_READ; at += len) {
		len = 1;
		if (at < low.len && is_inside(low, at, &len))
			continue;
		struct slice word = slice_cut(low, start, at);
		if (word.len > 0 && !slice_is(word, "s"))
			words[count++] = word;
		start = at + len;
	}
	return count;
}

/* An office counts as English news names it. */
static void
add_office(struct name *name, const struct lexicon *lexicon, const struct office *office,
	struct buffer *scratch)
{
	struct slice words[WORDS_READ];
	size_t count = split_name(office->english, words);
	bool common = name->common;
	for (size_t i = 0; i < count; i++)
		add_word(name, lexicon->english ? lexicon->english : lexicon, words[i], false,
			scratch);
	name->common = common && office->body;
	name->institution = name->institution || office->body;
}

/* "Gewerkschaft GDV": what is left is a name of its own. */
static bool
is_kind(const struct office *office, size_t taken, size_t count)
{
	return office->kind && count > taken;
}

static void
add_words(struct name *name, const struct lexicon *lexicon, const struct slice *words,
	size_t count, struct buffer *scratch)
{
	for (size_t i = 0, taken; i < count; i += taken) {
		const struct office *office =
			office_find(lexicon, words + i, count - i, &taken);
		if (!office) {
			add_word(name, lexicon, words[i], false, scratch);
			taken = 1;
		} else if (!is_kind(office, taken, count)) {
			add_office(name, lexicon, office, scratch);
		}
	}
	name->institution = name->institution && !name->people;
}

void
name_read(struct name *name, const struct lexicon *lexicon, struct slice text, bool person,
	struct name_scratch *scratch)
{
	*name = (struct name){.acronym = acronym_of(text)};
	buffer_clear(&scratch->low);
	utf8_add_lower(&scratch->low, text);
	struct slice words[WORDS_READ];
	size_t count = split_name(buffer_slice(&scratch->low), words), taken;
	name->body = person && count > 0 && office_find(lexicon, words, count, &taken) &&
		     taken == count;
	name->common = !person || name->body;
	if (!person || name->body)
		add_words(name, lexicon, words, count, &scratch->word);
	else
		for (size_t i = 0; i < count; i++)
			add_word(name, lexicon, words[i], true, &scratch->word);
	name->letters = letters_of(name);
}

size_t
name_length(struct slice text)
{
	size_t characters = 0;
	for (size_t at = 0, len; at < text.len; at += len, characters++)
		utf8_decode(text, at, &len);
	return characters;
}

bool
name_same_person(const struct name *a, const struct name *b)
{
	if (a->count == 0 || b->count == 0 || a->words[a->count - 1] != b->words[b->count - 1])
		return false;
	if (a->count == 1 || b->count == 1 || a->words[0] == b->words[0])
		return true;
	const uint32_t lone = 1u << 8, letter = lone - 1;
	return name_within(a, b) ||
	       (((a->initials[0] | b->initials[0]) & lone) &&
		       (a->initials[0] & letter) == (b->initials[0] & letter));
}

struct name_sound
name_sound(const struct lexicon *lexicon, struct slice text, struct name_scratch *scratch)
{
	buffer_clear(&scratch->low);
	utf8_add_lower(&scratch->low, text);
	struct slice words[WORDS_READ];
	size_t count = split_name(buffer_slice(&scratch->low), words);
	struct name_sound sound = {.alone = count < 2};
	if (count > 0)
		sound.surname = sound_of(make_proper(lexicon, words[count - 1], &scratch->word),
			&lexicon->sounds);
	if (count > 1)
		sound.given = sound_of(
			make_proper(lexicon, words[0], &scratch->word), &lexicon->sounds);
	return sound;
}

bool
name_sounds_same(const struct name_sound *a, const struct name_sound *b)
{
	bool alone = a->alone || b->alone;
	return sound_same(&a->surname, &b->surname) && sound_tells(&a->surname, alone) &&
	       (alone || sound_same(&a->given, &b->given));
}

static bool
holds(const struct name *name, uint32_t word)
{
	for (size_t i = 0; i < name->count; i++)
		if (name->words[i] == word)
			return true;
	return false;
}

bool
name_same_words(const struct name *a, const struct name *b)
{
	if (a->count == 0 || a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!holds(b, a->words[i]))
			return false;
	return true;
}

bool
name_within(const struct name *a, const struct name *b)
{
	if (a->count > b->count) {
		const struct name *longer = a;
		a = b;
		b = longer;
	}
	for (size_t i = 0; i < a->count; i++)
		if (!holds(b, a->words[i]))
			return false;
	return a->count > 0;
}

void
name_scratch_free(struct name_scratch *scratch)
{
	buffer_free(&scratch->low);
	buffer_free(&scratch->word);
}
