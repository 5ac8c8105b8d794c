#include "lexeme.h"

#include <stdlib.h>

#include "amount.h"
#include "masks.h"
#include "memory.h"
#include "octets.h"
#include "utf8.h"

enum {
	PHRASE_TOKENS = 7,
	LONGEST_SYMBOL = 16, /* bytes */
	REACH = 3,           /* tokens between a symbol and its number */
};

static const struct entry no_entry = {.sense = &no_sense};
const struct lexeme no_lexeme = {
	.token = {.kind = TOKEN_MARK}, .entry = &no_entry, .exact_entry = &no_entry};

bool
lexeme_ends(const struct lexemes *lexemes, size_t at, struct slice endings)
{
	struct slice word = lexeme_lower(lexemes, at);
	while (endings.len > 0) {
		const char *space = memchr(endings.data, ' ', endings.len);
		size_t len = space ? (size_t)(space - endings.data) : endings.len;
		if (word.len > len + 1 && slice_ends(word, slice_cut(endings, 0, len)))
			return true;
		endings = slice_cut(endings, space ? len + 1 : len, endings.len);
	}
	return false;
}

static struct slice
lower_of(const struct lexemes *lexemes, const struct lexeme *lexeme)
{
	return (struct slice){
		lexemes->folded.lower.data + lexeme->lower, lexeme->lower_end - lexeme->lower};
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

/* Looks a word up that may have characters beyond ASCII or be a compound. */
static const struct entry *
find_any(struct lexemes *lexemes, struct lexeme *lexeme)
{
	const struct lexicon *lexicon = lexemes->lexicon;
	struct buffer *lower = &lexemes->folded.lower;
	if (!is_ascii(lower_of(lexemes, lexeme))) {
		lexeme->lower = (uint32_t)lower->len;
		utf8_add_lower(lower, token_text(lexemes->text, lexeme->token));
		lexeme->lower_end = (uint32_t)lower->len;
		buffer_reserve(lower, FOLDED_MARGIN);
	}
	const struct entry *entry = lexicon_find(lexicon, lower_of(lexemes, lexeme));
	const struct entry *compound = NULL;
	if (lexicon->compounds && !lexicon_knows(entry) && lexeme->token.kind == TOKEN_LETTERS)
		compound = compound_entry(lexemes, lower_of(lexemes, lexeme));
	if (compound)
		return compound;
	return entry ? entry : lexicon->entries;
}

/* And one that has none and is none. */
static inline const struct entry *
find_plain(const struct lexemes *lexemes, const struct lexeme *lexeme)
{
	const struct words *words = &lexemes->lexicon->words;
	const char *word = lexemes->folded.lower.data + lexeme->token.start;
	size_t len = lexeme->token.end - lexeme->token.start;
	uint32_t known = len <= WORDS_SHORT
				 ? words_find_short(words,
					   octets_read(word) & UINT64_MAX >> (64 - 8 * len))
				 : words_find(words, (struct slice){word, len});
	return &lexemes->lexicon->entries[known];
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
look_up_exact(const struct lexemes *lexemes, struct lexeme *lexeme)
{
	const struct token *token = &lexeme->token;
	if (token->kind == TOKEN_DIGITS || token->end - token->start > LONGEST_SYMBOL)
		return;
	const struct entry *entry =
		lexicon_find_exact(lexemes->lexicon, token_text(lexemes->text, *token));
	lexeme->exact_entry = entry ? entry : &no_entry;
}

/* Fills in all but the token. */
static inline void
fill(struct lexemes *lexemes, struct lexeme *lexeme, bool plain)
{
	lexeme->lower = lexeme->token.start;
	lexeme->lower_end = lexeme->token.end;
	lexeme->capital = is_capital(lexemes, &lexeme->token);
	lexeme->exact_entry = &no_entry;
	lexeme->entry = plain ? find_plain(lexemes, lexeme) : find_any(lexemes, lexeme);
}

static void
begin(struct lexemes *lexemes)
{
	lexemes->memo = amount_memo_new();
	lexemes->phrase = memory_new_zeroed(1, sizeof *lexemes->phrase);
}

/* Symbols of units and signs of currency are looked up near digits and number words only. */
static inline void
fill_all(struct lexemes *lexemes, bool plain)
{
	struct lexeme *lexeme = lexemes->items, *end = lexeme + lexemes->count;
	struct lexeme *exact = lexeme, *exact_end = lexeme; /* where they are looked up next */
	uint64_t leads = 0;
	uint32_t begins = 0;
	for (; lexeme < end; lexeme++) {
		fill(lexemes, lexeme, plain);
		begins |= lexeme->entry->begins;
		leads |= lexeme->entry->leads;
		if (lexeme->token.kind == TOKEN_DIGITS ||
			lexeme->entry->roles & (ROLE_CARDINAL | ROLE_GLYPH)) {
			if (lexeme - exact > REACH)
				exact = lexeme - REACH;
			exact_end = lexeme + REACH + 1;
		}
		for (; exact <= lexeme && exact < exact_end; exact++)
			look_up_exact(lexemes, exact);
	}
	lexemes->begins = begins;
	lexemes->leads = leads;
}

/* Token by token: where characters beyond ASCII may join them, or be white space. */
static void
split_any(struct lexemes *lexemes)
{
	struct lexeme *lexeme = lexemes->items;
	for (size_t at = 0; token_next(lexemes->text, at, &lexeme->token);)
		at = lexeme++->token.end;
	lexemes->count = (size_t)(lexeme - lexemes->items);
}

/* By the marks of where tokens start and end. */
static void
split_plain(struct lexemes *lexemes)
{
	const struct folded *folded = &lexemes->folded;
	struct lexeme *lexeme = lexemes->items, *ended = lexeme;
	for (size_t i = 0; i < folded->count; i++) {
		uint32_t at = (uint32_t)(i * MASKS_BYTES);
		for (uint64_t left = folded->blocks[i].starts; left; left &= left - 1)
			lexeme++->token.start = at + (uint32_t)__builtin_ctzll(left);
		for (uint64_t left = folded->blocks[i].ends; left; left &= left - 1)
			ended++->token.end = at + (uint32_t)__builtin_ctzll(left);
	}
	lexemes->count = (size_t)(lexeme - lexemes->items);
	uint32_t before = 0;
	for (lexeme = lexemes->items; lexeme < ended; lexeme++) {
		struct token *token = &lexeme->token;
		uint8_t kind = token_kinds[(unsigned char)folded->text.data[token->start]];
		token->kind = kind == TOKEN_BEYOND ? TOKEN_MARK : kind;
		token->spaced = token->start > before || token->start == 0;
		before = token->end;
	}
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
	lexemes->items = memory_reserve(lexemes->items, &lexemes->capacity,
		lexemes->text.len + 1, sizeof *lexemes->items);
	if (lexemes->folded.plain)
		split_plain(lexemes);
	else
		split_any(lexemes);
	if (lexemes->folded.plain && !lexicon->compounds)
		fill_all(lexemes, true);
	else
		fill_all(lexemes, false);
}

void
lexemes_free(struct lexemes *lexemes)
{
	free(lexemes->items);
	folded_free(&lexemes->folded);
	if (lexemes->phrase)
		buffer_free(lexemes->phrase);
	free(lexemes->phrase);
	free(lexemes->memo);
	arena_free(&lexemes->compounds);
	*lexemes = (struct lexemes){0};
}

/* The tokens in lower case, with one space between: "per cent", "km / h". */
static struct slice
phrase_text(const struct lexemes *lexemes, size_t at, size_t tokens)
{
	struct buffer *phrase = lexemes->phrase;
	buffer_clear(phrase);
	for (size_t i = at; i < at + tokens; i++) {
		if (i > at)
			buffer_add_byte(phrase, ' ');
		buffer_add(phrase, lexeme_lower(lexemes, i));
	}
	return buffer_slice(phrase);
}

static const struct entry *
find_phrase(const struct lexemes *lexemes, size_t at, size_t tokens, bool exact)
{
	const struct lexeme *first = &lexemes->items[at];
	const struct lexeme *last = &lexemes->items[at + tokens - 1];
	if (tokens == 1)
		return exact ? first->exact_entry : first->entry;
	if (exact)
		return lexicon_find_exact(lexemes->lexicon,
			slice_cut(lexemes->text, first->token.start, last->token.end));
	return lexicon_find(lexemes->lexicon, phrase_text(lexemes, at, tokens));
}

/* How many tokens a phrase that begins there may have: one, where the next cannot follow. */
static size_t
limit_at(const struct lexemes *lexemes, size_t at, bool exact)
{
	if (at >= lexemes->count)
		return 0;
	const struct lexeme *lexeme = &lexemes->items[at];
	const struct entry *entry = exact ? lexeme->exact_entry : lexeme->entry;
	if (entry->longest < 2 || at + 1 == lexemes->count)
		return 1;
	struct slice second = exact ? token_text(lexemes->text, lexeme[1].token)
				    : lexeme_lower(lexemes, at + 1);
	if (!(entry->followers >> lexicon_follower(second) & 1))
		return 1;
	return lexemes->count - at < entry->longest ? lexemes->count - at : entry->longest;
}

static const struct entry *
longest(const struct lexemes *lexemes, size_t at, uint32_t roles, bool exact, size_t *tokens)
{
	const struct lexeme *first = lexeme_at(lexemes, at);
	*tokens = 0;
	if (!((exact ? first->exact_entry : first->entry)->begins & roles))
		return NULL;
	size_t limit = limit_at(lexemes, at, exact);
	for (*tokens = limit; *tokens > 0; (*tokens)--) {
		const struct entry *entry = find_phrase(lexemes, at, *tokens, exact);
		if (entry && entry->roles & roles)
			return entry;
	}
	return NULL;
}

const struct entry *
phrase_find(const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens)
{
	return longest(lexemes, at, roles, false, tokens);
}

const struct entry *
phrase_find_exact(const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens)
{
	return longest(lexemes, at, roles, true, tokens);
}

static const struct entry *
longest_before(const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles,
	bool exact, size_t *tokens)
{
	size_t limit = end > floor ? end - floor : 0;
	const struct lexeme *final = lexeme_at(lexemes, end - 1);
	if (!((exact ? final->exact_entry : final->entry)->ends & roles))
		return NULL;
	if (limit > PHRASE_TOKENS)
		limit = PHRASE_TOKENS;
	for (*tokens = limit; *tokens > 0; (*tokens)--) {
		const struct lexeme *first = lexeme_at(lexemes, end - *tokens);
		if (!((exact ? first->exact_entry : first->entry)->begins & roles) ||
			*tokens > limit_at(lexemes, end - *tokens, exact))
			continue;
		const struct entry *entry = find_phrase(lexemes, end - *tokens, *tokens, exact);
		if (entry && entry->roles & roles)
			return entry;
	}
	return NULL;
}

const struct entry *
phrase_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles, size_t *tokens)
{
	return longest_before(lexemes, floor, end, roles, false, tokens);
}

const struct entry *
phrase_exact_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles, size_t *tokens)
{
	return longest_before(lexemes, floor, end, roles, true, tokens);
}

size_t
operator_phrase_find(const struct lexemes *lexemes, size_t at, uint64_t operators)
{
	for (size_t tokens = limit_at(lexemes, at, false); tokens > 0; tokens--) {
		const struct entry *entry = find_phrase(lexemes, at, tokens, false);
		if (entry && entry->operators & operators)
			return tokens;
	}
	return 0;
}
