#include "text.h"

#include "utf8.h"
#include "visible.h"

enum {
	SHOWN_AT_MOST = 40,
	NAME_COLUMNS = 28
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
text_say_more(struct text *text, size_t count, const char *one, const char *many)
{
	size_t more = count - text_limit(text, count);
	if (more == 0)
		return;
	buffer_clear(&text->scratch);
	add_counted(&text->scratch, more, one, many);
	screen_add(&text->screen, STYLE_FAINT, SLICE("  and "));
	screen_add(&text->screen, STYLE_FAINT, buffer_slice(&text->scratch));
	screen_add(&text->screen, STYLE_FAINT, SLICE(" (--all shows them)"));
	screen_end_line(&text->screen, 2);
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

/* --- The list of documents -------------------------------------------------------------- */

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

static struct slice
day_of(struct slice date)
{
	return slice_cut(date, 0, date.len < 10 ? date.len : 10);
}

/* "2024-04-10, The Velm Courier: Engineers knew …" */
static void
add_facts(struct text *text, const struct document_facts *document)
{
	struct screen *screen = &text->screen;
	const struct slice facts[] = {
		day_of(document->date), document->outlet, document->title};
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
}
