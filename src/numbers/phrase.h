/*
 * phrase: words and symbols of the tables that have one token or several: "per cent", "km / h".
 */
#ifndef PHRASE_H
#define PHRASE_H

#include "lexeme.h"

/*
 * The longest phrase that begins there and has one of the roles, and how many tokens it has;
 * NULL where there is none. phrase_exact: of those that must be spelled as in their table.
 */
const struct entry *phrase_find(
	const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens);
static inline const struct entry *
phrase_at(const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens)
{
	const struct entry *entry = entry_at(lexemes, at);
	if (!(entry->begins & roles)) /* most words */
		return NULL;
	*tokens = 1;
	return entry->longest == 1 ? entry : phrase_find(lexemes, at, roles, tokens);
}
const struct entry *phrase_find_exact(
	const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens);
static inline const struct entry *
phrase_exact(const struct lexemes *lexemes, size_t at, uint32_t roles, size_t *tokens)
{
	*tokens = 0;
	return lexeme_at(lexemes, at)->exact_entry->begins & roles
		       ? phrase_find_exact(lexemes, at, roles, tokens)
		       : NULL;
}

/* The longest phrase that ends before `end` and begins at `floor` or behind it. */
const struct entry *phrase_find_before(const struct lexemes *lexemes, size_t floor, size_t end,
	uint32_t roles, size_t *tokens);
static inline const struct entry *
phrase_before(
	const struct lexemes *lexemes, size_t floor, size_t end, uint32_t roles, size_t *tokens)
{
	return entry_at(lexemes, end - 1)->ends & roles
		       ? phrase_find_before(lexemes, floor, end, roles, tokens)
		       : NULL;
}
const struct entry *phrase_exact_before(const struct lexemes *lexemes, size_t floor, size_t end,
	uint32_t roles, size_t *tokens);

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
