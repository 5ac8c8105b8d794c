#include "lexicon.h"

#include <stdlib.h>

#include "frozen.h"
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
	const struct words *words = &lexicon->words;
	for (size_t i = 0; i < words->places; i++) {
		struct slice word = words_of_item(words, &words->items[i]);
		if (word.len > 1 && is_part(&lexicon->entries[words->items[i].value]))
			words_filter_add(&lexicon->parts, slice_cut(word, 0, 2));
	}
}

static void
index_exact_tokens(struct lexicon *lexicon)
{
	const struct words *words = &lexicon->exact;
	for (size_t i = 0; i < words->places; i++) {
		struct slice word = words_of_item(words, &words->items[i]);
		if (word.len > 0)
			lexicon->exact_tokens[(unsigned char)word.data[0]] |=
				UINT64_C(1) << lexicon_follower(word);
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

/* What the build has read of the language; NULL where that is nothing, or a user adds to it. */
static const struct frozen *
find_frozen(const struct rules *rules, const char *language)
{
	if (rules && rules->files)
		return NULL;
	const struct frozen *found = frozen;
	while (found->language && strcmp(found->language, language) != 0)
		found++;
	return found->language ? found : NULL;
}

static void
take_frozen(struct lexicon *lexicon, const struct frozen *from)
{
	lexicon->entries = from->entries;
	lexicon->count = from->count;
	lexicon->words = from->words;
	lexicon->exact = from->exact;
	memcpy(lexicon->exact_tokens, from->exact_tokens, sizeof lexicon->exact_tokens);
	lexicon->units = from->units;
	lexicon->tenses = from->tenses;
}

static void
read_words(struct lexicon *lexicon, const struct rules *rules)
{
	enum {
		WORDS = 4096 /* about as many as a language has */
	};
	units_read(&lexicon->units, rules);
	lexicon->entries = memory_reserve(
		lexicon->entries, &lexicon->capacity, WORDS, sizeof *lexicon->entries);
	lexicon->entries[0] = (struct entry){.sense = &no_sense};
	lexicon->count = 1;
	struct loading loading = {.lexicon = lexicon};
	map_reserve(&lexicon->words.map, WORDS);
	for (loading.table = row_kinds; loading.table->name; loading.table++)
		tables_each(rules, lexicon->language, loading.table->name, take_row, &loading);
	words_index(&lexicon->words);
	words_index(&lexicon->exact);
	index_exact_tokens(lexicon);
	tokens_free(&loading.tokens);
	buffer_free(&loading.key);
}

void
lexicon_read(struct lexicon *lexicon, const struct rules *rules, const char *language)
{
	*lexicon = (struct lexicon){.language = language};
	lexicon->compound.sense = &no_sense;
	lexicon->compound.roles = ROLE_CARDINAL;
	lexicon->compound.longest = 1;
	lexicon->compound.begins = lexicon->compound.ends = ROLE_CARDINAL;
	tables_each(rules, language, "numerals", rows_take_property, lexicon);
	note_all_last(lexicon);
	lexicon->made = find_frozen(rules, language);
	if (lexicon->made)
		take_frozen(lexicon, lexicon->made);
	else
		read_words(lexicon, rules);
	if (lexicon->compounds)
		index_parts(lexicon);
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
	if (!lexicon->made) {
		free(lexicon->entries);
		words_free(&lexicon->words);
		words_free(&lexicon->exact);
		units_free(&lexicon->units);
	}
	arena_free(&lexicon->keys);
	arena_free(&lexicon->senses);
	*lexicon = (struct lexicon){0};
}
