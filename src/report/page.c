#include "page.h"

#include <stdlib.h>

enum {
	REPORTS_SHOWN = 1000,
	TEXT_BYTES = 2 * 1024 * 1024 /* of documents in full, unless all is asked for */
};

static void
write_head(struct page *page, struct slice summary)
{
	page_put(page,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"generator\" content=\"crosscheck\">\n<title>");
	const char *end = summary.len ? memchr(summary.data, '.', summary.len) : NULL;
	page_put(page, "Crosscheck: ");
	page_text(
		page, slice_cut(summary, 0, end ? (size_t)(end - summary.data) : summary.len));
	page_put(page, "</title>\n<style>\n");
	page_put(page, page_style);
	page_put(page, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the "
		       "findings</a>\n");
}

/* How many of what was found, each as a way to where it is told. */
static void
write_counts(struct page *page)
{
	const size_t *figures = page->overview->figures,
		     *quotations = page->overview->quotations;
	const struct {
		size_t count;
		const char *class, *section, *one, *many;
	} counts[] = {
		{figures[VERDICT_DIFFER], "bad", "differ", "figure in conflict",
			"figures in conflict"},
		{figures[VERDICT_UNIT], "unit", "unit", "figure in other units",
			"figures in other units"},
		{figures[VERDICT_AGREE], "good", "agree", "figure agreed on",
			"figures agreed on"},
		{quotations[VERDICT_ALTERED], "bad", "quotations", "quotation altered",
			"quotations altered"},
		{quotations[VERDICT_CUT], "unit", "quotations", "quotation cut",
			"quotations cut"},
		{page->overview->silent, "bad", "origins", "report without credit",
			"reports without credit"},
	};
	page_put(page, "<ul class=\"counts\">\n");
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		if (counts[i].count == 0)
			continue;
		page_put(page, "<li><a class=\"");
		page_put(page, counts[i].class);
		page_put(page, "\" href=\"#");
		page_put(page, counts[i].section);
		page_put(page, "\"><b>");
		page_size(page, counts[i].count);
		page_put(page, "</b> ");
		page_put(page, counts[i].count == 1 ? counts[i].one : counts[i].many);
		page_put(page, "</a></li>\n");
	}
	page_put(page, "</ul>\n");
}

static void
write_navigation(struct page *page)
{
	const struct overview *overview = page->overview;
	const struct {
		const char *id, *name;
		bool there;
	} sections[] = {
		{"reports", "Reports", overview->findings.document_count > 0},
		{"figures", "Figures", page_has_figures(page)},
		{"quotations", "Quotations",
			overview->quotations[VERDICT_ALTERED] ||
				overview->quotations[VERDICT_CUT]},
		{"copies", "Who copied whom", overview->copies.count > 0},
		{"sources", "Sources of each claim", overview->findings.independence_count > 0},
		{"origins", "Sources of each report", overview->findings.origin_count > 0},
		{"texts", "Texts", overview->findings.sentence_count > 0},
	};
	page_put(page, "<nav aria-label=\"Sections\"><ul>\n");
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		if (!sections[i].there)
			continue;
		page_put(page, "<li><a href=\"#");
		page_put(page, sections[i].id);
		page_put(page, "\">");
		page_put(page, sections[i].name);
		page_put(page, "</a></li>\n");
	}
	page_put(page, "</ul></nav>\n");
}

static void
write_document(struct page *page, uint32_t document)
{
	const struct document_facts *facts = &page->overview->findings.documents[document];
	page_put(page, "<li>");
	page_letter(page, document);
	page_put(page, " <div>");
	page_link(page, document, 0);
	page_text(page, page->overview->names.of[document]);
	page_end_link(page, document);
	page_put(page, "<span class=\"facts\"> ");
	if (facts->outlet.len > 0) {
		page_text(page, facts->outlet);
		page_put(page, facts->date.len > 0 ? ", " : "");
	}
	if (facts->date.len > 0) {
		page_put(page, "<time>");
		page_text(page, date_day(facts->date));
		page_put(page, "</time>");
	}
	page_put(page, "</span>");
	if (document_is_empty(&page->overview->findings, document))
		page_put(page, " <span class=\"anonymous\">no text found</span>");
	if (facts->title.len > 0) {
		page_put(page, "<br>");
		page_text_cut(page, facts->title, 300);
	}
	page_put(page, "</div></li>\n");
}

static void
write_documents(struct page *page)
{
	size_t count = page->overview->findings.document_count;
	size_t shown = page_limit(page, count, REPORTS_SHOWN);
	if (count == 0)
		return;
	page_put(page, "<section id=\"reports\">\n<h2>Reports</h2>\n<ul class=\"reports\">\n");
	for (uint32_t i = 0; i < shown; i++)
		write_document(page, i);
	page_put(page, "</ul>\n");
	page_say_more(page, count - shown, "more report", "more reports");
	page_put(page, "</section>\n");
}

/* --- Which documents are told in full --- */

/*
 * Marks the documents whose `wanted` is as asked for while their sentences fit into what is
 * left.
 */
static size_t
choose(struct page *page, const size_t *bytes, const bool *found, bool wanted, size_t left)
{
	for (uint32_t i = 0; i < page->overview->findings.document_count; i++) {
		if (found[i] != wanted || bytes[i] == 0 || (!page->all && bytes[i] > left))
			continue;
		page->has_text[i] = true;
		left -= bytes[i] < left ? bytes[i] : left;
	}
	return left;
}

/* Documents in which something was found come before the others. */
static void
choose_texts(struct page *page)
{
	const struct findings *findings = &page->overview->findings;
	size_t *bytes = memory_new_zeroed(findings->document_count + 1, sizeof *bytes);
	bool *found = memory_new_zeroed(findings->document_count + 1, sizeof *found);
	page->has_text = memory_new_zeroed(findings->document_count + 1, sizeof(bool));
	for (size_t i = 0; i < findings->sentence_count; i++)
		bytes[findings->sentences[i].document] += findings->sentences[i].text.len + 1;
	for (size_t i = 0; i < findings->figure_count; i++) {
		const struct figure *figure = &findings->figures[i];
		found[figure->document] |=
			findings->claims[CLAIMS_FIGURES][figure->claim].verdict !=
			VERDICT_SINGLE;
	}
	for (size_t i = 0; i < findings->quotation_count; i++)
		found[findings->quotations[i].document] = true;
	for (size_t i = 0; i < findings->reuse_count; i++)
		found[findings->reuses[i].a] = found[findings->reuses[i].b] = true;
	choose(page, bytes, found, false, choose(page, bytes, found, true, TEXT_BYTES));
	free(bytes);
	free(found);
}

void
page_write(struct page *page)
{
	struct buffer summary = {0};
	choose_texts(page);
	overview_add_summary(&summary, page->overview);
	write_head(page, buffer_slice(&summary));
	page_put(page, "<header>\n<h1>Crosscheck</h1>\n<p class=\"summary\">");
	page_text(page, buffer_slice(&summary));
	page_put(page, "</p>\n");
	write_counts(page);
	page_put(page, "</header>\n");
	write_navigation(page);
	page_put(page, "<main id=\"main\">\n");
	write_documents(page);
	page_figures(page);
	page_quotations(page);
	page_copies(page);
	page_sources(page);
	page_origins(page);
	page_texts(page);
	page_put(page, "</main>\n</body>\n</html>\n");
	buffer_free(&summary);
}

void
page_free(struct page *page)
{
	free(page->has_text);
	buffer_free(&page->scratch);
	buffer_free(&page->visible);
	sides_free(&page->sides);
	changes_free(&page->changes);
	labels_free(&page->labels);
	free(page->cards);
}
