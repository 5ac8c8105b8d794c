#include "byline.h"

#include <string.h>

#include "buffer.h"
#include "byword.h"
#include "date.h"
#include "normal.h"
#include "outlet.h"
#include "person.h"
#include "utf8.h"

enum {
	LINE = 160, /* bytes of the longest byline */
	WORDS = 14, /* of its names */
	CREDIT = 80 /* bytes of the longest credit */
};

/* Where a mark that fields of a line stand between begins at text[at]: its length, else 0. */
static size_t
joint_at(struct slice text, size_t at)
{
	static const char *const joints[] = {
		"|", "·", "•", "\t", " - ", " – ", " — ", " / ", " // "};
	if (text.data[at] != ' ' && text.data[at] != '|' && text.data[at] != '\t' &&
		!(text.data[at] & 0x80))
		return 0;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (slice_starts(slice_cut(text, at, text.len), slice_of(joints[i])))
			return strlen(joints[i]);
	return 0;
}

/* Takes the first field off a line. False where there is none. */
static bool
next_field(struct slice *line, struct slice *field)
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

struct slice
byline_without_date(struct slice text)
{
	size_t start, end;
	if (!date_find(text, &start, &end))
		return text;
	struct slice before = trim(slice_cut(text, 0, start));
	while (before.len && before.data[before.len - 1] &&
		strchr(",(", before.data[before.len - 1]))
		before = trim(slice_cut(before, 0, before.len - 1));
	struct slice behind = trim(slice_cut(text, end, text.len));
	while (behind.len && behind.data[0] && strchr("),.;:", behind.data[0]))
		behind = trim(slice_cut(behind, 1, behind.len));
	return before.len ? before : behind;
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
		size_t end = byword_end(text, *at + 1);
		bool initial = *at + 1 < text.len && text.data[*at + 1] >= 'A' &&
			       text.data[*at + 1] <= 'Z'; /* "Ana E Ruiz" */
		if (!initial && byword_of(slice_cut(text, *at + 1, end)) == BYWORD_AND)
			return end - *at;
	}
	return 0;
}

/* A name of a field, and the byte of the separator in front of it, 0 for the first. */
struct part {
	struct slice text;
	char mark;
};

/* The part of a field behind the one that ends at `*end`; begun with `*end` 0. */
static bool
next_part(struct slice field, size_t *end, struct part *part)
{
	size_t from = *end, at = *end;
	if (*end > field.len || field.len == 0)
		return false;
	if (from > 0) {
		size_t len = separator(field, &from);
		if (len == 0)
			return false;
		part->mark = field.data[from];
		at = from += len;
	} else {
		part->mark = 0;
		for (size_t len; (len = separator(field, &at)) > 0 && at == from;)
			from = at += len;
		at = from;
	}
	separator(field, &at);
	part->text = trim(slice_cut(field, from, at));
	*end = at;
	return true;
}

/* Whether a text is names behind a word such as "By". */
static bool
are_names(struct slice text)
{
	struct part part;
	size_t words = 0, capitals = 0;
	for (size_t end = 0; next_part(text, &end, &part);) {
		if (byword_labels(part.text, BYWORD_CREDIT))
			continue;
		struct name name = person_look(part.text);
		if (name.odd || name.digits)
			return false;
		words += name.words;
		capitals += name.capitals;
	}
	return words > 0 && words <= WORDS && capitals * 2 >= words &&
	       text.data[text.len - 1] != '.';
}

/* Whether a text is names with nothing in front: one of two words or more, or several. */
static bool
are_bare_names(struct slice text)
{
	struct part part;
	size_t count = 0, at;
	struct slice rest;
	for (size_t end = 0; next_part(text, &end, &part); count++) {
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
	return count > 0 && text.data[text.len - 1] != '.';
}

enum field {
	FIELD_OTHER,
	FIELD_NOTHING, /* nothing besides a date */
	FIELD_LED,     /* names behind a word such as "By" */
	FIELD_BARE,
	FIELD_OUTLET
};

/* "山田花子 記者": in scripts without capitals what somebody is tells a name from other words.
 */
static bool
is_told_role(struct slice text)
{
	struct slice name = byword_strip_role(text);
	return name.len < text.len && person_look(name).wide && person_is_name(name);
}

/* What a field says; its date and lead are taken off. */
static enum field
look_at_field(struct slice *field)
{
	*field = without_address(byline_without_date(*field));
	if (field->len == 0 || date_is_time(*field))
		return FIELD_NOTHING;
	if (byword_take_lead(field) || is_told_role(*field))
		return are_names(*field) ? FIELD_LED : FIELD_OTHER;
	if (are_bare_names(*field))
		return FIELD_BARE;
	return outlet_is_name(*field) ? FIELD_OUTLET : FIELD_OTHER;
}

bool
byline_in_line(struct slice line, bool expected)
{
	if (line.len > LINE || line.len < 3)
		return false;
	size_t found[FIELD_OUTLET + 1] = {0};
	struct slice field;
	bool lone = false;
	while (next_field(&line, &field)) {
		enum field kind = look_at_field(&field);
		found[kind]++;
		lone = lone || (kind == FIELD_OTHER && person_look(field).words == 1);
	}
	if (lone && found[FIELD_OTHER] == 1) /* "Ana Ruiz - harlnow" */
		found[FIELD_OTHER] = 0;
	bool agency = found[FIELD_OUTLET] && found[FIELD_NOTHING] && found[FIELD_OTHER] <= 1;
	return found[FIELD_LED] > 0 || agency ||
	       (expected && found[FIELD_BARE] > 0 && found[FIELD_OTHER] == 0);
}

bool
byline_leads(struct slice text)
{
	return byword_take_lead(&text);
}

/* Names being put together. */
struct names {
	struct buffer text;
	size_t count, words; /* of names, and of the last of them */
	struct slice outlet;
	bool strict; /* outlets, places and roles are left out */
};

static void
add_name(struct names *names, struct slice name)
{
	if (name.len == 0)
		return;
	if (names->count++)
		buffer_add(&names->text, SLICE("; "));
	buffer_add(&names->text, name);
	names->words = person_look(name).words;
}

/* "Lindmark" behind "Ana Ruiz, ". */
static bool
is_place(const struct names *names, const struct part *part)
{
	return part->mark == ',' && names->words > 1 && person_look(part->text).words == 1;
}

/* "Tom Vell Associated Press": the name in front of an agency's; where there is none, all of
 * it.
 */
static struct slice
before_agency(struct slice name, struct slice *agency)
{
	for (size_t at = byword_end(name, 0); at < name.len; at = byword_end(name, at + 1)) {
		struct slice tail = trim(slice_cut(name, at, name.len));
		if (!outlet_are_agencies(tail) || !person_is_name(slice_cut(name, 0, at)))
			continue;
		*agency = tail;
		return slice_cut(name, 0, at);
	}
	return name;
}

/* Takes off a name where its bearer was, for whom and with whom; returns the last. */
static struct slice
take_off_company(struct names *names, struct slice *name)
{
	size_t at;
	struct slice rest;
	enum byword within = byword_within(*name, &at, &rest);
	if (!within || !person_is_name(slice_cut(*name, 0, at))) {
		if (names->strict)
			*name = before_agency(*name, &names->outlet);
		return SLICE("");
	}
	*name = slice_cut(*name, 0, at);
	if (within != BYWORD_IN && outlet_is_name(rest))
		names->outlet = rest;
	return within == BYWORD_WITH ? rest : SLICE("");
}

/* Whether a part is none of the names, but the outlet, a place, a picture's credit. */
static bool
is_aside(struct names *names, const struct part *part, struct slice name)
{
	bool outlet = names->count > 0 && outlet_is_name(name);
	if (outlet && !names->outlet.len)
		names->outlet = name;
	return outlet || is_place(names, part) || byword_labels(name, BYWORD_CREDIT);
}

static void
add_part(struct names *names, struct part *part)
{
	struct slice name = part->text;
	byword_take_lead(&name);
	struct slice company = take_off_company(names, &name);
	if (names->strict && is_aside(names, part, name))
		return;
	struct slice bare = byword_strip_role(name);
	bool wide = person_look(name).wide;
	if (bare.len == name.len || names->count == 0 || wide)
		add_name(names, wide ? bare : name);
	if (person_is_name(company))
		add_name(names, company);
}

static void
add_names(struct names *names, struct slice field)
{
	struct part part;
	for (size_t end = 0; next_part(field, &end, &part);)
		add_part(names, &part);
}

struct byline
byline_read(struct slice line, struct arena *arena)
{
	struct names names = {.strict = true};
	struct slice field;
	while (next_field(&line, &field)) {
		enum field kind = look_at_field(&field);
		if (kind == FIELD_LED || (kind == FIELD_BARE && names.count == 0))
			add_names(&names, field);
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
	add_names(&names, text);
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
