#include "object.h"

#include "utf8.h"

enum field_kind {
	KIND_TEXT,
	KIND_NUMBER, /* a number where it is a plain decimal: dates stand in the same fields */
	KIND_LIST,   /* names with "; " between them */
};

struct named_field {
	const char *name;
	enum field_kind kind;
};

/* What the fields behind the type are called; see crosscheck(7). */
static const struct named_field names[RECORD_TYPES][RECORD_FIELDS] = {
	[RECORD_DOC] = {{"id"}, {"language"}, {"date"}, {"outlet"}, {"byline"}, {"url"},
		{"title"}},
	[RECORD_TEXT] = {{"id"}, {"line", KIND_NUMBER}, {"role"}, {"text"}},
	[RECORD_SENTENCE] = {{"id"}, {"n", KIND_NUMBER}, {"line", KIND_NUMBER}, {"role"},
		{"text"}},
	[RECORD_NUMBER] = {{"id"}, {"n", KIND_NUMBER}, {"start", KIND_NUMBER},
		{"end", KIND_NUMBER}, {"kind"}, {"qualifier"}, {"low", KIND_NUMBER},
		{"high", KIND_NUMBER}, {"unit"}, {"what"}, {"surface"}},
	[RECORD_ATTRIBUTION] = {{"id"}, {"n", KIND_NUMBER}, {"start", KIND_NUMBER},
		{"end", KIND_NUMBER}, {"kind"}, {"class"}, {"speaker"}, {"role"}, {"cue"},
		{"content"}, {"at", KIND_NUMBER}, {"mention_start", KIND_NUMBER},
		{"mention_end", KIND_NUMBER}, {"cue_start", KIND_NUMBER},
		{"cue_end", KIND_NUMBER}},
	[RECORD_FIGURE] = {{"cluster"}, {"verdict"}, {"id"}, {"n", KIND_NUMBER},
		{"low", KIND_NUMBER}, {"high", KIND_NUMBER}, {"unit"}, {"what"}, {"speaker"},
		{"surface"}, {"start", KIND_NUMBER}, {"end", KIND_NUMBER}},
	[RECORD_QUOTATION] = {{"cluster"}, {"verdict"}, {"id"}, {"n", KIND_NUMBER}, {"speaker"},
		{"text"}, {"start", KIND_NUMBER}, {"end", KIND_NUMBER}, {"form"}},
	[RECORD_REUSE] = {{"id_a"}, {"n_a", KIND_NUMBER}, {"id_b"}, {"n_b", KIND_NUMBER},
		{"kind"}, {"similarity", KIND_NUMBER}, {"text_a"}, {"text_b"}},
	[RECORD_ORIGIN] = {{"id"}, {"origin"}, {"class"}, {"via"}, {"sentences"}},
	[RECORD_INDEPENDENT] = {{"claim"}, {"low", KIND_NUMBER}, {"high", KIND_NUMBER},
		{"reports", KIND_NUMBER}, {"origins", KIND_NUMBER}, {"names", KIND_LIST}},
};

static void
add_control(struct buffer *to, int32_t character)
{
	static const char digits[] = "0123456789abcdef";
	buffer_add(to, SLICE("\\u00"));
	buffer_add_byte(to, digits[character >> 4]);
	buffer_add_byte(to, digits[character & 15]);
}

static void
add_character(struct buffer *to, int32_t character)
{
	switch (character) {
	case '"':
		buffer_add(to, SLICE("\\\""));
		break;
	case '\\':
		buffer_add(to, SLICE("\\\\"));
		break;
	case '\n':
		buffer_add(to, SLICE("\\n"));
		break;
	case '\r':
		buffer_add(to, SLICE("\\r"));
		break;
	case '\t':
		buffer_add(to, SLICE("\\t"));
		break;
	case UTF8_BAD:
		buffer_add(to, SLICE("\xef\xbf\xbd"));
		break;
	default:
		add_control(to, character);
	}
}

static bool
is_plain(int32_t character)
{
	return character >= 0x20 && character != '"' && character != '\\' && character != 0x7f;
}

static void
add_string(struct buffer *to, struct slice text)
{
	size_t start = 0, len;
	buffer_add_byte(to, '"');
	for (size_t at = 0; at < text.len; at += len) {
		int32_t character = utf8_decode(text, at, &len);
		if (is_plain(character))
			continue;
		buffer_add(to, slice_cut(text, start, at));
		add_character(to, character);
		start = at + len;
	}
	buffer_add(to, slice_cut(text, start, text.len));
	buffer_add_byte(to, '"');
}

/* Whether the field, a plain decimal, is one by the grammar of JSON too: 007 and .5 are not. */
static bool
is_json_number(struct slice field)
{
	size_t sign = field.len > 0 && field.data[0] == '-';
	double number;
	if (!record_decimal(field, &number) || field.data[field.len - 1] == '.' ||
		field.data[sign] == '.')
		return false;
	return field.data[sign] != '0' || field.len == sign + 1 || field.data[sign + 1] == '.';
}

static void
add_list(struct buffer *to, struct slice list)
{
	buffer_add_byte(to, '[');
	while (list.len > 0) {
		const char *semicolon = memchr(list.data, ';', list.len);
		size_t end = semicolon ? (size_t)(semicolon - list.data) : list.len;
		add_string(to, slice_cut(list, 0, end));
		for (end += semicolon != NULL; end < list.len && list.data[end] == ' ';)
			end++;
		list = slice_cut(list, end, list.len);
		buffer_add(to, list.len > 0 ? SLICE(",") : SLICE(""));
	}
	buffer_add_byte(to, ']');
}

static void
add_value(struct buffer *to, struct slice field, enum field_kind kind, struct buffer *scratch)
{
	if (kind == KIND_LIST)
		add_list(to, record_unescape(field, scratch));
	else if (field.len == 0)
		buffer_add(to, SLICE("null"));
	else if (kind == KIND_NUMBER && is_json_number(field))
		buffer_add(to, field);
	else
		add_string(to, record_unescape(field, scratch));
}

/* The next field of a line; false at its end. `*rest` has no data behind the last field. */
static bool
next_field(struct slice *rest, struct slice *field)
{
	if (!rest->data)
		return false;
	const char *tab = rest->len > 0 ? memchr(rest->data, '\t', rest->len) : NULL;
	size_t end = tab ? (size_t)(tab - rest->data) : rest->len;
	*field = slice_cut(*rest, 0, end);
	*rest = tab ? slice_cut(*rest, end + 1, rest->len) : (struct slice){NULL, 0};
	return true;
}

static void
add_name(struct buffer *to, const char *name)
{
	buffer_add(to, SLICE(",\""));
	buffer_add(to, slice_of(name));
	buffer_add(to, SLICE("\":"));
}

/* The fields that are left, as an array under a name; nothing where there are none. */
static void
add_rest(struct buffer *to, const char *name, struct slice rest, struct buffer *scratch)
{
	struct slice field;
	bool first = true;
	while (next_field(&rest, &field)) {
		if (first)
			add_name(to, name);
		buffer_add_byte(to, first ? '[' : ',');
		add_string(to, record_unescape(field, scratch));
		first = false;
	}
	buffer_add(to, first ? SLICE("") : SLICE("]"));
}

void
object_add(struct buffer *to, const struct record *record, struct buffer *scratch)
{
	struct slice rest = record->line, field;
	bool bare = rest.len == 0 || !memchr(rest.data, '\t', rest.len);
	const struct named_field *name = names[record->type];
	if (bare) {
		buffer_add(to, SLICE("{\"text\":"));
		add_string(to, rest);
		buffer_add(to, SLICE("}\n"));
		return;
	}
	next_field(&rest, &field);
	buffer_add(to, SLICE("{\"type\":"));
	add_string(to, record_unescape(field, scratch));
	for (size_t i = 0; i < RECORD_FIELDS && name[i].name && next_field(&rest, &field);
		i++) {
		add_name(to, name[i].name);
		add_value(to, field, name[i].kind, scratch);
	}
	add_rest(to, record->type == RECORD_OTHER ? "fields" : "more", rest, scratch);
	buffer_add(to, SLICE("}\n"));
}
