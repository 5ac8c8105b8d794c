/*
 * What each report rests on: whom it cites, and whose text it carries.
 */
#include "text.h"

enum {
	MARGIN = 2,
	INDENT = 5,
	ORIGINS_SHOWN = 24
};

/* "two engineers (not named) ×4" */
static void
add_origin(struct text *text, const struct origin *origin)
{
	screen_add(&text->screen, STYLE_PLAIN, origin->name);
	if (origin_lacks_name(origin))
		screen_add(&text->screen, STYLE_NOTE, SLICE(" (not named)"));
	if (origin->sentences > 1) {
		screen_add(&text->screen, STYLE_FAINT, SLICE(" ×"));
		screen_add_size(&text->screen, STYLE_FAINT, origin->sentences);
	}
}

/* A line of those that came by way of an outlet; empty: of the report's own. */
static void
write_sources(struct text *text, const struct origin *origins, size_t count,
	struct slice outlet, const char *before)
{
	size_t found = 0, shown = 0;
	for (size_t i = 0; i < count; i++) {
		if (!origin_came_by(&text->overview->findings, &origins[i], outlet))
			continue;
		if (++found > ORIGINS_SHOWN && !text->all)
			continue;
		screen_move(&text->screen, outlet.len > 0 ? INDENT + 2 : INDENT);
		screen_add(&text->screen, STYLE_FAINT, slice_of(shown++ ? " · " : before));
		add_origin(text, &origins[i]);
	}
	if (found > shown) {
		screen_add(&text->screen, STYLE_FAINT, SLICE(" · "));
		screen_add_size(&text->screen, STYLE_FAINT, found - shown);
		screen_add(&text->screen, STYLE_FAINT, SLICE(" more"));
	}
	if (found > 0)
		screen_end_line(&text->screen, outlet.len > 0 ? INDENT + 4 : INDENT + 2);
}

/* "The Velm Courier, not credited, 14 sentences", and whom that cites. */
static void
write_outlet(struct text *text, const struct origin *outlet, const struct origin *origins,
	size_t count)
{
	struct screen *screen = &text->screen;
	bool silent = slice_is(outlet->via, "silent");
	screen_move(screen, INDENT);
	screen_add(screen, STYLE_PLAIN, outlet->name);
	screen_add(screen, silent ? STYLE_BAD : STYLE_GOOD,
		silent ? SLICE(", not credited") : SLICE(", credited"));
	buffer_clear(&text->scratch);
	buffer_add(&text->scratch, SLICE(", "));
	add_counted(&text->scratch, outlet->sentences, "sentence", "sentences");
	screen_add(screen, STYLE_FAINT, buffer_slice(&text->scratch));
	screen_end_line(screen, INDENT + 2);
	write_sources(text, origins, count, outlet->name, "citing ");
}

static void
write_document(struct text *text, uint32_t document)
{
	size_t count;
	const struct origin *origins =
		findings_origins(&text->overview->findings, document, &count);
	if (count == 0)
		return;
	screen_move(&text->screen, MARGIN);
	text_add_document(text, document);
	screen_end_line(&text->screen, INDENT);
	for (size_t i = 0; i < count; i++)
		if (origin_is_text(&origins[i]) && origins[i].source != document &&
			(text->all || i < ORIGINS_SHOWN))
			write_outlet(text, &origins[i], origins, count);
	write_sources(text, origins, count, SLICE(""), "");
}

void
text_origins(struct text *text)
{
	const struct findings *findings = &text->overview->findings;
	if (findings->origin_count == 0)
		return;
	text_heading(text, "What each report rests on", "×: so many sentences");
	for (uint32_t i = 0; i < text_limit(text, findings->document_count); i++)
		write_document(text, i);
	text_say_more(text, findings->document_count, "more report", "more reports");
}
