#include "field.h"

#include <string.h>

#include "byword.h"
#include "date.h"
#include "normal.h"
#include "outlet.h"
#include "part.h"
#include "person.h"

enum {
	WORDS = 14 /* of a byline's names */
};

/* Where a mark that fields of a line stand between begins at text[at]: its length, else 0. */
static size_t
joint_at(struct slice text, size_t at)
{
	static const char *const joints[] = {
		"|", "·", "•", "\t", " - ", " – ", " — ", " / ", " // "};
	if ((signed char)text.data[at] > ' ' && text.data[at] != '|') /* most bytes */
		return 0;
	char next = at + 1 < text.len ? text.data[at + 1] : '\0';
	if (text.data[at] == ' ' && next != '-' && next != '/' && !(next & 0x80))
		return 0;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(joints[i])))
			return strlen(joints[i]);
	return 0;
}

bool
field_next(struct slice *line, struct slice *field)
{
	size_t at = 0, len = 0;
	if (line->len == 0)
		return false;
	while (at < line->len && (len = joint_at(*line, at)) == 0)
		at++;
	*field = trim(slice_cut(*line, 0, at));
	*line = slice_cut(*line, at + len, line->len);
	return true;
}

/* What stands in front of a mail address: "Ana Ruiz ana@news.example". */
static struct slice
without_address(struct slice text)
{
	const char *mark = text.len ? memchr(text.data, '@', text.len) : NULL;
	size_t at = mark ? (size_t)(mark - text.data) : 0;
	if (!mark || at + 1 >= text.len || at == 0 || text.data[at + 1] == ' ')
		return text;
	while (at > 0 && text.data[at - 1] != ' ' && text.data[at - 1] != ',')
		at--;
	while (at > 0 && strchr(" ,(<", text.data[at - 1]))
		at--;
	return at > 0 ? slice_cut(text, 0, at) : text;
}

/* Whether a text ends as no list of names does. */
static bool
stops(struct slice text)
{
	return text.len == 0 || text.data[text.len - 1] == '.';
}

/* Whether a text is names behind a word such as "By". */
static bool
are_names(struct slice text)
{
	struct part part;
	size_t words = 0, capitals = 0;
	if (stops(text))
		return false;
	for (size_t end = 0; part_next(text, &end, &part);) {
		if (byword_labels(part.text, BYWORD_CREDIT))
			continue;
		struct name name = person_look(part.text);
		if (name.odd || name.digits)
			return false;
		words += name.words;
		capitals += name.capitals;
	}
	return words > 0 && words <= WORDS && capitals * 2 >= words;
}

/* Whether a text is names with nothing in front: one of two words or more, or several. */
static bool
are_bare_names(struct slice text)
{
	struct part part;
	size_t count = 0, at;
	struct slice rest;
	if (stops(text))
		return false;
	for (size_t end = 0; part_next(text, &end, &part); count++) {
		struct slice name = part.text;
		if (byword_within(name, &at, &rest))
			name = slice_cut(name, 0, at);
		struct name look = person_look(name);
		if (!person_is_name(name) || look.capitals + 2 < look.words)
			return false;
		if (!count && (look.wide || look.words > 4 || look.capitals != look.words) &&
			name.len == text.len)
			return false;
	}
	return count > 0;
}

/* "山田花子 記者": in scripts without capitals what somebody is tells a name from other words.
 */
static bool
is_told_role(struct slice text)
{
	struct slice name = byword_strip_role(text);
	return name.len < text.len && person_look(name).wide && person_is_name(name);
}

static bool
take_lead(struct slice *field)
{
	return byword_take_lead(field) || is_told_role(*field);
}

enum field
field_look(struct slice *field)
{
	*field = without_address(date_without(*field));
	if (field->len == 0 || date_is_time(*field))
		return FIELD_NOTHING;
	if (take_lead(field))
		return are_names(*field) ? FIELD_LED : FIELD_OTHER;
	if (are_bare_names(*field))
		return FIELD_BARE;
	return outlet_is_name(*field) ? FIELD_OUTLET : FIELD_OTHER;
}

bool
field_has_names(struct slice field, bool bare)
{
	field = without_address(date_without(field));
	if (stops(field) || date_is_time(field))
		return false;
	return take_lead(&field) ? are_names(field) : bare && are_bare_names(field);
}
