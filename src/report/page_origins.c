/*
 * What each report rests on: whom it cites, and whose text it carries.
 */
#include "page.h"

enum {
	REPORTS_SHOWN = 300,
	ORIGINS_SHOWN = 40
};

static void
add_via(struct page *page, const struct origin *origin)
{
	struct slice via = origin->via;
	if (origin->source == origin->document)
		page_put(page, "itself");
	else if (slice_is(via, "silent"))
		page_put(page, "<span class=\"apart\">not credited</span>");
	else if (slice_is(via, "credited"))
		page_put(page, "credited");
	else if (via.len > 0) {
		page_put(page, "by way of ");
		page_text(page, via);
	}
}

static void
write_origin(struct page *page, const struct origin *origin)
{
	page_put(page, "<td>");
	if (origin->source != NOWHERE) {
		page_letter(page, origin->source);
		page_put(page, " ");
	}
	page_text_cut(page, origin->name, 200);
	page_put(page, "</td><td>");
	page_text(page, origin->class);
	page_put(page, "</td><td>");
	add_via(page, origin);
	page_put(page, "</td><td class=\"count\">");
	page_size(page, origin->sentences);
	page_put(page, "</td></tr>\n");
}

static void
write_document(struct page *page, uint32_t document)
{
	size_t count;
	const struct origin *origins =
		findings_origins(&page->overview->findings, document, &count);
	size_t shown = page_limit(page, count, ORIGINS_SHOWN);
	for (size_t i = 0; i < shown; i++) {
		page_put(page, i == 0 ? "<tbody>\n<tr>" : "<tr>");
		if (i == 0) {
			page_put(page, "<th scope=\"rowgroup\" rowspan=\"");
			page_size(page, shown + (shown < count));
			page_put(page, "\">");
			page_letter(page, document);
			page_put(page, " <small>");
			page_text_cut(page, page->overview->names.of[document], 60);
			page_put(page, "</small></th>");
		}
		write_origin(page, &origins[i]);
	}
	if (shown < count) {
		page_put(page, "<tr><td colspan=\"4\">and ");
		page_size(page, count - shown);
		page_put(page, " more</td></tr>\n");
	}
	page_put(page, count > 0 ? "</tbody>\n" : "");
}

void
page_origins(struct page *page)
{
	const struct findings *findings = &page->overview->findings;
	if (findings->origin_count == 0)
		return;
	page_section(page, "origins", "What each report rests on", NULL);
	page_put(page,
		"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Origins\">\n"
		"<table class=\"origins\">\n<thead><tr><th scope=\"col\">Report</th>"
		"<th scope=\"col\">Rests on</th><th scope=\"col\">Kind</th>"
		"<th scope=\"col\">How</th><th scope=\"col\">Sentences</th></tr></thead>\n");
	size_t shown = page_limit(page, findings->document_count, REPORTS_SHOWN);
	for (uint32_t i = 0; i < shown; i++)
		write_document(page, i);
	page_put(page, "</table>\n</div>\n");
	page_say_more(page, findings->document_count - shown, "more report", "more reports");
	page_put(page, "</section>\n");
}
