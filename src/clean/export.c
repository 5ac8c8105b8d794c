#include "export.h"

#include "byline.h"
#include "date.h"
#include "map.h"
#include "normal.h"
#include "tables.h"
#include "utf8.h"

enum {
	LABEL = 40, /* bytes of the longest label */
	FIRST = 24, /* lines among which labels are looked for, */
	LABELS = 3, /* and how many of them make an export */
	CODE = 3    /* letters of the longest code: "PUB" */
};

enum field {
	FIELD_NONE,
	FIELD_BODY,
	FIELD_BYLINE,
	FIELD_DATE,
	FIELD_DROP,
	FIELD_OUTLET,
	FIELD_TITLE,
	FIELD_URL,
	FIELDS,
	IS_CODE = 16 /* the bit of labels that are codes */
};

static struct map labels; /* to fields */

static void
take_label(void *context, const struct slice field[TABLE_FIELDS])
{
	static const char *const names[FIELDS] = {
		"", "body", "byline", "date", "drop", "outlet", "title", "url"};
	(void)context;
	for (uint32_t i = FIELD_BODY; i < FIELDS; i++)
		if (slice_is(field[1], names[i]))
			map_add(&labels, field[0], i | (field[2].len ? IS_CODE : 0), NULL);
}

/* The field that a label names; FIELD_NONE where it is none. */
static enum field
field_of(struct slice label, bool code)
{
	char bytes[LABEL * 2];
	struct buffer lower = {.data = bytes, .capacity = sizeof bytes};
	if (labels.count == 0)
		tables_each(NULL, "root", "head-fields", take_label, NULL);
	if (label.len == 0 || label.len > LABEL)
		return FIELD_NONE;
	utf8_add_lower(&lower, label);
	const uint32_t *field = map_find(&labels, buffer_slice(&lower));
	if (!field || (code && !(*field & IS_CODE)))
		return FIELD_NONE;
	return (enum field)(*field & (IS_CODE - 1));
}

/* How many capitals begin the text, as the code of a field: "WC        523 words". */
static size_t
code_length(struct slice text)
{
	size_t len = 0;
	while (len < text.len && text.data[len] >= 'A' && text.data[len] <= 'Z')
		len++;
	bool alone = len == text.len;
	bool spaced = len + 1 < text.len &&
		      (text.data[len] == '\t' ||
			      (text.data[len] == ' ' && text.data[len + 1] == ' '));
	return len >= 2 && len <= CODE && (alone || spaced) ? len : 0;
}

/* The field that a line's label names, and what stands behind the label. */
static enum field
look_at_label(struct slice text, struct slice *rest)
{
	size_t code = code_length(text);
	enum field field = code ? field_of(slice_cut(text, 0, code), true) : FIELD_NONE;
	*rest = trim(slice_cut(text, code, text.len));
	if (field)
		return field;
	size_t end = 0;
	while (end < text.len && end <= LABEL && text.data[end] != ':')
		end++;
	if (end == text.len || end > LABEL)
		return FIELD_NONE;
	*rest = trim(slice_cut(text, end + 1, text.len));
	return field_of(trim(slice_cut(text, 0, end)), false);
}

static bool
is_export(const struct sheet *sheet)
{
	size_t found = 0;
	struct slice rest;
	for (size_t i = 0; i < sheet->count && i < FIRST; i++) {
		struct slice text = sheet->lines[i].text;
		if (sheet->lines[i].looks.labelled || code_length(text))
			found += look_at_label(text, &rest) != FIELD_NONE;
	}
	return found >= LABELS;
}

/* A value without the quotation marks that some put around it. */
static struct slice
unquoted(struct slice text)
{
	bool quoted = text.len > 1 && (text.data[0] == '"' || text.data[0] == '\'') &&
		      text.data[text.len - 1] == text.data[0];
	return quoted ? slice_cut(text, 1, text.len - 1) : text;
}

static void
take_title(struct sheet *sheet, size_t i, struct slice text, struct document *document)
{
	struct line *line = &sheet->lines[i];
	line_set_text(line, unquoted(text));
	line->role = sheet_is_titled(sheet) ? ROLE_HEADING : ROLE_TITLE;
	if (sheet_is_titled(sheet))
		return;
	sheet->title = i;
	if (document->title.len == 0)
		document->title = line->text;
}

static void
take_byline(struct line *line, struct slice text, struct document *document)
{
	struct slice names = byline_names(unquoted(text), &document->arena);
	line->role = ROLE_BYLINE;
	if (document->byline.len == 0 && byline_are_persons(names))
		document->byline = names;
}

/* What a labelled line says goes to the document; whether the line itself goes. */
static bool
take_field(struct sheet *sheet, size_t i, enum field field, struct slice rest,
	struct document *document)
{
	struct line *line = &sheet->lines[i];
	struct slice date;
	line->match = (struct furniture_match){0};
	switch (field) {
	case FIELD_TITLE:
		take_title(sheet, i, rest, document);
		return false;
	case FIELD_BYLINE:
		take_byline(line, rest, document);
		return false;
	case FIELD_DATE:
		date = document->date.len ? SLICE("") : date_in_text(rest);
		if (date.len)
			document->date = arena_copy(&document->arena, date);
		return true;
	case FIELD_OUTLET:
		if (document->outlet.len == 0)
			document->outlet = unquoted(rest);
		return true;
	case FIELD_URL:
		if (document->url.len == 0)
			document->url = rest;
		return true;
	case FIELD_BODY:
		line_set_text(line, unquoted(rest));
		line->looks = line_looks(line->text);
		return line->text.len == 0;
	default:
		return true;
	}
}

void
export_read(struct sheet *sheet, struct document *document)
{
	if (!sheet->above.exported && !(sheet->begins && is_export(sheet)))
		return;
	sheet->above.exported = true; /* of the next part */
	/* a sentence without a label: "Subject:" below it is no title */
	bool *told = &sheet->above.told;
	for (size_t i = 0; i < sheet->count; i++) {
		struct slice rest;
		enum field field = look_at_label(sheet->lines[i].text, &rest);
		if (!field)
			*told = *told || line_is_sentence(&sheet->lines[i]);
		else if ((rest.len == 0 && field != FIELD_BODY) ||
			 (*told && field == FIELD_TITLE) ||
			 take_field(sheet, i, field, rest, document))
			sheet->lines[i].drop = true;
	}
}
