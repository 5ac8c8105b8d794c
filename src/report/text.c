#include "text.h"

#include "utf8.h"
#include "visible.h"

enum {
	SHOWN_AT_MOST = 40,
	NAME_COLUMNS = 28,
	LABEL_LINES = 3,
	MARGIN = 2
};

void
text_heading(struct text *text, const char *heading, const char *note)
{
	screen_end_line(&text->screen, 0);
	screen_add(&text->screen, STYLE_STRONG, slice_of(heading));
	if (note) {
		screen_add(&text->screen, STYLE_FAINT, SLICE(" — "));
		screen_add(&text->screen, STYLE_FAINT, slice_of(note));
	}
	screen_end_line(&text->screen, 0);
}

size_t
text_limit(const struct text *text, size_t count)
{
	return text->all || count <= SHOWN_AT_MOST ? count : SHOWN_AT_MOST;
}

void
text_say_left_out(struct text *text, size_t count, const char *one, const char *many)
{
	if (count == 0)
		return;
	buffer_clear(&text->scratch);
	add_counted(&text->scratch, count, one, many);
	screen_move(&text->screen, 2);
	screen_add(&text->screen, STYLE_FAINT, SLICE("and "));
	screen_add(&text->screen, STYLE_FAINT, buffer_slice(&text->scratch));
	screen_add(&text->screen, STYLE_FAINT, SLICE(" (--all shows them)"));
	screen_end_line(&text->screen, 2);
}

void
text_say_more(struct text *text, size_t count, const char *one, const char *many)
{
	text_say_left_out(text, count - text_limit(text, count), one, many);
}

static struct slice
letter_of(struct text *text, uint32_t document)
{
	buffer_clear(&text->scratch);
	names_add_letter(&text->scratch, document);
	return buffer_slice(&text->scratch);
}

void
text_add_document(struct text *text, uint32_t document)
{
	screen_add(&text->screen, STYLE_STRONG, letter_of(text, document));
	screen_add(&text->screen, STYLE_PLAIN, SLICE(" "));
	screen_add_cut(
		&text->screen, STYLE_PLAIN, text->overview->names.of[document], NAME_COLUMNS);
}

void
text_make_sides(struct text *text, const struct claim *claim)
{
	sides_make(&text->sides, &text->overview->findings, &text->overview->amounts, claim);
}

void
text_begin_label(struct text *text, const struct claim *claim, size_t columns)
{
	buffer_clear(&text->scratch);
	label_add_figures(&text->scratch, &text->labels, &text->overview->findings, claim,
		LABEL_LINES * columns);
	buffer_clear(&text->label);
	visible_add(&text->label, buffer_slice(&text->scratch));
	text->label_at = 0;
	text->label_lines = 0;
}

/* The last line that there is room for is cut. */
bool
text_add_label(struct text *text, size_t columns)
{
	struct slice left =
		slice_cut(buffer_slice(&text->label), text->label_at, text->label.len);
	if (left.len == 0)
		return false;
	screen_move(&text->screen, MARGIN);
	size_t end = ++text->label_lines < LABEL_LINES ? screen_break(left, columns) : left.len;
	screen_add_cut(&text->screen, STYLE_PLAIN, slice_cut(left, 0, end), columns);
	while (end < left.len && left.data[end] == ' ')
		end++;
	text->label_at += end;
	return true;
}

void
text_finish_label(struct text *text, size_t columns)
{
	while (text_add_label(text, columns))
		screen_end_line(&text->screen, MARGIN);
}

void
text_add_amount(struct text *text, enum style style, const struct side *side)
{
	buffer_clear(&text->scratch);
	amount_add(&text->scratch, &text->overview->amounts, &side->value, side->surface,
		AMOUNT_FULL);
	screen_add(&text->screen, style, buffer_slice(&text->scratch));
}

/* --- The list of documents --- */

static size_t
widest_name(const struct text *text, size_t count)
{
	size_t widest = 0;
	struct buffer shown = {0};
	for (size_t i = 0; i < count; i++) {
		buffer_clear(&shown);
		visible_add(&shown, text->overview->names.of[i]);
		size_t width = utf8_width(buffer_slice(&shown));
		widest = width > widest ? width : widest;
	}
	buffer_free(&shown);
	return widest < NAME_COLUMNS ? widest : NAME_COLUMNS;
}

/* "2024-04-10, The Velm Courier: Engineers knew …" */
static void
add_facts(struct text *text, const struct document_facts *document)
{
	struct screen *screen = &text->screen;
	const struct slice facts[] = {
		date_day(document->date), document->outlet, document->title};
	const struct slice before[] = {SLICE(""), SLICE(", "), SLICE(": ")};
	bool first = true;
	for (size_t i = 0; i < 3; i++) {
		if (facts[i].len == 0)
			continue;
		if (!first)
			screen_add(screen, STYLE_PLAIN, before[i]);
		size_t column = screen_column(screen);
		screen_add_cut(screen, i == 2 ? STYLE_PLAIN : STYLE_FAINT, facts[i],
			text->all                ? SIZE_MAX
			: screen->width > column ? screen->width - column
						 : 0);
		first = false;
	}
}

static void
list_documents(struct text *text)
{
	size_t count = text->overview->findings.document_count, shown = text_limit(text, count);
	size_t letters = shown > 26 ? 2 : 1, names = widest_name(text, shown);
	if (count == 0)
		return;
	text_heading(text, "Reports", NULL);
	for (uint32_t i = 0; i < shown; i++) {
		screen_move(&text->screen, 2);
		screen_add(&text->screen, STYLE_STRONG, letter_of(text, i));
		screen_move(&text->screen, 2 + letters + 2);
		screen_add_cut(&text->screen, STYLE_PLAIN, text->overview->names.of[i], names);
		screen_move(&text->screen, 2 + letters + 2 + names + 2);
		add_facts(text, &text->overview->findings.documents[i]);
		if (document_is_empty(&text->overview->findings, i))
			screen_add(&text->screen, STYLE_NOTE, SLICE(" (no text found)"));
		screen_end_line(&text->screen, 2 + letters + 2);
	}
	text_say_more(text, count, "more report", "more reports");
}

void
text_write(struct text *text)
{
	struct buffer summary = {0};
	overview_add_summary(&summary, text->overview);
	screen_add(&text->screen, STYLE_STRONG, buffer_slice(&summary));
	screen_end_line(&text->screen, 0);
	buffer_free(&summary);
	list_documents(text);
	text_figures(text);
	text_sources(text);
	text_quotations(text);
	text_copies(text);
	text_origins(text);
}

void
text_free(struct text *text)
{
	screen_free(&text->screen);
	buffer_free(&text->scratch);
	sides_free(&text->sides);
	changes_free(&text->changes);
	labels_free(&text->labels);
	buffer_free(&text->label);
}
