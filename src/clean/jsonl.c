#include "jsonl.h"

#include <string.h>

#include "error.h"
#include "json.h"
#include "memory.h"

enum member {
	MEMBER_ID,
	MEMBER_URL,
	MEMBER_TITLE,
	MEMBER_DATE,
	MEMBER_OUTLET,
	MEMBER_BYLINE,
	MEMBER_TEXT,
	MEMBER_HTML,
	MEMBERS
};

static const char *const member_names[MEMBERS] = {
	"id", "url", "title", "date", "outlet", "byline", "text", "html"};

/* Reads --member=FIELD=NAME: which member of the objects holds a field. */
static void
read_members(const struct option_list *list, const char *names[MEMBERS])
{
	memcpy(names, member_names, sizeof member_names);
	for (size_t i = 0; i < list->count; i++) {
		const char *equals = strchr(list->items[i], '=');
		struct slice field = {list->items[i], 0};
		int member = 0;
		if (equals)
			field.len = (size_t)(equals - list->items[i]);
		while (member < MEMBERS && !slice_is(field, member_names[member]))
			member++;
		if (!equals || member == MEMBERS)
			die("--member=%s: not FIELD=NAME, with id, url, title, date, outlet, "
			    "byline, text or html for FIELD",
				list->items[i]);
		names[member] = equals + 1;
	}
}

void
jsonl_check_members(const struct option_list *members)
{
	const char *names[MEMBERS];
	read_members(members, names);
}

/* A member as text: a string, or a number as it is written. */
static struct slice
member_text(const json_t *object, const char *name, struct arena *arena)
{
	const json_t *value = json_object_get(object, name);
	if (!json_is_integer(value))
		return json_text(value);
	struct buffer digits = {0};
	json_int_t number = json_integer_value(value);
	if (number < 0)
		buffer_add_byte(&digits, '-');
	buffer_add_size(&digits, (size_t)(number < 0 ? -number : number));
	struct slice text = arena_copy(arena, buffer_slice(&digits));
	buffer_free(&digits);
	return text;
}

static bool
clean_object(struct cleaner *cleaner, const json_t *object, const char *const names[MEMBERS],
	struct slice place)
{
	struct slice value[MEMBERS];
	struct arena arena = {0};
	for (int i = 0; i < MEMBERS; i++)
		value[i] = member_text(object, names[i], &arena);
	struct found found = {.id = value[MEMBER_ID],
		.url = value[MEMBER_URL],
		.title = value[MEMBER_TITLE],
		.date = value[MEMBER_DATE],
		.outlet = value[MEMBER_OUTLET],
		.byline = value[MEMBER_BYLINE],
		.charset = SLICE("utf-8")};
	if (!found.id.len)
		found.id = found.url.len ? found.url : place;
	bool page = value[MEMBER_HTML].len > 0, text = value[MEMBER_TEXT].len > 0;
	if (page)
		clean_page(cleaner, value[MEMBER_HTML], &found);
	else if (text)
		clean_text(cleaner, value[MEMBER_TEXT], &found);
	arena_free(&arena);
	return page || text;
}

/* The next line of the open file, without its LF; false at its end. */
static bool
next_line(struct input *input, struct slice *line)
{
	for (size_t searched = 0;;) {
		struct slice bytes = input_bytes(input);
		const char *lf = bytes.len > searched ? memchr(bytes.data + searched, '\n',
								bytes.len - searched)
						      : NULL;
		searched = bytes.len;
		if (lf || !input_more(input)) {
			bytes = input_bytes(input);
			size_t len = lf ? (size_t)(lf - bytes.data) : bytes.len;
			*line = slice_cut(bytes, 0, len);
			input_take(input, lf ? len + 1 : len);
			return lf || len > 0;
		}
	}
}

static bool
is_blank(struct slice line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.data[i] != ' ' && line.data[i] != '\t' && line.data[i] != '\r')
			return false;
	return true;
}

/* What reading JSON Lines needs from line to line. */
struct reader {
	struct cleaner *cleaner;
	const char *file;
	const char *names[MEMBERS];
	size_t number;
	struct buffer place; /* the ID of what names none: FILE:LINE */
};

static void
begin(struct reader *reader, struct cleaner *cleaner, const char *file)
{
	*reader = (struct reader){.cleaner = cleaner, .file = file};
	read_members(&cleaner->members, reader->names);
}

static void
clean_line(struct reader *reader, struct slice line)
{
	const char *why = "has neither text nor html";
	reader->number++;
	if (is_blank(line))
		return;
	json_t *object = json_read(line, &why);
	struct buffer *place = &reader->place;
	buffer_clear(place);
	buffer_add(place, slice_of(reader->file));
	buffer_add_byte(place, ':');
	buffer_add_size(place, reader->number);
	if (!object || !json_is_object(object) ||
		!clean_object(reader->cleaner, object, reader->names, buffer_slice(place)))
		warn("%s:%zu: %s", reader->file, reader->number, why);
	json_decref(object);
}

void
clean_jsonl(struct cleaner *cleaner, struct input *input)
{
	struct reader reader;
	struct slice line;
	begin(&reader, cleaner, input->name);
	while (next_line(input, &line))
		clean_line(&reader, line);
	buffer_free(&reader.place);
}

void
clean_jsonl_bytes(struct cleaner *cleaner, const char *file, struct slice bytes)
{
	struct reader reader;
	begin(&reader, cleaner, file);
	while (bytes.len > 0) {
		const char *lf = memchr(bytes.data, '\n', bytes.len);
		size_t len = lf ? (size_t)(lf - bytes.data) : bytes.len;
		clean_line(&reader, slice_cut(bytes, 0, len));
		bytes = slice_cut(bytes, lf ? len + 1 : len, bytes.len);
	}
	buffer_free(&reader.place);
}
