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

/*
 * The key of a row as lexemes have it: as it is where the table says so, else in lower case
 * with one space between tokens.
 */
static struct slice
make_key(struct loading *loading, struct slice text, size_t *tokens)
{
	tokens_split(&loading->tokens, text);
	*tokens = loading->tokens.count;
	if (loading->table->exact)
		return text;
	buffer_clear(&loading->key);
	for (size_t i = 0; i < *tokens; i++) {
		struct slice token = token_text(text, loading->tokens.items[i]);
		if (i > 0)
			buffer_add_byte(&loading->key, ' ');
		utf8_add_lower(&loading->key, token);
	}
	return buffer_slice(&loading->key);
}

static struct entry *
entry_of(struct lexicon *lexicon, struct map *map, struct slice key)
{
	uint32_t *known = map_find(map, key);
	if (known)
		return &lexicon->entries[*known];
	lexicon->entries = memory_reserve(lexicon->entries, &lexicon->capacity,
		lexicon->count + 1, sizeof *lexicon->entries);
	lexicon->entries[lexicon->count] = (struct entry){0};
	map_add(map, arena_copy(&lexicon->keys, key), (uint32_t)lexicon->count, NULL);
	return &lexicon->entries[lexicon->count++];
}

/* So that phrases are looked for only where one may begin. */
static void
note_first(struct loading *loading, struct map *map, struct slice key)
{
	struct lexicon *lexicon = loading->lexicon;
	tokens_split(&loading->tokens, key);
	struct slice first = token_text(key, loading->tokens.items[0]);
	struct entry *entry = entry_of(lexicon, map, first);
	entry->begins |= loading->table->role;
	if (entry->longest < loading->tokens.count)
		entry->longest = (uint8_t)loading->tokens.count;
	if (loading->tokens.count > 1) {
		struct slice second = token_text(key, loading->tokens.items[1]);
		entry->followers |= UINT64_C(1) << lexicon_follower(second);
	}
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
	struct map *map = loading->table->exact ? &lexicon->exact : &lexicon->words;
	struct entry *entry = entry_of(lexicon, map, key);
	entry->roles |= loading->table->role;
	loading->table->fill(lexicon, entry, field);
	note_first(loading, map, key);
}

/* A word of 8 bytes at most as a number: most words of a text, found without a comparison. */
struct short_word {
	uint64_t word; /* 0: an empty slot */
	uint32_t entry;
};

/* The bytes of a word, the first lowest. */
static inline uint64_t
bytes_of(struct slice word)
{
	uint64_t bytes = 0;
	for (size_t i = 0; i < word.len; i++)
		bytes |= (uint64_t)(unsigned char)word.data[i] << (8 * i);
	return bytes;
}

/* So that no word is the number of another: its length, too, where there is room for it. */
static inline uint64_t
pack(uint64_t bytes, size_t len)
{
	return len < LEXICON_SHORT ? bytes | (uint64_t)(len + 1) << 56 : bytes;
}

static inline uint64_t
hash_of(uint64_t word)
{
	return word * 0x9e3779b97f4a7c15u;
}

static inline size_t
slot_of(const struct lexicon *lexicon, uint64_t word)
{
	size_t at = hash_of(word) >> 30 & lexicon->short_mask;
	while (lexicon->short_words[at].word != 0 && lexicon->short_words[at].word != word)
		at = (at + 1) & lexicon->short_mask;
	return at;
}

const struct entry *
lexicon_find_short(const struct lexicon *lexicon, uint64_t bytes, size_t len)
{
	uint64_t word = pack(bytes, len);
	size_t filter = hash_of(word) >> (64 - LEXICON_FILTER_BITS);
	if (!(lexicon->short_filter[filter / 64] >> filter % 64 & 1))
		return NULL;
	const struct short_word *slot = &lexicon->short_words[slot_of(lexicon, word)];
	return slot->word ? &lexicon->entries[slot->entry] : NULL;
}

static void
add_short(struct lexicon *lexicon, struct slice key, uint32_t entry)
{
	uint64_t word = pack(bytes_of(key), key.len);
	size_t filter = hash_of(word) >> (64 - LEXICON_FILTER_BITS);
	lexicon->short_filter[filter / 64] |= UINT64_C(1) << filter % 64;
	lexicon->short_words[slot_of(lexicon, word)] = (struct short_word){word, entry};
}

/* Short words get a table of their own, all words a filter. */
static void
index_words(struct lexicon *lexicon)
{
	size_t capacity = 64;
	while (capacity < 4 * lexicon->words.count)
		capacity *= 2;
	lexicon->short_words = memory_new_zeroed(capacity, sizeof *lexicon->short_words);
	lexicon->short_mask = capacity - 1;
	for (size_t i = 0; i < lexicon->words.capacity; i++) {
		const struct map_slot *known = &lexicon->words.slots[i];
		if (known->hash && known->key.len <= LEXICON_SHORT) {
			add_short(lexicon, known->key, known->value);
		} else if (known->hash) {
			unsigned filter = lexicon_filter(known->key.data, known->key.len);
			lexicon->filter[filter / 64] |= UINT64_C(1) << filter % 64;
		}
	}
}

void
lexicon_read(struct lexicon *lexicon, const struct rules *rules, const char *language)
{
	*lexicon = (struct lexicon){.language = language};
	units_read(&lexicon->units, rules);
	tables_each(rules, language, "numerals", rows_take_property, lexicon);
	struct loading loading = {.lexicon = lexicon};
	for (loading.table = row_kinds; loading.table->name; loading.table++)
		tables_each(rules, language, loading.table->name, take_row, &loading);
	index_words(lexicon);
	tokens_free(&loading.tokens);
	buffer_free(&loading.key);
}

static const struct entry *
find(const struct lexicon *lexicon, const struct map *map, struct slice key)
{
	const uint32_t *known = map_find(map, key);
	return known ? &lexicon->entries[*known] : NULL;
}

const struct entry *
lexicon_find(const struct lexicon *lexicon, struct slice key)
{
	if (key.len <= LEXICON_SHORT)
		return lexicon_find_short(lexicon, bytes_of(key), key.len);
	unsigned filter = lexicon_filter(key.data, key.len);
	if (!(lexicon->filter[filter / 64] >> filter % 64 & 1))
		return NULL;
	return find(lexicon, &lexicon->words, key);
}

const struct entry *
lexicon_find_exact(const struct lexicon *lexicon, struct slice key)
{
	return find(lexicon, &lexicon->exact, key);
}

/* The longest cardinal or scale that the word begins with; how many bytes, 0: none. */
static size_t
longest_part(const struct lexicon *lexicon, struct slice word, const struct entry **entry)
{
	for (size_t len = word.len < 24 ? word.len : 24; len > 1; len--) {
		*entry = lexicon_find(lexicon, slice_cut(word, 0, len));
		if (*entry && ((*entry)->roles & ROLE_CARDINAL ||
				      ((*entry)->roles & ROLE_SCALE &&
					      (*entry)->scale_form == SCALE_WORD)))
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
			part += entry->cardinal;
		} else if (decimal_whole(entry->scale, &scale) && scale < 1000) {
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
	free(lexicon->short_words);
	map_free(&lexicon->words);
	map_free(&lexicon->exact);
	units_free(&lexicon->units);
	arena_free(&lexicon->keys);
	*lexicon = (struct lexicon){0};
}
