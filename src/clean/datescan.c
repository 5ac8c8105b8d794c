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

/* "ก.พ." is February: letters with stops between them, as words no month. */
static void
join_initials(struct scan *scan, size_t i)
{
	enum {
		THAI = 0xe0 /* the first byte of its letters */
	};
	struct slice text = scan->text;
	if (i + 2 >= scan->count || (unsigned char)text.data[scan->token[i].start] != THAI ||
		!scan_is(scan, i + 1, ".") || scan->token[i + 2].kind != TOKEN_LETTERS)
		return;
	struct dateword month =
		dateword_of(slice_cut(text, scan->token[i].start, scan->token[i + 2].end));
	if (!month.month)
		return;
	scan->word[i] = month;
	scan->word[i + 2].kinds |= DATEWORD_BETWEEN;
}

/* "آب/أغسطس": the month's name in either of the two calendars that Arabs use. */
static void
join_names(struct scan *scan, size_t i)
{
	if (i + 2 >= scan->count || scan->word[i].month == 0 ||
		scan->word[i].month != scan->word[i + 2].month || !scan_is(scan, i + 1, "/"))
		return;
	scan->word[i + 1].kinds |= DATEWORD_BETWEEN;
	scan->word[i + 2] = (struct dateword){.kinds = DATEWORD_BETWEEN};
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
	for (size_t i = 0; i < scan.count; i++) {
		join_initials(&scan, i);
		join_names(&scan, i);
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
