/*
 * token: text cut into runs of letters, runs of digits and single other characters; white space
 * between them is left out. `can't` is three tokens, so is `12-year`: who needs larger words
 * joins tokens that are not spaced.
 */
#ifndef TOKEN_H
#define TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "octets.h"
#include "slice.h"

enum token_kind {
	TOKEN_LETTERS, /* with the marks that combine with them */
	TOKEN_DIGITS,  /* decimal digits of one or more scripts */
	TOKEN_MARK,    /* one other character; bad bytes one by one */
	TOKEN_SPACE,   /* no token has this kind, */
	TOKEN_BEYOND,  /* nor this: the bytes beyond ASCII */
};

struct token {
	uint32_t start, end; /* bytes in the text */
	uint8_t kind;
	bool spaced; /* white space, or the text's beginning, stands before it */
};

/* The kinds of bytes. */
extern const uint8_t token_kinds[256];

/* Whether a dash, quotation mark or dots, U+2010 to U+2027, stand there: the usual marks. */
static inline bool
token_is_usual_mark(struct slice text, size_t at)
{
	return text.len - at >= 3 && (unsigned char)text.data[at] == 0xe2 &&
	       (unsigned char)text.data[at + 1] == 0x80 &&
	       (unsigned)(unsigned char)text.data[at + 2] - 0x90 < 0x18;
}

/* What token_next() does where white space, or a token, may be of characters beyond ASCII. */
bool token_next_beyond(struct slice text, size_t at, struct token *token);

/*
 * Reads the first token at `at` or behind it, where `at` is 0 or where a token ends. False
 * where only white space is left.
 */
static inline bool
token_next(struct slice text, size_t at, struct token *token)
{
	size_t start = at, end;
	while (start < text.len && token_kinds[(unsigned char)text.data[start]] == TOKEN_SPACE)
		start++;
	if (start == text.len)
		return false;
	token->spaced = start > at || at == 0;
	token->kind = token_kinds[(unsigned char)text.data[start]];
	if (token->kind == TOKEN_LETTERS) {
		end = octets_end_of_letters(text, start + 1);
	} else {
		end = start + 1;
		while (token->kind == TOKEN_DIGITS && end < text.len &&
			(unsigned)text.data[end] - '0' < 10)
			end++;
	}
	bool beyond =
		token->kind == TOKEN_BEYOND || (token->kind != TOKEN_MARK && end < text.len &&
						       (unsigned char)text.data[end] >= 0x80);
	if (beyond)
		return token_next_beyond(text, start, token);
	token->start = (uint32_t)start;
	token->end = (uint32_t)end;
	return true;
}

/* All zero before its first use; it owns its items until tokens_free(). */
struct tokens {
	struct token *items;
	size_t count, capacity;
};

/* Fills `tokens` anew with those of the text (below 4 GiB). */
void tokens_split(struct tokens *tokens, struct slice text);

static inline struct slice
token_text(struct slice text, struct token token)
{
	return slice_cut(text, token.start, token.end);
}

void tokens_free(struct tokens *tokens);

#endif
