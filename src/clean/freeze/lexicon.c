#include "lexicon.h"

#include <string.h>

#include "error.h"
#include "tables.h"
#include "utf8.h"

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *draft = context;
	uint64_t key = wordkey(field[0]);
	struct lexicon_word *word = &draft->words[lexicon_place(draft, key)];
	size_t bit = wordkey_place(key, LEXICON_SOME_BITS);
	word->key = key;
	draft->some[bit / 64] |= UINT64_C(1) << bit % 64;
	word->languages |= UINT64_C(1) << draft->count;
}

static void
learn_words(struct lexicon *draft, const struct table *table)
{
	if (draft->count == LANGUAGES)
		die("tables common: more than %d languages", LANGUAGES);
	if (strlen(table->language) >= LEXICON_CODE)
		die("%s: too long", table->language);
	strcpy(draft->codes[draft->count], table->language);
	table_each(table, take_word, draft);
	draft->count++;
}

/* The words must leave places empty, where a search ends. */
static void
check_room(const struct lexicon *draft)
{
	size_t words = 0;
	for (size_t i = 0; i < 1 << LEXICON_BITS; i++)
		words += draft->words[i].key != 0;
	if (words > 1 << (LEXICON_BITS - 1))
		die("tables common: LEXICON_BITS are too few for %zu words", words);
}

/* The language's number, or LANGUAGES where it is none of ours. */
static size_t
number_of(const struct lexicon *draft, struct slice code)
{
	for (size_t i = 0; i < draft->count; i++)
		if (slice_is(code, draft->codes[i]))
			return i;
	return LANGUAGES;
}

static void
take_letter(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *draft = context;
	size_t len;
	int32_t letter = utf8_decode(field[0], 0, &len);
	if (letter < 0 || letter >= LEXICON_LETTERS)
		return;
	for (size_t i = 1; i < TABLE_FIELDS; i++) {
		size_t language = number_of(draft, field[i]);
		if (language < LANGUAGES)
			draft->letters[letter] |= UINT64_C(1) << language;
	}
}

static void
take_neighbour(void *context, const struct slice field[TABLE_FIELDS])
{
	struct lexicon *draft = context;
	size_t language = number_of(draft, field[0]), larger = number_of(draft, field[1]);
	if (language == LANGUAGES || larger == LANGUAGES || field[2].len != 1)
		return;
	draft->smaller |= UINT64_C(1) << language;
	draft->neighbours[language] =
		(struct neighbour){(uint8_t)(larger + 1), (uint8_t)(field[2].data[0] - '0')};
}

void
lexicon_learn(struct lexicon *draft)
{
	for (const struct table *table = built_in_tables; table->name; table++)
		if (strcmp(table->name, "common") == 0)
			learn_words(draft, table);
	check_room(draft);
	tables_each(NULL, "root", "letters", take_letter, draft);
	tables_each(NULL, "root", "neighbours", take_neighbour, draft);
}
