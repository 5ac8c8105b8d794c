#include "datescan.h"

#include "utf8.h"

static void
read_token(struct scan *scan, size_t i)
{
	struct slice text = token_text(scan->text, scan->token[i]);
	scan->word[i] = (struct dateword){0};
	scan->number[i] = -1;
	scan->digits[i] = 0;
	if (scan->token[i].kind != TOKEN_DIGITS) {
		scan->word[i] = dateword_of(text);
		return;
	}
	int number = 0, digits = 0;
	for (size_t at = 0, len; at < text.len && digits < 9; at += len, digits++)
		number = number * 10 + utf8_digit_value(utf8_decode(text, at, &len)) % 10;
	scan->digits[i] = digits;
	scan->number[i] = digits < 9 ? number : -1;
}

const struct scan *
scan_text(struct slice text)
{
	static struct tokens tokens;
	static struct scan scan;
	if (text.len > DATESCAN_TOKENS * 8)
		text.len = DATESCAN_TOKENS * 8;
	tokens_split(&tokens, text);
	scan.text = text;
	scan.count = tokens.count < DATESCAN_TOKENS ? tokens.count : DATESCAN_TOKENS;
	for (size_t i = 0; i < scan.count; i++) {
		scan.token[i] = tokens.items[i];
		read_token(&scan, i);
	}
	return &scan;
}

bool
scan_is(const struct scan *scan, size_t i, const char *bytes)
{
	return i < scan->count && slice_is(token_text(scan->text, scan->token[i]), bytes);
}

bool
scan_has(const struct scan *scan, size_t i, unsigned kinds)
{
	return i < scan->count && (scan->word[i].kinds & kinds) != 0;
}

bool
scan_in(const struct scan *scan, size_t i, int digits, int most_digits, int low, int high)
{
	return i < scan->count && scan->digits[i] >= digits && scan->digits[i] <= most_digits &&
	       scan->number[i] >= low && scan->number[i] <= high;
}
