/*
 * Each report in full, its numbers and its attributed statements marked, each sentence with an
 * anchor that the other sections lead to.
 */
#include <stdlib.h>

#include "page.h"

/* A place in a sentence where a mark begins or ends. */
struct edge {
	size_t at;
	bool begins;
	const struct mark *mark;
};

struct edges {
	struct edge *items;
	size_t count, capacity;
};

static int
compare_edges(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;
	if (a->at != b->at)
		return a->at > b->at ? 1 : -1;
	return a->begins - b->begins;
}

static void
find_edges(
	struct edges *edges, const struct findings *findings, const struct sentence *sentence)
{
	size_t count;
	const struct mark *marks =
		findings_marks(findings, sentence->document, sentence->n, &count);
	edges->count = 0;
	for (size_t i = 0; i < count; i++) {
		if (marks[i].start >= marks[i].end || marks[i].end > sentence->text.len)
			continue;
		edges->items = memory_reserve(
			edges->items, &edges->capacity, edges->count + 2, sizeof *edges->items);
		edges->items[edges->count++] = (struct edge){marks[i].start, true, &marks[i]};
		edges->items[edges->count++] = (struct edge){marks[i].end, false, &marks[i]};
	}
	if (edges->count > 1)
		qsort(edges->items, edges->count, sizeof *edges->items, compare_edges);
}

/* Adds a piece that lies in so many numbers and statements, the last of these by `said`. */
static void
write_piece(struct page *page, struct slice piece, size_t numbers, size_t statements,
	const struct mark *said)
{
	if (piece.len == 0)
		return;
	if (statements > 0) {
		page_put(page, "<span class=\"said ");
		page_put(page, slice_is(said->class, "anonymous") ? "anonymous\" title=\""
								  : "\" title=\"");
		page_text(page, said->speaker.len > 0 ? said->speaker : SLICE("somebody"));
		if (said->class.len > 0) {
			page_put(page, " (");
			page_text(page, said->class);
			page_put(page, ")");
		}
		page_put(page, "\">");
	}
	page_put(page, numbers > 0 ? "<b class=\"number\">" : "");
	page_text(page, piece);
	page_put(page, numbers > 0 ? "</b>" : "");
	page_put(page, statements > 0 ? "</span>" : "");
}

/* A piece ends wherever a mark begins or ends, so marks may overlap in any way. */
static void
write_marked(struct page *page, const struct edges *edges, struct slice text)
{
	size_t at = 0, numbers = 0, statements = 0;
	const struct mark *said = NULL;
	for (size_t i = 0; i < edges->count; i++) {
		const struct edge *edge = &edges->items[i];
		size_t *open = edge->mark->type == RECORD_NUMBER ? &numbers : &statements;
		write_piece(page, slice_cut(text, at, edge->at), numbers, statements, said);
		at = edge->at;
		if (edge->begins && edge->mark->type == RECORD_ATTRIBUTION)
			said = edge->mark;
		*open += edge->begins ? 1 : (size_t)-1;
	}
	write_piece(page, slice_cut(text, at, text.len), numbers, statements, said);
}

/* A paragraph begins where the line or the role changes. */
static bool
begins_paragraph(const struct sentence *sentence, const struct sentence *before)
{
	return !before || before->line != sentence->line ||
	       !slice_equal(before->role, sentence->role);
}

static void
begin_paragraph(struct page *page, const struct sentence *sentence)
{
	static const char *const shown[] = {
		"title", "heading", "byline", "dateline", "caption", "quote"};
	const char *class = NULL;
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (slice_is(sentence->role, shown[i]))
			class = shown[i];
	page_put(page, class ? "<p class=\"" : "<p>");
	page_put(page, class ? class : "");
	page_put(page, class ? "\">" : "");
}

static void
write_sentence(struct page *page, struct edges *edges, const struct sentence *sentence,
	const struct sentence *before)
{
	bool anchored = !before || before->n != sentence->n;
	page_put(page, anchored ? "<span id=\"d" : "<span>");
	if (anchored) {
		page_size(page, sentence->document);
		page_put(page, "s");
		page_size(page, sentence->n);
		page_put(page, "\">");
	}
	find_edges(edges, &page->overview->findings, sentence);
	write_marked(page, edges, sentence->text);
	page_put(page, "</span>\n");
}

static void
begin_document(struct page *page, uint32_t document)
{
	const struct document_facts *facts = &page->overview->findings.documents[document];
	page_put(page, "<article id=\"d");
	page_size(page, document);
	page_put(page, "\">\n<h3><b class=\"letter\">");
	names_add_letter(&page->output->pending, document);
	page_put(page, "</b> ");
	page_text(page, page->overview->names.of[document]);
	page_put(page, "</h3>\n<p class=\"facts\">");
	page_text(page, facts->id);
	if (facts->byline.len > 0) {
		page_put(page, " · ");
		page_text_cut(page, facts->byline, 200);
	}
	page_put(page, "</p>\n");
}

static size_t
write_document(struct page *page, struct edges *edges, size_t first)
{
	const struct findings *findings = &page->overview->findings;
	const struct sentence *sentences = findings->sentences, *before = NULL;
	uint32_t document = sentences[first].document;
	size_t i = first;
	begin_document(page, document);
	for (; i < findings->sentence_count && sentences[i].document == document; i++) {
		if (begins_paragraph(&sentences[i], before)) {
			page_put(page, before ? "</p>\n" : "");
			begin_paragraph(page, &sentences[i]);
		}
		write_sentence(page, edges, &sentences[i], before);
		before = &sentences[i];
	}
	page_put(page, "</p>\n</article>\n");
	output_settle(page->output);
	return i;
}

void
page_texts(struct page *page)
{
	const struct findings *findings = &page->overview->findings;
	struct edges edges = {0};
	size_t left_out = 0;
	if (findings->sentence_count == 0)
		return;
	page_section(page, "texts", "The reports in full",
		"<b class=\"number\">Numbers</b> and <span class=\"said\">statements with a "
		"source</span> "
		"(<span class=\"said anonymous\">of nobody named</span>) are marked.");
	for (size_t i = 0; i < findings->sentence_count;) {
		uint32_t document = findings->sentences[i].document;
		if (page->has_text[document]) {
			i = write_document(page, &edges, i);
			continue;
		}
		left_out++;
		while (i < findings->sentence_count &&
			findings->sentences[i].document == document)
			i++;
	}
	page_say_more(page, left_out, "more report", "more reports");
	page_put(page, "</section>\n");
	free(edges.items);
}
