#include "lexicon.h"

#include <stdlib.h>

#include "memory.h"
#include "rows.h"
#include "token.h"
#include "utf8.h"

/* What the loading of one table needs. */
struct loading {
	struct lexicon *lexicon;
	const struct row_kind *table;
	struct tokens tokens;
	struct buffer key;
};

/* Whether it is one word in small letters of ASCII, as most are. */
static bool
is_plain_word(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned)(text.data[i] - 'a') >= 26)
			return false;
	return text.len > 0;
}

/* The text in lower case, with one space between its tokens. */
static struct slice
normal_key(struct loading *loading, struct slice text)
{
	buffer_clear(&loading->key);
	for (size_t i = 0; i < loading->tokens.count; i++) {
		if (i > 0)
			buffer_add_byte(&loading->key, ' ');
		utf8_add_lower(&loading->key, token_text(text, loading->tokens.items[i]));
	}
	struct slice key = buffer_slice(&loading->key);
	return slice_equal(key, text) ? text : arena_copy(&loading->lexicon->keys, key);
}

/*
 * The key of a row as lexemes have it: as it is where the table says so, else in lower case
 * with one space between tokens. It lives as long as the lexicon.
 */
static struct slice
make_key(struct loading *loading, struct slice text, size_t *tokens)
{
	*tokens = 1;
	if (is_plain_word(text))
		return text;
	tokens_split(&loading->tokens, text);
	*tokens = loading->tokens.count;
	return loading->table->exact || *tokens == 0 ? text : normal_key(loading, text);
}

struct sense no_sense;

struct sense *
lexicon_sense(struct lexicon *lexicon, struct entry *entry)
{
	if (entry->sense == &no_sense) {
		entry->sense = arena_new(&lexicon->senses, sizeof *entry->sense);
		*entry->sense = no_sense;
	}
	return entry->sense;
}

static struct entry *
entry_of(struct lexicon *lexicon, struct map *map, struct slice key)
{
	bool added;
	uint32_t place = *map_add(map, key, (uint32_t)lexicon->count, &added);
	if (!added)
		return &lexicon->entries[place];
	lexicon->entries = memory_reserve(lexicon->entries, &lexicon->capacity,
		lexicon->count + 1, sizeof *lexicon->entries);
	lexicon->entries[lexicon->count] = (struct entry){.sense = &no_sense};
	return &lexicon->entries[lexicon->count++];
}

/* Tells the first word of a word or phrase, of so many tokens, what begins with it. */
static void
note_begin(struct lexicon *lexicon, const struct row_kind *table, struct entry *first,
	const struct entry *entry, size_t tokens)
{
	first->begins |= table->role;
	first->leads |= entry->operators;
	if (table->role == ROLE_UNIT)
		lexicon_sense(lexicon, first)->grains |= (uint16_t)(1u << entry->sense->grain);
	if (first->longest < tokens)
		first->longest = (uint8_t)tokens;
}

/* So that phrases are looked for only where one may begin or end. */
static void
note_ends(struct loading *loading, struct map *map, struct slice key, const struct entry *entry)
{
	struct lexicon *lexicon = loading->lexicon;
	struct entry phrase = *entry; /* entries may move */
	tokens_split(&loading->tokens, key);
	struct slice first_word = token_text(key, loading->tokens.items[0]);
	struct entry *first = entry_of(lexicon, map, first_word);
	note_begin(lexicon, loading->table, first, &phrase, loading->tokens.count);
	if (loading->tokens.count > 1) {
		struct slice second = token_text(key, loading->tokens.items[1]);
		first->followers |= UINT64_C(1) << lexicon_follower(second);
	}
	struct token last = loading->tokens.items[loading->tokens.count - 1];
	entry_of(lexicon, map, token_text(key, last))->ends |= loading->table->role;
}

static void
take_row(void *context, const struct slice field[TABLE_FIELDS])
{
	struct loading *loading = context;
	struct lexicon *lexicon = loading->lexicon;
	size_t tokens;
	struct slice key = make_key(loading, field[0], &tokens);
	if (tokens == 0)
		return;
	struct map *map = loading->table->exact ? &lexicon->exact.map : &lexicon->words.map;
	struct entry *entry = entry_of(lexicon, map, key);
	entry->roles |= loading->table->role;
	loading->table->fill(lexicon, entry, field);
	if (tokens > 1) {
		note_ends(loading, map, key, entry);
		return;
	}
	/* a word: as most are, and then it is both ends */
	note_begin(lexicon, loading->table, entry, entry, 1);
	entry->ends |= loading->table->role;
}

/* Whether compounds are made of it. */
static bool
is_part(const struct entry *entry)
{
	return entry->roles & ROLE_CARDINAL ||
	       (entry->roles & ROLE_SCALE && entry->sense->scale_form == SCALE_WORD);
}

static void
index_parts(struct lexicon *lexicon)
{
	const struct map *map = &lexicon->words.map;
	for (size_t i = 0; i < map->capacity; i++) {
		struct slice key = map->slots[i].key;
		if (map->slots[i].hash && key.len > 1 &&
			is_part(&lexicon->entries[map->slots[i].value]))
			words_filter_add(&lexicon->parts, slice_cut(key, 0, 2));
	}
}

static void
index_exact_tokens(struct lexicon *lexicon)
{
	const struct map *map = &lexicon->exact.map;
	for (size_t i = 0; i < map->capacity; i++) {
		struct slice key = map->slots[i].key;
		if (map->slots[i].hash)
			lexicon->exact_tokens[(unsigned char)key.data[0]] |=
				UINT64_C(1) << lexicon_follower(key);
	}
}

static void
note_last(struct endings *endings)
{
	struct slice list = endings->list;
	for (size_t i = 1; i <= list.len; i++)
		if (i == list.len || list.data[i] == ' ') {
			unsigned char last = (unsigned char)list.data[i - 1];
			endings->last[last / 64] |= UINT64_C(1) << last % 64;
		}
}

static void
note_all_last(struct lexicon *lexicon)
{
	note_last(&lexicon->plural);
	note_last(&lexicon->singular);
	note_last(&lexicon->past);
	note_last(&lexicon->present);
	note_last(&lexicon->future);
	note_last(&lexicon->participle);
	note_last(&lexicon->persons);
	note_last(&lexicon->adverb);
}

void
lexicon_read(struct lexicon *lexicon, const struct rules *rules, const char *language)
{
	enum {
		WORDS = 4096 /* about as many as a language has */
	};
	*lexicon = (struct lexicon){.language = language};
	lexicon->compound.sense = &no_sense;
	lexicon->compound.roles = ROLE_CARDINAL;
	lexicon->compound.longest = 1;
	lexicon->compound.begins = lexicon->compound.ends = ROLE_CARDINAL;
	units_read(&lexicon->units, rules);
	tables_each(rules, language, "numerals", rows_take_property, lexicon);
	note_all_last(lexicon);
	lexicon->entries = memory_reserve(
		lexicon->entries, &lexicon->capacity, WORDS, sizeof *lexicon->entries);
	lexicon->entries[0] = (struct entry){.sense = &no_sense};
	lexicon->count = 1;
	struct loading loading = {.lexicon = lexicon};
	map_reserve(&lexicon->words.map, WORDS);
	for (loading.table = row_kinds; loading.table->name; loading.table++)
		tables_each(rules, language, loading.table->name, take_row, &loading);
	index_parts(lexicon);
	index_exact_tokens(lexicon);
	words_index(&lexicon->words);
	words_index(&lexicon->exact);
	tokens_free(&loading.tokens);
	buffer_free(&loading.key);
}

/* The longest cardinal or scale that the word begins with; how many bytes, 0: none. */
static size_t
longest_part(const struct lexicon *lexicon, struct slice word, const struct entry **entry)
{
	if (word.len < 2 || !words_filter_has(&lexicon->parts, words_bytes(word.data, 2)))
		return 0;
	for (size_t len = word.len < 24 ? word.len : 24; len > 1; len--) {
		*entry = lexicon_find(lexicon, slice_cut(word, 0, len));
		if (*entry && is_part(*entry))
			return len;
	}
	return 0;
}

bool
lexicon_compound(const struct lexicon *lexicon, struct slice word, uint64_t *value)
{
	enum {
		LONGEST = 80 /* bytes */
	};
	uint64_t total = 0, part = 0, scale;
	size_t parts = 0;
	if (!lexicon->compounds || word.len > LONGEST)
		return false;
	while (word.len > 0) {
		const struct entry *entry;
		size_t len = longest_part(lexicon, word, &entry);
		if (len == 0 && parts > 0 && slice_starts(word, lexicon->joint)) {
			word = slice_cut(word, lexicon->joint.len, word.len);
			len = longest_part(lexicon, word, &entry);
		}
		if (len == 0)
			return false;
		if (entry->roles & ROLE_CARDINAL) {
			part += entry->sense->cardinal;
		} else if (decimal_whole(entry->sense->scale, &scale) && scale < 1000) {
			part = (part ? part : 1) * scale;
		} else {
			total += (part ? part : 1) * scale;
			part = 0;
		}
		parts++;
		word = slice_cut(word, len, word.len);
	}
	*value = total + part;
	return parts > 1;
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->entries);
	words_free(&lexicon->words);
	words_free(&lexicon->exact);
	units_free(&lexicon->units);
	arena_free(&lexicon->keys);
	arena_free(&lexicon->senses);
	*lexicon = (struct lexicon){0};
}
