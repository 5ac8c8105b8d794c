/*
 * On how many independent sources each claim rests.
 */
#include <stdlib.h>

#include "page.h"
#include "quotes.h"

enum {
	CLAIMS_SHOWN = 200,
	NAMES_BYTES = 400
};

static void
write_independence(struct page *page, const struct independence *rests)
{
	page_put(page, "<td class=\"count\">");
	page_size(page, rests->reports);
	page_put(page, rests->origins == 1 && rests->reports > 1
			       ? "</td><td class=\"count one\">"
			       : "</td><td class=\"count\">");
	page_size(page, rests->origins);
	page_put(page, "</td><td>");
	buffer_clear(&page->scratch);
	names_add_list(&page->scratch, &page->overview->names, rests->names);
	page_text_cut(page, buffer_slice(&page->scratch), NAMES_BYTES);
	page_put(page, "</td></tr>\n");
}

static void
write_figures(struct page *page, const struct claim *claim)
{
	const struct findings *findings = &page->overview->findings;
	const struct independence *rests = findings_independence(findings, claim->name, NULL);
	if (!rests)
		return;
	page_put(page, "<tr><th scope=\"row\">");
	page_label(page, claim);
	page_put(page, "</th>");
	write_independence(page, rests);
}

static void
write_quotation(struct page *page, const struct claim *claim)
{
	const struct findings *findings = &page->overview->findings;
	const struct independence *rests = findings_independence(findings, claim->name, NULL);
	struct quote_model model;
	if (!rests)
		return;
	quote_model_make(&model, findings->quotations + claim->first, claim->count);
	page_put(page, "<tr><th scope=\"row\">“");
	page_text_cut(
		page, quote_inner(findings->quotations[claim->first + model.member].text), 120);
	page_put(page, "”</th>");
	write_independence(page, rests);
	quote_model_free(&model);
}

static size_t
write_all(struct page *page, int kind, const enum verdict *verdicts, size_t count,
	void (*write)(struct page *, const struct claim *))
{
	size_t left_out = 0;
	for (size_t i = 0; i < count; i++) {
		size_t found;
		const struct claim **claims =
			claims_of(&page->overview->findings, kind, verdicts[i], &found);
		size_t shown = page_limit(page, found, CLAIMS_SHOWN);
		for (size_t j = 0; j < shown; j++)
			write(page, claims[j]);
		left_out += found - shown;
		free(claims);
	}
	return left_out;
}

void
page_sources(struct page *page)
{
	static const enum verdict figures[] = {VERDICT_DIFFER, VERDICT_UNIT, VERDICT_AGREE};
	static const enum verdict quotations[] = {VERDICT_ALTERED, VERDICT_CUT, VERDICT_SAME};
	if (page->overview->findings.independence_count == 0)
		return;
	page_section(page, "sources", "How many sources each claim rests on",
		"Reports that lead back to one source count once: many reports may be one "
		"witness.");
	page_put(page,
		"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Sources\">\n"
		"<table class=\"sources\">\n<thead><tr><th scope=\"col\">Claim</th>"
		"<th scope=\"col\">Reports</th><th scope=\"col\">Independent sources</th>"
		"<th scope=\"col\">Which they are</th></tr></thead>\n<tbody>\n");
	size_t left_out = write_all(page, CLAIMS_FIGURES, figures, 3, write_figures);
	left_out += write_all(page, CLAIMS_QUOTATIONS, quotations, 3, write_quotation);
	page_put(page, "</tbody>\n</table>\n</div>\n");
	page_say_more(page, left_out, "more claim", "more claims");
	page_put(page, "</section>\n");
}
