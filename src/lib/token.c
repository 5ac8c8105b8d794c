#include "token.h"

#include <stdlib.h>

#include "memory.h"
#include "utf8.h"

#define X2(kind) kind, kind
#define X4(kind) X2(kind), X2(kind)
#define X8(kind) X4(kind), X4(kind)
#define X16(kind) X8(kind), X8(kind)
#define L TOKEN_LETTERS
#define D TOKEN_DIGITS
#define M TOKEN_MARK
#define S TOKEN_SPACE

/* clang-format off */
const uint8_t token_kinds[256] = {
	X8(M), M, S, X4(S), X2(M),
	X16(M),
	S, M, X2(M), X4(M), X8(M),
	X8(D), X2(D), X2(M), X4(M),
	M, L, X2(L), X4(L), X8(L),
	X8(L), X2(L), L, M, X4(M),
	M, L, X2(L), X4(L), X8(L),
	X8(L), X2(L), L, M, X4(M),
	X16(TOKEN_BEYOND), X16(TOKEN_BEYOND), X16(TOKEN_BEYOND), X16(TOKEN_BEYOND),
	X16(TOKEN_BEYOND), X16(TOKEN_BEYOND), X16(TOKEN_BEYOND), X16(TOKEN_BEYOND),
};
/* clang-format on */

static int
kind_of(struct slice text, size_t at, size_t *len)
{
	unsigned char byte = (unsigned char)text.data[at];
	*len = 1;
	if (byte < 0x80)
		return token_kinds[byte];
	if (token_is_usual_mark(text, at)) {
		*len = 3;
		return TOKEN_MARK;
	}
	int32_t character = utf8_decode(text, at, len);
	if (utf8_is_letter(character))
		return TOKEN_LETTERS;
	if (utf8_is_digit(character))
		return TOKEN_DIGITS;
	return utf8_is_space(character) ? TOKEN_SPACE : TOKEN_MARK;
}

bool
token_next_beyond(struct slice text, size_t at, struct token *token)
{
	size_t len;
	int kind;
	while ((kind = kind_of(text, at, &len)) == TOKEN_SPACE) {
		token->spaced = true;
		at += len;
		if (at == text.len)
			return false;
	}
	size_t end = at + len;
	while (kind != TOKEN_MARK && end < text.len) {
		if (kind == TOKEN_LETTERS)
			end = octets_end_of_letters(text, end);
		if (end == text.len || kind_of(text, end, &len) != kind)
			break;
		end += len;
	}
	token->start = (uint32_t)at;
	token->end = (uint32_t)end;
	token->kind = (uint8_t)kind;
	return true;
}

void
tokens_split(struct tokens *tokens, struct slice text)
{
	struct token token;
	tokens->count = 0;
	for (size_t at = 0; token_next(text, at, &token); at = token.end) {
		tokens->items = memory_reserve(tokens->items, &tokens->capacity,
			tokens->count + 1, sizeof *tokens->items);
		tokens->items[tokens->count++] = token;
	}
}

void
tokens_free(struct tokens *tokens)
{
	free(tokens->items);
	*tokens = (struct tokens){0};
}
