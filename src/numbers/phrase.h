/*
 * phrase: words and symbols of the tables that have one token or several: "per cent", "km / h".
 */
#ifndef PHRASE_H
#define PHRASE_H

#include "lexeme.h"

/* What the tables say of a phrase, NULL where there is none, and how many tokens it has. */
struct phrase {
	const struct entry *entry;
	size_t tokens;
};

/*
 * The longest phrase that begins there and has one of the roles; phrase_find_exact: of those
 * that must be spelled as in their table; phrase_find_before: that ends before `end` and begins
 * at `floor` or behind it.
 */
struct phrase phrase_find(const struct lexemes *lexemes, size_t at, uint32_t roles);
struct phrase phrase_find_exact(const struct lexemes *lexemes, size_t at, uint32_t roles);
struct phrase phrase_find_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles);
struct phrase phrase_find_exact_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles);

/* The same, at once where the word begins or ends no such phrase; most do not. */
static inline const struct entry *
phrase_at(const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens)
{
	struct phrase found = {0};
	const struct entry *entry = entry_at(lexemes, at);
	if (entry->begins & roles)
		found = entry->longest == 1 ? (struct phrase){entry, 1}
					    : phrase_find(lexemes, at, roles);
	*tokens = found.tokens;
	return found.entry;
}
static inline const struct entry *
phrase_exact(const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens)
{
	struct phrase found = {0};
	if (lexeme_at(lexemes, at)->exact_entry->begins & roles)
		found = phrase_find_exact(lexemes, at, roles);
	*tokens = found.tokens;
	return found.entry;
}
static inline const struct entry *
phrase_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles, size_t *tokens)
{
	struct phrase found = {0};
	if (entry_at(lexemes, end - 1)->ends & roles)
		found = phrase_find_before(lexemes, floor, end, roles);
	*tokens = found.tokens;
	return found.entry;
}
static inline const struct entry *
phrase_exact_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles, size_t *tokens)
{
	struct phrase found = phrase_find_exact_before(lexemes, floor, end, roles);
	*tokens = found.tokens;
	return found.entry;
}

/* Whether the word there begins no phrase of more than one token that could stand there. */
bool phrase_is_word(const struct lexemes *lexemes, size_t at);

/* As phrase_at, for a phrase with one of the operators. How many tokens it has; 0: none. */
size_t operator_phrase_find(const struct lexemes *lexemes, size_t at, uint64_t operators);
static inline size_t
operator_phrase(const struct lexemes *lexemes, size_t at, uint64_t operators)
{
	return entry_at(lexemes, at)->leads & operators
		       ? operator_phrase_find(lexemes, at, operators)
		       : 0;
}

#endif
