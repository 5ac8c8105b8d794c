#include "lexeme.h"

#include <stdlib.h>

#include "amount.h"
#include "masks.h"
#include "memory.h"
#include "octets.h"
#include "utf8.h"

enum {
	REACH = 3, /* tokens between a symbol and its number */
};

static const struct entry no_entry = {.sense = &no_sense};
const struct lexeme no_lexeme = {
	.token = {.kind = TOKEN_MARK}, .entry = &no_entry, .exact_entry = &no_entry};

/* Takes the first of words with a space between them from their list. */
static struct slice
next_of(struct slice *words)
{
	size_t len = 0; /* of few bytes */
	while (len < words->len && words->data[len] != ' ')
		len++;
	struct slice word = slice_cut(*words, 0, len);
	*words = slice_cut(*words, len + (len < words->len), words->len);
	return word;
}

bool
lexeme_ends(const struct lexemes *lexemes, size_t at, const struct endings *endings)
{
	struct slice word = lexeme_lower(lexemes, at), list = endings->list;
	unsigned char last = word.len > 0 ? (unsigned char)word.data[word.len - 1] : 0;
	if (!(endings->last[last / 64] >> last % 64 & 1))
		return false; /* most */
	while (list.len > 0) {
		struct slice ending = next_of(&list);
		if (word.len > ending.len + 1 && ending.len > 0 && slice_ends(word, ending))
			return true;
	}
	return false;
}

bool
lexeme_among(const struct lexemes *lexemes, size_t at, struct slice words)
{
	struct slice word = lexeme_lower(lexemes, at);
	while (words.len > 0)
		if (slice_equal(word, next_of(&words)))
			return true;
	return false;
}

static const struct entry *
compound_entry(struct lexemes *lexemes, struct slice word)
{
	uint64_t value;
	if (!lexicon_compound(lexemes->lexicon, word, &value))
		return NULL;
	struct entry *entry = arena_new(&lexemes->compounds, sizeof *entry);
	*entry = lexemes->lexicon->compound;
	entry->sense = arena_new(&lexemes->compounds, sizeof *entry->sense);
	*entry->sense = (struct sense){.cardinal = value};
	return entry;
}

static bool
is_ascii(struct slice folded)
{
	uint64_t all = 0;
	size_t at = 0;
	for (; at < folded.len; at += 8)
		all |= octets_read(folded.data + at);
	return !(all & 0x8080808080808080u);
}

/* Puts a token that may have characters beyond ASCII into lower case. */
static void
lower(struct lexemes *lexemes, size_t at)
{
	struct buffer *text = &lexemes->folded.lower;
	struct token token = lexemes->items[at].token;
	struct lexeme_place *place = &lexemes->places[at];
	*place = (struct lexeme_place){token.start, token.end};
	if (is_ascii(lexeme_lower(lexemes, at)))
		return;
	place->start = (uint32_t)text->len;
	utf8_add_lower(text, token_text(lexemes->text, token));
	place->end = (uint32_t)text->len;
	buffer_reserve(text, FOLDED_MARGIN);
}

/* Looks a word up that may have characters beyond ASCII or be a compound. */
static const struct entry *
find_any(struct lexemes *lexemes, size_t at)
{
	const struct lexicon *lexicon = lexemes->lexicon;
	struct slice word = lexeme_lower(lexemes, at);
	const struct entry *entry = lexicon_find(lexicon, word);
	const struct entry *compound = NULL;
	if (lexicon->compounds && !lexicon_knows(entry) && is_kind(lexemes, at, TOKEN_LETTERS))
		compound = compound_entry(lexemes, word);
	if (compound)
		return compound;
	return entry ? entry : lexicon->entries;
}

static inline bool
is_capital(const struct lexemes *lexemes, const struct token *token)
{
	size_t len;
	unsigned char byte = (unsigned char)lexemes->text.data[token->start];
	if (token->kind != TOKEN_LETTERS)
		return false;
	if (byte < 0x80)
		return byte < 'a';
	return utf8_is_upper(utf8_decode(lexemes->text, token->start, &len));
}

static void
begin(struct lexemes *lexemes)
{
	lexemes->memo = amount_memo_new();
	lexemes->phrase = memory_new_zeroed(1, sizeof *lexemes->phrase);
}

/* What leads in something starts it where the next lexeme is what it may lead in. */
static void
start_with_leads(struct lexeme_marks *marks, size_t blocks)
{
	for (size_t i = 0; i < blocks; i++) {
		uint64_t next = i + 1 < blocks ? marks[i + 1].follows << 63 : 0;
		marks[i].starts |= marks[i].leads & (marks[i].follows >> 1 | next);
	}
}

/* A phrase starts something only where its second word may follow on its first. */
static void
start_with_phrases(struct lexemes *lexemes, size_t block)
{
	struct lexeme_marks *marks = &lexemes->marks[block];
	for (uint64_t left = marks->opens & ~marks->starts; left; left &= left - 1) {
		size_t bit = (size_t)__builtin_ctzll(left);
		if (lexeme_goes_on(lexemes, block * LEXEMES_BLOCK + bit))
			marks->starts |= UINT64_C(1) << bit;
	}
}

/* Makes bits of the marks of eight tokens. */
static inline void
mark_octet(struct lexeme_marks *marks, uint64_t octets, size_t bit)
{
	marks->starts |= masks_of_bit(octets, MARK_STARTS) << bit;
	marks->leads |= masks_of_bit(octets, MARK_LEADS) << bit;
	marks->follows |= masks_of_bit(octets, MARK_FOLLOWS) << bit;
	marks->numbers |= masks_of_bit(octets, MARK_NUMBER) << bit;
	marks->opens |= masks_of_bit(octets, MARK_OPENS) << bit;
}

static void
mark_blocks(struct lexemes *lexemes)
{
	size_t blocks = lexemes->count / LEXEMES_BLOCK + 1;
	lexemes->marks = memory_reserve(
		lexemes->marks, &lexemes->marks_capacity, blocks, sizeof *lexemes->marks);
	memset(lexemes->marks, 0, blocks * sizeof *lexemes->marks);
	memset(lexemes->token_marks + lexemes->count, 0, sizeof(uint64_t));
	for (size_t at = 0; at < lexemes->count; at += sizeof(uint64_t))
		mark_octet(&lexemes->marks[at / LEXEMES_BLOCK],
			octets_read((const char *)lexemes->token_marks + at),
			at % LEXEMES_BLOCK);
	start_with_leads(lexemes->marks, blocks);
	for (size_t i = 0; i < blocks; i++)
		start_with_phrases(lexemes, i);
}

/* Notes that something may begin there. */
static void
note_start(struct lexemes *lexemes, size_t at)
{
	lexemes->marks[at / LEXEMES_BLOCK].starts |= UINT64_C(1) << at % LEXEMES_BLOCK;
}

/* Symbols of units and signs of currency; one of these may begin a number. */
static void
look_up_exact(struct lexemes *lexemes, size_t at)
{
	struct lexeme *lexeme = &lexemes->items[at];
	struct slice word = token_text(lexemes->text, lexeme->token);
	if (lexeme->token.kind == TOKEN_DIGITS || !lexicon_may_be_exact(lexemes->lexicon, word))
		return;
	const struct entry *entry = lexicon_find_exact(lexemes->lexicon, word);
	if (!entry)
		return;
	lexeme->exact_entry = entry;
	if (entry->begins & ROLE_CURRENCY)
		note_start(lexemes, at);
}

/* Looks up what stands on both sides of a number; a mark glued to digits may be a sign. */
static void
look_around(struct lexemes *lexemes, size_t at, size_t *looked)
{
	if (at > *looked + REACH)
		*looked = at - REACH;
	for (; *looked <= at + REACH && *looked < lexemes->count; (*looked)++)
		look_up_exact(lexemes, *looked);
	if (at > 0 && is_kind(lexemes, at, TOKEN_DIGITS) && !is_spaced(lexemes, at) &&
		is_kind(lexemes, at - 1, TOKEN_MARK))
		note_start(lexemes, at - 1);
}

static void
look_around_numbers(struct lexemes *lexemes)
{
	size_t looked = 0;
	for (size_t first = 0; first < lexemes->count; first += LEXEMES_BLOCK) {
		uint64_t left = lexemes->marks[first / LEXEMES_BLOCK].numbers;
		for (; left; left &= left - 1)
			look_around(lexemes, first + (size_t)__builtin_ctzll(left), &looked);
	}
}

/* What all words together begin. */
struct gathered {
	uint32_t begins;
	uint64_t leads;
};

/* What digits are to a number or date; other tokens are what their entry tells. */
static const uint8_t marks_of_kind[] = {
	[TOKEN_LETTERS] = 0,
	[TOKEN_DIGITS] = 1 << MARK_STARTS | 1 << MARK_FOLLOWS | 1 << MARK_NUMBER,
	[TOKEN_MARK] = 0,
	[TOKEN_BEYOND] = 0, /* usual marks */
};

/* Token by token: where characters beyond ASCII may join them, or be white space. */
static void
split_any(struct lexemes *lexemes)
{
	struct lexeme *lexeme = lexemes->items;
	for (size_t at = 0; token_next(lexemes->text, at, &lexeme->token); lexeme++) {
		at = lexeme->token.end;
		lexeme->capital = is_capital(lexemes, &lexeme->token);
	}
	lexemes->count = (size_t)(lexeme - lexemes->items);
}

/* Looks the tokens up. */
static struct gathered
look_up_any(struct lexemes *lexemes)
{
	struct gathered gathered = {0};
	lexemes->places = memory_reserve(lexemes->places, &lexemes->places_capacity,
		lexemes->count, sizeof *lexemes->places);
	for (size_t at = 0; at < lexemes->count; at++) {
		struct lexeme *lexeme = &lexemes->items[at];
		lower(lexemes, at);
		lexeme->entry = find_any(lexemes, at);
		lexeme->exact_entry = &no_entry;
		lexemes->token_marks[at] =
			lexeme->entry->marks | marks_of_kind[lexeme->token.kind];
		gathered.begins |= lexeme->entry->begins;
		gathered.leads |= lexeme->entry->leads;
	}
	return gathered;
}

/* Where tokens start and end, by the marks of that: there are as many of both. */
static void
place_plain(struct lexemes *lexemes)
{
	struct folded_carry carry = {0};
	struct lexeme *starts = lexemes->items, *ends = lexemes->items;
	for (size_t i = 0; i < lexemes->folded.count; i++) {
		struct folded_tokens tokens = folded_tokens(&lexemes->folded, i, &carry);
		uint32_t at = (uint32_t)(i * MASKS_BYTES);
		for (uint64_t left = tokens.starts; left; left &= left - 1)
			starts++->token.start = at + (uint32_t)__builtin_ctzll(left);
		for (uint64_t left = tokens.ends; left; left &= left - 1)
			ends++->token.end = at + (uint32_t)__builtin_ctzll(left);
	}
	lexemes->count = (size_t)(starts - lexemes->items);
}

/* Looks all tokens up; of ASCII, or marks. */
static void
look_up_plain(struct lexemes *lexemes)
{
	const struct words *words = &lexemes->lexicon->words;
	const struct words_index index = words->index;
	const struct entry *entries = lexemes->lexicon->entries;
	const char *lower = lexemes->folded.lower.data;
	struct lexeme *lexeme = lexemes->items, *end = lexeme + lexemes->count;
	for (; lexeme < end; lexeme++) {
		const char *word = lower + lexeme->token.start;
		size_t len = lexeme->token.end - lexeme->token.start;
		lexeme->entry = &entries[words_find_within(words, &index, word, len)];
	}
}

/* Tells what tokens are that were looked up, and gathers what they mean. */
static struct gathered
describe_plain(struct lexemes *lexemes)
{
	struct gathered gathered = {0};
	uint8_t *marks = lexemes->token_marks;
	uint32_t before = UINT32_MAX;
	struct lexeme *lexeme = lexemes->items, *end = lexeme + lexemes->count;
	for (; lexeme < end; lexeme++) {
		unsigned char first = (unsigned char)lexemes->text.data[lexeme->token.start];
		uint8_t kind = token_kinds[first];
		const struct entry *entry = lexeme->entry;
		lexeme->token.kind = kind == TOKEN_BEYOND ? TOKEN_MARK : kind;
		lexeme->token.spaced = lexeme->token.start != before;
		lexeme->capital = (unsigned)first - 'A' < 26;
		lexeme->exact_entry = &no_entry;
		gathered.begins |= entry->begins;
		gathered.leads |= entry->leads;
		*marks++ = entry->marks | marks_of_kind[kind];
		before = lexeme->token.end;
	}
	return gathered;
}

/* Makes room for as many tokens as a text can have. */
static void
make_room(struct lexemes *lexemes, size_t tokens)
{
	lexemes->items = memory_reserve(
		lexemes->items, &lexemes->capacity, tokens, sizeof *lexemes->items);
	lexemes->token_marks =
		memory_reserve(lexemes->token_marks, &lexemes->token_marks_capacity,
			tokens + sizeof(uint64_t), sizeof *lexemes->token_marks);
}

void
lexemes_split(struct lexemes *lexemes, const struct lexicon *lexicon)
{
	lexemes->text = lexemes->folded.text;
	lexemes->lexicon = lexicon;
	arena_clear(&lexemes->compounds);
	if (!lexemes->memo)
		begin(lexemes);
	amount_forget(lexemes->memo);
	make_room(lexemes, lexemes->text.len + 1);
	struct gathered gathered;
	if (lexemes->folded.plain && !lexicon->compounds) {
		place_plain(lexemes);
		look_up_plain(lexemes);
		gathered = describe_plain(lexemes);
	} else {
		split_any(lexemes);
		gathered = look_up_any(lexemes);
	}
	lexemes->begins = gathered.begins;
	lexemes->leads = gathered.leads;
	mark_blocks(lexemes);
	look_around_numbers(lexemes);
}

void
lexemes_free(struct lexemes *lexemes)
{
	free(lexemes->items);
	free(lexemes->places);
	free(lexemes->token_marks);
	free(lexemes->marks);
	folded_free(&lexemes->folded);
	if (lexemes->phrase)
		buffer_free(lexemes->phrase);
	free(lexemes->phrase);
	free(lexemes->memo);
	arena_free(&lexemes->compounds);
	*lexemes = (struct lexemes){0};
}

size_t
lexemes_next_start(const struct lexemes *lexemes, size_t at)
{
	for (size_t first = at - at % LEXEMES_BLOCK; first < lexemes->count;
		first += LEXEMES_BLOCK) {
		uint64_t left = lexemes->marks[first / LEXEMES_BLOCK].starts;
		if (first < at)
			left &= UINT64_MAX << at % LEXEMES_BLOCK;
		if (left)
			return first + (size_t)__builtin_ctzll(left);
	}
	return lexemes->count;
}
