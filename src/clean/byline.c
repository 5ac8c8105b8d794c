#include "byline.h"

#include <string.h>

#include "buffer.h"
#include "map.h"
#include "normal.h"
#include "outlet.h"
#include "tables.h"
#include "utf8.h"

enum {
	LINE = 160, /* bytes of the longest byline */
	WORD = 40
};

/* Words that lead bylines, labels and the like, of all languages: to what they are. */
enum word_kind {
	KIND_NONE,
	KIND_BY,    /* leads names: "by", "von" */
	KIND_AND,   /* stands between names */
	KIND_QUOTE, /* "quote:" */
	KIND_CREDIT /* "photo:" */
};

static struct map words;

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	uint32_t kind = slice_is(field[1], "by")       ? KIND_BY
			: slice_is(field[1], "and")    ? KIND_AND
			: slice_is(field[1], "quote")  ? KIND_QUOTE
			: slice_is(field[1], "credit") ? KIND_CREDIT
						       : KIND_NONE;
	map_add(&words, field[0], kind, NULL);
}

static enum word_kind
kind_of(struct slice word)
{
	char bytes[WORD * 2];
	struct buffer lower = {.data = bytes, .capacity = sizeof bytes};
	if (words.count == 0)
		tables_each(NULL, "root", "bylines", take_word, NULL);
	if (word.len == 0 || word.len > WORD)
		return KIND_NONE;
	utf8_add_lower(&lower, word);
	const uint32_t *kind = map_find(&words, buffer_slice(&lower));
	return kind ? (enum word_kind) * kind : KIND_NONE;
}

static size_t
end_of_word(struct slice text, size_t at)
{
	while (at < text.len && text.data[at] != ' ' && text.data[at] != ':' &&
		text.data[at] != ',' && text.data[at] != ';' && text.data[at] != '\t' &&
		text.data[at] != '\n')
		at++;
	return at;
}

/* Takes words such as "By", "written by:" off the front; whether there were any. */
static bool
take_lead(struct slice *text)
{
	bool found = false;
	for (;;) {
		*text = trim(*text);
		while (text->len && (text->data[0] == ':' || text->data[0] == '|' ||
					    text->data[0] == '-' || text->data[0] == ','))
			*text = trim(slice_cut(*text, 1, text->len));
		size_t end = end_of_word(*text, 0);
		if (kind_of(slice_cut(*text, 0, end)) != KIND_BY || end == text->len)
			return found;
		*text = slice_cut(*text, end, text->len);
		found = true;
	}
}

struct name {
	size_t words, capitals, digits, letters;
	bool odd;  /* has what names do not have */
	bool wide; /* of a script without spaces */
};

static struct name
look_at_name(struct slice text)
{
	struct name name = {0};
	bool inside = false;
	for (size_t at = 0, len; at < text.len; at += len) {
		int32_t c = utf8_decode(text, at, &len);
		bool letter = utf8_is_letter(c);
		name.digits += utf8_is_digit(c);
		name.letters += letter;
		name.wide = name.wide || c >= 0x2e80;
		if (letter && !inside) {
			name.words++;
			name.capitals += !utf8_is_lower(c);
		}
		inside = letter || c == '\'' || c == 0x2019 || c == '-' || c == '.';
		if (c == '!' || c == '?' || c == '@' || c == '"' || c == 0x201c || c == 0xbb ||
			c == '/' || c == '_' || c == ':')
			name.odd = true;
	}
	return name;
}

bool
byline_is_person(struct slice text)
{
	struct name name = look_at_name(text);
	if (text.len > 80 || name.odd || name.digits || !name.letters || outlet_is_name(text))
		return false;
	return name.wide ? name.letters <= 12 : name.words >= 2 && name.words <= 6;
}

/* The next separator of names at or behind `at`: its length, 0 at the text's end. */
static size_t
separator(struct slice text, size_t *at)
{
	for (; *at < text.len; ++*at) {
		char c = text.data[*at];
		if (c == ',' || c == ';' || c == '|' || c == '&' || c == '\n' || c == '/')
			return 1;
		if (c != ' ')
			continue;
		size_t end = end_of_word(text, *at + 1);
		if (kind_of(slice_cut(text, *at + 1, end)) == KIND_AND)
			return end - *at;
	}
	return 0;
}

/* Whether a text is two persons' names or more, and what separates them. */
static bool
are_several_persons(struct slice text)
{
	size_t count = 0;
	for (size_t from = 0, at = 0;; from = at) {
		at = from;
		size_t len = separator(text, &at);
		if (!byline_is_person(trim(slice_cut(text, from, at))))
			return false;
		count++;
		at += len;
		if (len == 0)
			return count > 1;
	}
}

bool
byline_in_line(struct slice line, bool expected)
{
	if (line.len > LINE || line.len < 3)
		return false;
	struct slice rest = line;
	bool led = take_lead(&rest);
	struct name name = look_at_name(rest);
	if (name.letters == 0 || name.odd || name.digits || rest.data[rest.len - 1] == '.')
		return false;
	if (led)
		return name.words <= 14 && name.capitals * 2 >= name.words;
	if (!expected || name.capitals + 2 < name.words)
		return false;
	bool single = name.words >= 2 && name.words <= 4 && name.capitals == name.words;
	return (single && !name.wide && !outlet_is_name(line)) || are_several_persons(rest);
}

bool
byline_leads(struct slice text)
{
	return take_lead(&text);
}

struct slice
byline_names(struct slice text, struct arena *arena)
{
	struct buffer names = {0};
	take_lead(&text);
	for (size_t at = 0, from = 0; from <= text.len; from = at) {
		at = from;
		size_t len = separator(text, &at);
		struct slice name = trim(slice_cut(text, from, at));
		take_lead(&name);
		if (name.len && names.len)
			buffer_add(&names, SLICE("; "));
		buffer_add(&names, name);
		at += len;
		if (len == 0)
			break;
	}
	struct slice result = arena_copy(arena, buffer_slice(&names));
	buffer_free(&names);
	return result;
}

bool
byline_are_persons(struct slice names)
{
	while (names.len > 0) {
		const char *mark = memchr(names.data, ';', names.len);
		size_t end = mark ? (size_t)(mark - names.data) : names.len;
		if (!byline_is_person(trim(slice_cut(names, 0, end))))
			return false;
		names = slice_cut(names, mark ? end + 1 : end, names.len);
	}
	return true;
}

bool
byline_labels_quote(struct slice line)
{
	size_t end = end_of_word(line, 0);
	return end < line.len && line.data[end] == ':' &&
	       kind_of(slice_cut(line, 0, end)) == KIND_QUOTE;
}

bool
byline_has_credit(struct slice text)
{
	for (size_t at = text.len; at-- > 1;) {
		if (text.len - at > 80)
			return false;
		if (text.data[at] != ':')
			continue;
		size_t start = at;
		while (start > 0 && text.data[start - 1] != ' ' &&
			text.data[start - 1] != '(' && text.data[start - 1] != '[')
			start--;
		if (kind_of(slice_cut(text, start, at)) == KIND_CREDIT)
			return true;
	}
	return false;
}
