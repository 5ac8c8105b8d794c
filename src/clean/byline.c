#include "byline.h"

#include <string.h>

#include "buffer.h"
#include "byword.h"
#include "field.h"
#include "names.h"
#include "normal.h"
#include "person.h"
#include "utf8.h"

enum {
	LINE = 160, /* bytes of the longest byline */
	WORD = 5,   /* letters of a word that is no abbreviation */
	CREDIT = 80 /* bytes of the longest credit */
};

/* Whether a line of several fields, the first and the rest, is a byline. */
static bool
are_byline(struct slice field, struct slice rest, bool expected)
{
	size_t found[FIELD_OUTLET + 1] = {0};
	struct slice other = SLICE("");
	do {
		enum field kind = field_look(&field);
		if (kind == FIELD_LED)
			return true;
		found[kind]++;
		if (kind == FIELD_OTHER)
			other = field;
	} while (field_next(&rest, &field));
	if (found[FIELD_OUTLET] && found[FIELD_NOTHING] && found[FIELD_OTHER] <= 1)
		return true;
	if (!expected || found[FIELD_BARE] == 0 || found[FIELD_OTHER] > 1)
		return false;
	/* "Ana Ruiz - harlnow" */
	return found[FIELD_OTHER] == 0 || person_look(other).words == 1;
}

/* Whether a sentence ends within a line: "It burned at noon. Photo: Ana Ruiz", but not "Prof.
 * Ana E. Ruiz". */
static bool
has_sentence(struct slice line)
{
	size_t letters = 0;
	for (size_t at = 0, len; at + 1 < line.len; at += len) {
		int32_t c = utf8_decode(line, at, &len);
		if (c == '.' && letters >= WORD && line.data[at + 1] == ' ')
			return true;
		letters = utf8_is_letter(c) ? letters + 1 : 0;
	}
	return false;
}

bool
byline_in_line(struct slice line, bool expected)
{
	if (line.len > LINE || line.len < 3)
		return false;
	struct slice field, rest = line;
	if (!field_next(&rest, &field))
		return false;
	bool names =
		rest.len ? are_byline(field, rest, expected) : field_has_names(field, expected);
	return names && !has_sentence(line);
}

bool
byline_leads(struct slice text)
{
	return byword_take_lead(&text);
}

struct byline
byline_read(struct slice line, struct arena *arena)
{
	struct names names = {.strict = true};
	struct slice field;
	while (field_next(&line, &field)) {
		enum field kind = field_look(&field);
		if (kind == FIELD_LED || (kind == FIELD_BARE && names.count == 0))
			names_add(&names, field);
		else if (kind == FIELD_OUTLET && !names.outlet.len)
			names.outlet = field;
	}
	struct byline byline = {arena_copy(arena, buffer_slice(&names.text)), names.outlet};
	buffer_free(&names.text);
	return byline;
}

struct slice
byline_names(struct slice text, struct arena *arena)
{
	struct names names = {0};
	byword_take_lead(&text);
	names_add(&names, text);
	struct slice result = arena_copy(arena, buffer_slice(&names.text));
	buffer_free(&names.text);
	return result;
}

bool
byline_next_name(struct slice *names, struct slice *name)
{
	if (names->len == 0)
		return false;
	const char *mark = memchr(names->data, ';', names->len);
	size_t end = mark ? (size_t)(mark - names->data) : names->len;
	*name = trim(slice_cut(*names, 0, end));
	*names = slice_cut(*names, mark ? end + 1 : end, names->len);
	return true;
}

bool
byline_are_persons(struct slice names)
{
	struct slice name;
	while (byline_next_name(&names, &name))
		if (!person_is_name(name))
			return false;
	return true;
}

bool
byline_begins(struct slice names, struct slice text)
{
	struct slice name;
	while (byline_next_name(&names, &name))
		if (person_is_name(name) && slice_starts(text, name) &&
			(text.len == name.len || !utf8_is_letter(text.data[name.len]) ||
				person_look(name).wide))
			return true;
	return false;
}

bool
byline_labels_quote(struct slice line)
{
	return byword_labels(line, BYWORD_QUOTE);
}

bool
byline_has_credit(struct slice text)
{
	for (size_t at = text.len; at-- > 1;) {
		if (text.len - at > CREDIT)
			return false;
		if (text.data[at] != ':')
			continue;
		size_t start = at;
		while (start > 0 && text.data[start - 1] != ' ' &&
			text.data[start - 1] != '(' && text.data[start - 1] != '[')
			start--;
		if (byword_of(slice_cut(text, start, at)) == BYWORD_CREDIT)
			return true;
	}
	return false;
}
