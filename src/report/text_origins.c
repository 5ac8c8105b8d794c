/*
 * What each report rests on: whom it cites, and whose text it carries.
 */
#include "text.h"

enum {
	MARGIN = 2,
	INDENT = 5,
	ORIGINS_SHOWN = 12
};

/* "The Velm Courier (outlet, not credited) 9" */
static void
add_origin(struct text *text, const struct origin *origin)
{
	struct screen *screen = &text->screen;
	bool silent = slice_is(origin->via, "silent");
	bool credited = slice_is(origin->via, "credited");
	screen_add(screen, silent ? STYLE_BAD : STYLE_PLAIN, origin->name);
	if (origin->class.len > 0 || origin->via.len > 0) {
		screen_add(screen, STYLE_FAINT, SLICE(" ("));
		screen_add(screen, STYLE_FAINT, origin->class);
		if (origin->class.len > 0 && origin->via.len > 0)
			screen_add(screen, STYLE_FAINT, SLICE(", "));
		if (silent)
			screen_add(screen, STYLE_FAINT, SLICE("not credited"));
		else if (!credited && origin->via.len > 0)
			screen_add(screen, STYLE_FAINT, SLICE("by way of "));
		if (!silent)
			screen_add(screen, STYLE_FAINT, origin->via);
		screen_add(screen, STYLE_FAINT, SLICE(")"));
	}
	if (origin->sentences > 0) {
		screen_add(screen, STYLE_PLAIN, SLICE(" "));
		screen_add_size(screen, STYLE_PLAIN, origin->sentences);
	}
}

static void
write_document(struct text *text, uint32_t document)
{
	size_t count;
	const struct origin *origins =
		findings_origins(&text->overview->findings, document, &count);
	if (count == 0)
		return;
	size_t shown = text->all || count < ORIGINS_SHOWN ? count : ORIGINS_SHOWN;
	screen_move(&text->screen, MARGIN);
	text_add_document(text, document);
	screen_end_line(&text->screen, INDENT);
	screen_move(&text->screen, INDENT);
	bool first = true;
	for (size_t i = 0; i < shown; i++) {
		if (origins[i].source == document)
			continue;
		screen_add(&text->screen, STYLE_PLAIN, first ? SLICE("") : SLICE(" · "));
		add_origin(text, &origins[i]);
		first = false;
	}
	if (shown < count) {
		screen_add(&text->screen, STYLE_FAINT, SLICE(" · "));
		screen_add_size(&text->screen, STYLE_FAINT, count - shown);
		screen_add(&text->screen, STYLE_FAINT, SLICE(" more"));
	}
	screen_end_line(&text->screen, INDENT);
}

void
text_origins(struct text *text)
{
	const struct findings *findings = &text->overview->findings;
	if (findings->origin_count == 0)
		return;
	text_heading(text, "What each report rests on", "with the number of sentences");
	for (uint32_t i = 0; i < text_limit(text, findings->document_count); i++)
		write_document(text, i);
	text_say_more(text, findings->document_count, "more report", "more reports");
}
