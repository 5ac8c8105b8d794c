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

#include "slice.h"

enum token_kind {
	TOKEN_LETTERS, /* with the marks that combine with them */
	TOKEN_DIGITS,  /* decimal digits of one or more scripts */
	TOKEN_MARK,    /* one other character; bad bytes one by one */
};

struct token {
	uint32_t start, end; /* bytes in the text */
	uint8_t kind;
	bool spaced; /* white space, or the text's beginning, stands before it */
};

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
