/*
 * What each report rests on: whom it cites, and whose text it carries.
 */
#include "page.h"

enum {
	REPORTS_SHOWN = 300,
	ORIGINS_SHOWN = 40
};

static void
write_sentences(struct page *page, size_t sentences)
{
	page_put(page, " <small>");
	add_counted(&page->output->pending, sentences, "sentence", "sentences");
	page_put(page, "</small>");
}

static void
write_name(struct page *page, const struct origin *origin)
{
	if (origin->source != NOWHERE && origin->source != origin->document) {
		page_letter(page, origin->source);
		page_put(page, " ");
	}
	page_text_cut(page, origin->name, 200);
}

/* "two engineers (not named) 4 sentences · …": those that came by way of an outlet, or of none.
 */
static void
write_cited(struct page *page, const struct origin *origins, size_t count, struct slice outlet,
	const char *before)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++) {
		const struct origin *origin = &origins[i];
		if (!origin_came_by(&page->overview->findings, origin, outlet) ||
			(++found > ORIGINS_SHOWN && !page->all))
			continue;
		page_put(page, found == 1 ? before : " · ");
		write_name(page, origin);
		if (origin_lacks_name(origin))
			page_put(page, " <span class=\"anonymous\">(not named)</span>");
		if (origin->sentences > 1)
			write_sentences(page, origin->sentences);
	}
	if (found > ORIGINS_SHOWN && !page->all) {
		page_put(page, " and ");
		page_size(page, found - ORIGINS_SHOWN);
		page_put(page, " more");
	}
	page_put(page, found > 0 ? "</li>\n" : "");
}

/* "The Velm Courier, not credited, 14 sentences", and whom that cites. */
static void
write_outlet(struct page *page, const struct origin *outlet, const struct origin *origins,
	size_t count)
{
	page_put(page, "<li><b>");
	write_name(page, outlet);
	page_put(page, slice_is(outlet->via, "silent")
			       ? "</b>, <span class=\"apart\">not credited</span>"
			       : "</b>, <span class=\"credited\">credited</span>");
	write_sentences(page, outlet->sentences);
	page_put(page, "</li>\n");
	write_cited(page, origins, count, outlet->name, "<li>through it: ");
}

static void
write_document(struct page *page, uint32_t document)
{
	size_t count;
	const struct origin *origins =
		findings_origins(&page->overview->findings, document, &count);
	if (count == 0)
		return;
	page_put(page, "<li><span>");
	page_letter(page, document);
	page_put(page, " ");
	page_text_cut(page, page->overview->names.of[document], 60);
	page_put(page, "</span>\n<ul>\n");
	size_t shown = page_limit(page, count, ORIGINS_SHOWN);
	for (size_t i = 0; i < shown; i++)
		if (origin_is_text(&origins[i]) && origins[i].source != document)
			write_outlet(page, &origins[i], origins, count);
	write_cited(page, origins, count, SLICE(""), "<li>cites ");
	page_put(page, "</ul></li>\n");
}

void
page_origins(struct page *page)
{
	const struct findings *findings = &page->overview->findings;
	if (findings->origin_count == 0)
		return;
	page_section(page, "origins", "What each report rests on",
		"Whose text it carries, and whom it cites.");
	page_put(page, "<ul class=\"origins\">\n");
	size_t shown = page_limit(page, findings->document_count, REPORTS_SHOWN);
	for (uint32_t i = 0; i < shown; i++)
		write_document(page, i);
	page_put(page, "</ul>\n");
	page_say_more(page, findings->document_count - shown, "more report", "more reports");
	page_put(page, "</section>\n");
}
