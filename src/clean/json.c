#include "json.h"

#include <stdbool.h>
#include <stdlib.h>

#include "buffer.h"
#include "memory.h"
#include "utf8.h"

enum {
	DEPTH = 64 /* jansson reads by recursion */
};

static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The value without the comment or CDATA marks, and the semicolon, that may stand around it. */
static struct slice
bare(struct slice text)
{
	size_t start = 0, end = text.len;
	while (start < end && text.data[start] != '{' && text.data[start] != '[')
		start++;
	while (end > start && text.data[end - 1] != '}' && text.data[end - 1] != ']')
		end--;
	/* "]]>" closes CDATA, and is no bracket of the value */
	if (end - start > 2 && text.data[start] == '{' && text.data[end - 1] == ']')
		while (end > start && text.data[end - 1] != '}')
			end--;
	return slice_cut(text, start, end);
}

static int
hex(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	byte |= 0x20;
	return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The unit of UTF-16 that an escape \uXXXX at text[at] stands for, -1 where it is none. */
static int
unit_at(struct slice text, size_t at)
{
	int unit = 0;
	if (at + 6 > text.len || text.data[at] != '\\' || text.data[at + 1] != 'u')
		return -1;
	for (size_t i = 2; i < 6; i++) {
		int digit = hex(text.data[at + i]);
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

static bool
is_high(int unit)
{
	return unit >= 0xd800 && unit < 0xdc00;
}

static bool
is_low(int unit)
{
	return unit >= 0xdc00 && unit < 0xe000;
}

/* Adds the escape at text[at], put right; how many bytes of the text it takes. */
static size_t
add_escape(struct buffer *to, struct slice text, size_t at)
{
	static const char known[] = "\"\\/bfnrtu";
	int unit = unit_at(text, at);
	if (unit < 0) {
		bool good = at + 1 < text.len && strchr(known, text.data[at + 1]) &&
			    text.data[at + 1] != 'u';
		if (good)
			buffer_add(to, slice_cut(text, at, at + 2));
		return good ? 2 : 1;
	}
	if (unit == 0 || is_low(unit) || (is_high(unit) && !is_low(unit_at(text, at + 6)))) {
		buffer_add(to, SLICE("\\ufffd"));
		return 6;
	}
	size_t len = is_high(unit) ? 12 : 6;
	buffer_add(to, slice_cut(text, at, at + len));
	return len;
}

/* Adds the string that begins at text[at], its first quotation mark, to its last. */
static size_t
add_string(struct buffer *to, struct slice text, size_t at)
{
	size_t begin = at++;
	buffer_add_byte(to, '"');
	while (at < text.len && text.data[at] != '"') {
		size_t run = at;
		while (at < text.len && text.data[at] != '"' && text.data[at] != '\\' &&
			(unsigned char)text.data[at] >= ' ')
			at++;
		buffer_add(to, slice_cut(text, run, at));
		if (at == text.len || text.data[at] == '"')
			break;
		if (text.data[at] == '\\') {
			at += add_escape(to, text, at);
		} else {
			buffer_add_byte(to, ' ');
			at++;
		}
	}
	if (at < text.len)
		buffer_add_byte(to, text.data[at++]);
	return at - begin;
}

/* Puts the text right; false where it is nested too deep. */
static bool
put_right(struct buffer *to, struct slice text)
{
	size_t depth = 0;
	for (size_t at = 0; at < text.len;) {
		char byte = text.data[at];
		if (byte == '"') {
			at += add_string(to, text, at);
			continue;
		}
		if (byte == '{' || byte == '[')
			depth++;
		if (byte == '}' || byte == ']') {
			depth -= depth > 0;
			size_t end = to->len;
			while (end > 0 && is_blank(to->data[end - 1]))
				end--;
			if (end > 0 && to->data[end - 1] == ',')
				to->data[end - 1] = ' ';
		}
		if (depth > DEPTH)
			return false;
		buffer_add_byte(to, byte);
		at++;
	}
	return true;
}

json_t *
json_read(struct slice text, const char **why)
{
	static char message[JSON_ERROR_TEXT_LENGTH];
	struct buffer right = {0};
	json_error_t error = {.text = "nested too deep"};
	json_t *value = NULL;
	json_set_alloc_funcs(memory_new, free);
	json_object_seed(1); /* else it would ask the system for chance */
	if (put_right(&right, bare(text)))
		value = json_loadb(right.data ? right.data : "", right.len, 0, &error);
	if (!value && why) {
		memcpy(message, error.text, sizeof message);
		*why = message;
	}
	buffer_free(&right);
	return value;
}

/* Adds what the escape at text[at] stands for; how many bytes of the text it takes. */
static size_t
add_unescaped(struct buffer *to, struct slice text, size_t at)
{
	int unit = unit_at(text, at), low = is_high(unit) ? unit_at(text, at + 6) : -1;
	if (is_low(low)) {
		utf8_add(to, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
		return 12;
	}
	if (unit >= 0) {
		utf8_add(to, is_high(unit) || is_low(unit) ? 0xfffd : unit);
		return 6;
	}
	if (at + 1 == text.len)
		return 1;
	char byte = text.data[at + 1];
	bool control = byte == 'n' || byte == 't' || byte == 'r' || byte == 'b' || byte == 'f';
	buffer_add_byte(to, byte == 'n' ? '\n' : control ? ' ' : byte);
	return 2;
}

void
json_add_unescaped(struct buffer *to, struct slice inside)
{
	for (size_t at = 0; at < inside.len;) {
		const char *found = memchr(inside.data + at, '\\', inside.len - at);
		size_t end = found ? (size_t)(found - inside.data) : inside.len;
		buffer_add(to, slice_cut(inside, at, end));
		at = end < inside.len ? end + add_unescaped(to, inside, end) : end;
	}
}

struct slice
json_text(const json_t *value)
{
	if (!json_is_string(value))
		return SLICE("");
	return (struct slice){json_string_value(value), json_string_length(value)};
}
