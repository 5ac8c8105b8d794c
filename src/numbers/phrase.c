#include "phrase.h"

enum {
	PHRASE_TOKENS = 7, /* the longest */
};

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
	bool goes_on = exact ? entry->followers >> lexicon_follower(token_text(
							   lexemes->text, lexeme[1].token)) &
				       1
			     : lexeme_goes_on(lexemes, at);
	if (!goes_on)
		return 1;
	return lexemes->count - at < entry->longest ? lexemes->count - at : entry->longest;
}

static struct phrase
longest(const struct lexemes *lexemes, size_t at, uint32_t roles, bool exact)
{
	const struct lexeme *first = lexeme_at(lexemes, at);
	if (!((exact ? first->exact_entry : first->entry)->begins & roles))
		return (struct phrase){0};
	for (size_t tokens = limit_at(lexemes, at, exact); tokens > 0; tokens--) {
		const struct entry *entry = find_phrase(lexemes, at, tokens, exact);
		if (entry && entry->roles & roles)
			return (struct phrase){entry, tokens};
	}
	return (struct phrase){0};
}

bool
phrase_is_word(const struct lexemes *lexemes, size_t at)
{
	return limit_at(lexemes, at, false) < 2;
}

struct phrase
phrase_find(const struct lexemes *lexemes, size_t at, uint32_t roles)
{
	return longest(lexemes, at, roles, false);
}

struct phrase
phrase_find_exact(const struct lexemes *lexemes, size_t at, uint32_t roles)
{
	return longest(lexemes, at, roles, true);
}

static struct phrase
longest_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles, bool exact)
{
	size_t limit = end > floor ? end - floor : 0;
	const struct lexeme *final = lexeme_at(lexemes, end - 1);
	if (!((exact ? final->exact_entry : final->entry)->ends & roles))
		return (struct phrase){0};
	if (limit > PHRASE_TOKENS)
		limit = PHRASE_TOKENS;
	for (size_t tokens = limit; tokens > 0; tokens--) {
		const struct lexeme *first = lexeme_at(lexemes, end - tokens);
		if (!((exact ? first->exact_entry : first->entry)->begins & roles) ||
			tokens > limit_at(lexemes, end - tokens, exact))
			continue;
		const struct entry *entry = find_phrase(lexemes, end - tokens, tokens, exact);
		if (entry && entry->roles & roles)
			return (struct phrase){entry, tokens};
	}
	return (struct phrase){0};
}

struct phrase
phrase_find_before(const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles)
{
	return longest_before(lexemes, floor, end, roles, false);
}

struct phrase
phrase_find_exact_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles)
{
	return longest_before(lexemes, floor, end, roles, true);
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
