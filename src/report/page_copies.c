/*
 * Who copied whom: a drawing, and below it the pairs of documents with the sentences they
 * share.
 */
#include "page.h"

enum {
	PAIRS_SHOWN = 60,
	SENTENCES_SHOWN = 60,
	SENTENCE_BYTES = 1200
};

/* A link to a sentence in its report. */
static void
write_place(struct page *page, uint32_t document, size_t n)
{
	if (!page->has_text[document])
		return;
	page_put(page, " ");
	page_link(page, document, n);
	page_put(page, "<span role=\"img\" aria-label=\"in the report\">↓</span></a>");
}

static void
write_sentences(struct page *page, const struct copy *copy, const struct reuse *reuse)
{
	static const char *const kinds[REUSE_KINDS] = {
		[REUSE_VERBATIM] = "word for word",
		[REUSE_NEAR] = "nearly so",
		[REUSE_PARAPHRASE] = "reworded",
	};
	bool turned = reuse->a != copy->from;
	size_t n_from = turned ? reuse->n_b : reuse->n_a,
	       n_to = turned ? reuse->n_a : reuse->n_b;
	struct slice from = turned ? reuse->text_b : reuse->text_a;
	struct slice to = turned ? reuse->text_a : reuse->text_b;
	page_put(page, "<tr><td>");
	page_text_cut(page, from, SENTENCE_BYTES);
	write_place(page, copy->from, n_from);
	page_put(page, "</td><td>");
	page_changes(page, from, to);
	write_place(page, copy->to, n_to);
	page_put(page, "</td><td>");
	page_put(page, kinds[reuse->kind]);
	page_put(page, "</td></tr>\n");
}

static void
write_name(struct page *page, uint32_t document)
{
	page_letter(page, document);
	page_put(page, " ");
	page_text_cut(page, page->overview->names.of[document], 60);
}

static void
write_summary(struct page *page, const struct copy *copy)
{
	size_t sentences = page->overview->findings.documents[copy->to].sentences;
	bool ordered = copy->directed && !copy_is_quoting(copy);
	write_name(page, ordered ? copy->to : copy->from);
	page_put(page, ordered ? " from " : " and ");
	write_name(page, ordered ? copy->from : copy->to);
	page_put(page, ": ");
	page_size(page, copy->sentences_to);
	if (sentences >= copy->sentences_to) {
		page_put(page, ordered ? " of its " : " of ");
		page_size(page, sentences);
	}
	page_put(page, " sentences");
	if (copy_is_quoting(copy))
		page_put(page, ", only what both quote");
	if (copy->credit == CREDIT_SILENT)
		page_put(page, ", <span class=\"apart\">not credited</span>");
	else if (copy->credit == CREDIT_GIVEN)
		page_put(page, ", credited");
	if (copy->third != NOWHERE) {
		page_put(page, ", which both have from ");
		write_name(page, copy->third);
	}
}

static void
write_pair(struct page *page, const struct copy *copy)
{
	size_t shown = page_limit(page, copy->count, SENTENCES_SHOWN);
	page_put(page, "<details><summary>");
	write_summary(page, copy);
	page_put(page, "</summary>\n<table class=\"pairs\">\n<thead><tr><th scope=\"col\">");
	write_name(page, copy->from);
	page_put(page, "</th><th scope=\"col\">");
	write_name(page, copy->to);
	page_put(page, "</th><th scope=\"col\">How</th></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < shown; i++)
		write_sentences(page, copy, &page->overview->findings.reuses[copy->first + i]);
	page_put(page, "</tbody>\n</table>\n");
	page_say_more(
		page, copy->count - shown, "more pair of sentences", "more pairs of sentences");
	page_put(page, "</details>\n");
	output_settle(page->output);
}

void
page_copies(struct page *page)
{
	const struct copies *copies = &page->overview->copies;
	size_t shown = page_limit(page, copies->count, PAIRS_SHOWN);
	if (copies->count == 0)
		return;
	page_section(page, "copies", "Who copied whom",
		"An arrow leads from a text to one that carries its sentences, and shows how "
		"many: <span class=\"key silent\">not credited</span>, "
		"<span class=\"key credited\">credited</span>, "
		"<span class=\"key open\">not known</span>; dashed if it is not known which "
		"came first. The sentences stand side by side below.");
	page_graph(page);
	for (size_t i = 0; i < shown; i++)
		write_pair(page, &copies->items[i]);
	page_say_more(page, copies->count - shown, "more pair", "more pairs");
	page_put(page, "</section>\n");
}
