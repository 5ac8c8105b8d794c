#include "lexeme.h"

#include <stdlib.h>

#include "amount.h"
#include "memory.h"
#include "octets.h"
#include "utf8.h"

enum {
	PHRASE_TOKENS = 7,
	LONGEST_SYMBOL = 16, /* bytes */
	REACH = 3,           /* tokens between a symbol and its number */
};

static const struct entry no_entry;
const struct lexeme no_lexeme = {
	.token = {.kind = TOKEN_MARK}, .entry = &no_entry, .exact_entry = &no_entry};

struct slice
lexeme_lower(const struct lexemes *lexemes, size_t at)
{
	const struct lexeme *lexeme = lexeme_at(lexemes, at);
	if (lexeme == &no_lexeme)
		return SLICE("");
	return slice_cut(buffer_slice(&lexemes->lower), lexeme->lower, lexeme->lower_end);
}

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

/* Zero bytes behind it let words be read eight bytes at a time. */
static void
fold(struct buffer *folded, struct slice text)
{
	buffer_clear(folded);
	buffer_reserve(folded, text.len + LEXICON_SHORT);
	char *to = folded->data;
	size_t at = 0;
	for (uint64_t octets; at + sizeof octets <= text.len; at += sizeof octets) {
		memcpy(&octets, text.data + at, sizeof octets);
		octets = octets_lower(octets);
		memcpy(to + at, &octets, sizeof octets);
	}
	for (; at < text.len; at++) {
		unsigned char byte = (unsigned char)text.data[at];
		to[at] = (char)((unsigned)byte - 'A' < 26 ? byte | 0x20 : byte);
	}
	memset(folded->data + text.len, 0, LEXICON_SHORT);
}

static bool
is_ascii(struct slice token)
{
	unsigned char all = 0;
	for (size_t i = 0; i < token.len; i++)
		all |= (unsigned char)token.data[i];
	return all < 0x80;
}

static bool
begins_with_capital(struct slice text)
{
	size_t len;
	unsigned char byte = (unsigned char)text.data[0];
	if (byte < 0x80)
		return byte >= 'A' && byte <= 'Z';
	return utf8_is_upper(utf8_decode(text, 0, &len));
}

static const struct entry *
compound_entry(struct lexemes *lexemes, struct slice word)
{
	uint64_t value;
	if (!lexicon_compound(lexemes->lexicon, word, &value))
		return NULL;
	struct entry *entry = arena_new(&lexemes->compounds, sizeof *entry);
	*entry = (struct entry){
		.roles = ROLE_CARDINAL, .begins = ROLE_CARDINAL, .cardinal = value};
	return entry;
}

/* Symbols of units and signs of currency stand near digits or number words. */
static void
look_up_exact(struct lexemes *lexemes, size_t number)
{
	for (size_t at = number > REACH ? number - REACH : 0;
		at <= number + REACH && at < lexemes->count; at++) {
		struct lexeme *lexeme = &lexemes->items[at];
		const struct token *token = &lexeme->token;
		if (token->kind == TOKEN_DIGITS || lexeme->exact_entry != &no_entry ||
			token->end - token->start > LONGEST_SYMBOL)
			continue;
		const struct entry *entry =
			lexicon_find_exact(lexemes->lexicon, token_text(lexemes->text, *token));
		if (entry)
			lexeme->exact_entry = entry;
	}
}

/*
 * Adds a token in lower case and a space, and looks it up. `lower` has room for all tokens that
 * are left while they grow no longer. False where the token is not short or not all ASCII, and
 * nothing was done.
 */
static bool
add_short(struct lexemes *lexemes, struct lexeme *lexeme, size_t len)
{
	if (len > LEXICON_SHORT)
		return false;
	const char *folded = lexemes->folded.data + lexeme->token.start;
	uint64_t bytes = octets_read(folded) & UINT64_MAX >> (64 - 8 * len);
	if (bytes & 0x8080808080808080u)
		return false;
	char *room = lexemes->lower.data + lexemes->lower.len;
	memcpy(room, folded, LEXICON_SHORT);
	room[len] = ' ';
	lexemes->lower.len += len + 1;
	lexeme->entry = lexicon_find_short(lexemes->lexicon, bytes, len);
	return true;
}

static void
add_long(struct lexemes *lexemes, struct lexeme *lexeme)
{
	const struct token *token = &lexeme->token;
	struct slice folded = {lexemes->folded.data + token->start, token->end - token->start};
	size_t start = lexemes->lower.len;
	if (is_ascii(folded)) {
		memcpy(lexemes->lower.data + start, folded.data, folded.len);
		lexemes->lower.data[start + folded.len] = ' ';
		lexemes->lower.len += folded.len + 1;
	} else {
		utf8_add_lower(&lexemes->lower, token_text(lexemes->text, *token));
		buffer_add_byte(&lexemes->lower, ' ');
		buffer_reserve(&lexemes->lower, lexemes->text.len - token->end +
							lexemes->tokens.count - lexemes->count +
							LEXICON_SHORT);
	}
	lexeme->entry = lexicon_find(lexemes->lexicon,
		slice_cut(buffer_slice(&lexemes->lower), start, lexemes->lower.len - 1));
}

static void
add(struct lexemes *lexemes, struct token token)
{
	struct lexeme *lexeme = &lexemes->items[lexemes->count++];
	lexeme->token = token;
	lexeme->lower = (uint32_t)lexemes->lower.len;
	lexeme->exact_entry = &no_entry;
	if (!add_short(lexemes, lexeme, token.end - token.start))
		add_long(lexemes, lexeme);
	lexeme->lower_end = (uint32_t)lexemes->lower.len - 1;
	bool letters = token.kind == TOKEN_LETTERS;
	lexeme->capital = letters && begins_with_capital(token_text(lexemes->text, token));
	if (!lexeme->entry && letters && lexemes->lexicon->compounds)
		lexeme->entry =
			compound_entry(lexemes, slice_cut(buffer_slice(&lexemes->lower),
							lexeme->lower, lexeme->lower_end));
	if (!lexeme->entry)
		lexeme->entry = &no_entry;
}

void
lexemes_split(struct lexemes *lexemes, const struct lexicon *lexicon, struct slice text)
{
	lexemes->text = text;
	lexemes->lexicon = lexicon;
	lexemes->count = 0;
	buffer_clear(&lexemes->lower);
	arena_clear(&lexemes->compounds);
	tokens_split(&lexemes->tokens, text);
	fold(&lexemes->folded, text);
	buffer_reserve(&lexemes->lower, text.len + lexemes->tokens.count + LEXICON_SHORT);
	lexemes->items = memory_reserve(lexemes->items, &lexemes->capacity,
		lexemes->tokens.count, sizeof *lexemes->items);
	if (lexemes->memo)
		amount_forget(lexemes->memo);
	else
		lexemes->memo = amount_memo_new();
	for (size_t i = 0; i < lexemes->tokens.count; i++)
		add(lexemes, lexemes->tokens.items[i]);
	for (size_t i = 0; i < lexemes->count; i++)
		if (lexemes->items[i].token.kind == TOKEN_DIGITS ||
			lexemes->items[i].entry->roles & (ROLE_CARDINAL | ROLE_GLYPH))
			look_up_exact(lexemes, i);
}

void
lexemes_free(struct lexemes *lexemes)
{
	free(lexemes->items);
	tokens_free(&lexemes->tokens);
	buffer_free(&lexemes->lower);
	buffer_free(&lexemes->folded);
	free(lexemes->memo);
	arena_free(&lexemes->compounds);
	*lexemes = (struct lexemes){0};
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
	return lexicon_find(lexemes->lexicon,
		slice_cut(buffer_slice(&lexemes->lower), first->lower, last->lower_end));
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
operator_phrase(const struct lexemes *lexemes, size_t at, uint64_t operators)
{
	for (size_t tokens = limit_at(lexemes, at, false); tokens > 0; tokens--) {
		const struct entry *entry = find_phrase(lexemes, at, tokens, false);
		if (entry && entry->operators & operators)
			return tokens;
	}
	return 0;
}
