#include "markdown.h"

#include "likeness.h"
#include "normal.h"

enum {
	ORDERS = 6,   /* of headings */
	BRACKET = 500 /* bytes of the longest label or address of a link */
};

/* The order of the heading that a line is: 1 for "# Bridge closes", 0 where it is none. */
static size_t
order_of(struct slice text)
{
	size_t order = 0;
	while (order < text.len && text.data[order] == '#')
		order++;
	bool heading =
		order > 0 && order <= ORDERS && order + 1 < text.len && text.data[order] == ' ';
	return heading ? order : 0;
}

static bool
is_markdown(const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->lines[i].first == '#' && order_of(sheet->lines[i].text))
			return true;
	return false;
}

/* Where the bracket that was opened before text[at] is closed; text.len where it is not soon.
 */
static size_t
end_of_bracket(struct slice text, size_t at, char close)
{
	size_t last = text.len - at < BRACKET ? text.len : at + BRACKET;
	while (at < last && text.data[at] != close)
		at++;
	return at < last ? at : text.len;
}

/* Where the link ends that begins at text[at]: "[the bridge](https://…)"; `*label`: what it
 * shows. 0 where there is none. */
static size_t
read_link(struct slice text, size_t at, struct slice *label)
{
	size_t middle = end_of_bracket(text, at, ']');
	if (middle + 1 >= text.len || text.data[middle + 1] != '(')
		return 0;
	size_t end = end_of_bracket(text, middle, ')');
	*label = slice_cut(text, at + 1, middle);
	return end < text.len ? end + 1 : 0;
}

/* The text without marks of strong type and with what links show. */
static struct slice
without_marks(struct slice text, struct arena *arena)
{
	struct buffer plain = {0};
	for (size_t at = 0; at < text.len;) {
		struct slice label;
		size_t end = text.data[at] == '[' ? read_link(text, at, &label) : 0;
		if (end) {
			buffer_add(&plain, label);
			at = end;
		} else if (slice_starts(slice_cut(text, at, text.len), SLICE("**"))) {
			at += 2;
		} else {
			buffer_add_byte(&plain, text.data[at++]);
		}
	}
	struct slice result = arena_copy(arena, buffer_slice(&plain));
	buffer_free(&plain);
	return result;
}

static bool
has_marks(struct slice text)
{
	for (size_t i = 0; i + 1 < text.len; i++)
		if ((text.data[i] == ']' && text.data[i + 1] == '(') ||
			(text.data[i] == '*' && text.data[i + 1] == '*'))
			return true;
	return false;
}

/* A line in italics from one end to the other: "*By Ana Ruiz*". */
static struct slice
without_italics(struct slice text)
{
	bool slanted = text.len > 2 && (text.data[0] == '*' || text.data[0] == '_') &&
		       text.data[1] != ' ' && text.data[text.len - 1] == text.data[0];
	return slanted ? slice_cut(text, 1, text.len - 1) : text;
}

static bool
is_above_text(const struct sheet *sheet, size_t i)
{
	while (i > 0 && !line_is_sentence(&sheet->lines[i - 1]))
		i--;
	return i == 0 && sheet->begins;
}

static void
take_heading(struct sheet *sheet, size_t i, size_t order, struct document *document)
{
	struct line *line = &sheet->lines[i];
	line_set_text(line, trim(slice_cut(line->text, order, line->text.len)));
	line->role = ROLE_HEADING;
	if (likeness_same(line->text, document->title)) {
		line->drop = sheet->title < sheet->count;
		line->role = ROLE_TITLE;
	} else if (order == 1 && document->title.len == 0 && is_above_text(sheet, i)) {
		line->role = ROLE_TITLE;
		document->title = line->text;
	}
	if (line->role == ROLE_TITLE && sheet->title == sheet->count)
		sheet->title = i;
}

void
markdown_read(struct sheet *sheet, struct document *document)
{
	if (!sheet->above.marked && !is_markdown(sheet))
		return;
	sheet->above.marked = true; /* of the next part */
	for (size_t i = 0; i < sheet->count; i++) {
		struct line *line = &sheet->lines[i];
		size_t order = order_of(line->text);
		line->drop = line->drop || slice_starts(line->text, SLICE("!["));
		if (has_marks(line->text))
			line_set_text(line, without_marks(line->text, &document->arena));
		line_set_text(line, without_italics(line->text));
		if (slice_starts(line->text, SLICE("> "))) {
			line_set_text(line, trim(slice_cut(line->text, 1, line->text.len)));
			line->role = ROLE_QUOTE;
		}
		if (order)
			take_heading(sheet, i, order, document);
	}
}
