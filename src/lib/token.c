#include "token.h"

#include <stdlib.h>

#include "memory.h"
#include "octets.h"
#include "utf8.h"

enum {
	SPACE = TOKEN_MARK + 1
};

static int
kind_of(struct slice text, size_t at, size_t *len)
{
	unsigned char byte = (unsigned char)text.data[at];
	if (byte < 0x80) {
		*len = 1;
		if ((unsigned)(byte | 0x20) - 'a' < 26)
			return TOKEN_LETTERS;
		if ((unsigned)byte - '0' < 10)
			return TOKEN_DIGITS;
		return byte == ' ' || (byte >= '\t' && byte <= '\r') ? SPACE : TOKEN_MARK;
	}
	int32_t character = utf8_decode(text, at, len);
	if (utf8_is_letter(character))
		return TOKEN_LETTERS;
	if (utf8_is_digit(character))
		return TOKEN_DIGITS;
	return utf8_is_space(character) ? SPACE : TOKEN_MARK;
}

static void
add(struct tokens *tokens, struct token token)
{
	tokens->items = memory_reserve(
		tokens->items, &tokens->capacity, tokens->count + 1, sizeof *tokens->items);
	tokens->items[tokens->count++] = token;
}

/* The end of the ASCII letters there: most of a text. */
static inline size_t
skip_letters(struct slice text, size_t at)
{
	while (at + 8 <= text.len) {
		size_t letters = octets_letters(octets_read(text.data + at));
		at += letters;
		if (letters < 8)
			return at;
	}
	while (at < text.len && (unsigned)((unsigned char)text.data[at] | 0x20) - 'a' < 26)
		at++;
	return at;
}

void
tokens_split(struct tokens *tokens, struct slice text)
{
	tokens->count = 0;
	int before = SPACE;
	for (size_t at = 0, next, len; at < text.len; at = next) {
		int kind = kind_of(text, at, &len);
		next = kind == TOKEN_LETTERS ? skip_letters(text, at + len) : at + len;
		if (kind != SPACE && kind == before && kind != TOKEN_MARK)
			tokens->items[tokens->count - 1].end = (uint32_t)next;
		else if (kind != SPACE)
			add(tokens, (struct token){(uint32_t)at, (uint32_t)next, (uint8_t)kind,
					    before == SPACE});
		before = kind;
	}
}

void
tokens_free(struct tokens *tokens)
{
	free(tokens->items);
	*tokens = (struct tokens){0};
}
