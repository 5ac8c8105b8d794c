/* Fuzzes what every filter does with bytes: records taken apart and written again, Unicode,
 * tokens. */
#include "fuzz.h"

#include "token.h"
#include "utf8.h"

/* What is escaped has no TAB, LF or CR, and comes back as it was. */
static void
escape(struct slice text)
{
	struct buffer written = {0}, scratch = {0};
	record_escape(&written, text);
	for (size_t i = 0; i < written.len; i++)
		require(!memchr("\t\n\r", written.data[i], 3));
	require(slice_equal(record_unescape(buffer_slice(&written), &scratch), text));
	buffer_free(&written);
	buffer_free(&scratch);
}

static void
parse(struct slice line)
{
	struct record record;
	struct buffer scratch = {0};
	const char *why;
	double number;
	record_parse(&record, line, &why);
	for (size_t i = 0; i < record.fields; i++) {
		record_unescape(record.field[i], &scratch);
		record_decimal(record.field[i], &number);
	}
	buffer_free(&scratch);
}

/* NFC is valid UTF-8 and stays as it is when made again. */
static void
normalise(struct slice text)
{
	struct buffer once = {0}, twice = {0};
	utf8_add_nfc(&once, text);
	require(utf8_valid_length(buffer_slice(&once)) == once.len);
	utf8_add_nfc(&twice, buffer_slice(&once));
	require(slice_equal(buffer_slice(&once), buffer_slice(&twice)));
	buffer_clear(&twice);
	utf8_add_lower(&twice, text);
	utf8_add_folded(&twice, text);
	buffer_free(&once);
	buffer_free(&twice);
}

/* Forwards and backwards the same characters are met. */
static void
decode(struct slice text)
{
	size_t forwards = 0, backwards = 0, len;
	for (size_t at = 0; at < text.len; at += len, forwards++)
		utf8_decode(text, at, &len);
	for (size_t at = text.len; at > 0; at -= len, backwards++)
		utf8_decode_before(text, at, &len);
	require(forwards == backwards);
	utf8_width(text);
}

/* Tokens lie in order within the text, and nothing but white space lies between them. */
static void
split(struct slice text)
{
	struct tokens tokens = {0};
	tokens_split(&tokens, text);
	size_t end = 0, len;
	for (size_t i = 0; i < tokens.count; i++) {
		struct token token = tokens.items[i];
		require(token.start >= end && token.end > token.start && token.end <= text.len);
		for (size_t at = end; at < token.start; at += len)
			require(utf8_is_space(utf8_decode(text, at, &len)));
		end = token.end;
	}
	tokens_free(&tokens);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct slice text = fuzz_text(data, len);
	escape(text);
	parse(text);
	normalise(text);
	decode(text);
	split(text);
	return 0;
}
