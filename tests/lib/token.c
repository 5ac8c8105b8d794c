#include "token.h"

#include "buffer.h"
#include "test.h"

/* The tokens separated by `|`, with `_` before those that white space precedes. */
static void
check_split(struct tokens *tokens, struct slice text, struct slice want)
{
	struct buffer got = {0};
	tokens_split(tokens, text);
	for (size_t i = 0; i < tokens->count; i++) {
		buffer_add_byte(&got, tokens->items[i].spaced ? '_' : '|');
		buffer_add(&got, token_text(text, tokens->items[i]));
	}
	SAME(buffer_slice(&got), want);
	buffer_free(&got);
}

void
test_token(char *file)
{
	(void)file;
	struct tokens tokens = {0};
	check_split(&tokens, SLICE(""), SLICE(""));
	check_split(&tokens, SLICE("can't"), SLICE("_can|'|t"));
	check_split(&tokens, SLICE(" A 12-year,"), SLICE("_A_12|-|year|,"));
	check_split(&tokens, SLICE("5km\xc2\xa0off"), SLICE("_5|km_off"));
	check_split(&tokens, SLICE("e\xcc\x81t\xc3\xa9"), SLICE("_e\xcc\x81t\xc3\xa9"));
	check_split(&tokens, SLICE("a sentence of longlonglonglongwords"),
		SLICE("_a_sentence_of_longlonglonglongwords"));
	check_split(&tokens, SLICE("\xe2\x80\x9cno\xe2\x80\x9d\xe2\x80\x94 a"),
		SLICE("_\xe2\x80\x9c|no|\xe2\x80\x9d|\xe2\x80\x94_a"));
	check_split(&tokens, SLICE("..\xff\xfe x"), SLICE("_.|.|\xff|\xfe_x"));
	tokens_split(&tokens, SLICE("ab 1 ?"));
	CHECK(tokens.items[0].kind == TOKEN_LETTERS && tokens.items[1].kind == TOKEN_DIGITS);
	CHECK(tokens.items[2].kind == TOKEN_MARK && tokens.items[2].start == 5);
	tokens_free(&tokens);
}
