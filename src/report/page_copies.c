/*
 * Who copied whom: a drawing, and below it the pairs of documents with the sentences they
 * share.
 */
#include "graph.h"
#include "page.h"
#include "screen.h"

enum {
	EDGES_DRAWN = 40,
	PAIRS_SHOWN = 60,
	SENTENCES_SHOWN = 60,
	SENTENCE_BYTES = 1200,

	NODE_WIDTH = 190,
	NODE_HEIGHT = 44,
	COLUMN_WIDTH = 330,
	ROW_HEIGHT = 78,
	BORDER = 12
};

/* --- The drawing --- */

static size_t
left_of(const struct graph_node *node)
{
	return BORDER + node->column * COLUMN_WIDTH;
}

static size_t
middle_of(const struct graph_node *node)
{
	return BORDER + node->row * ROW_HEIGHT + NODE_HEIGHT / 2;
}

static void
put_attribute(struct page *page, const char *name, size_t value)
{
	page_put(page, " ");
	page_put(page, name);
	page_put(page, "=\"");
	page_size(page, value);
	page_put(page, "\"");
}

static void
put_point(struct page *page, const char *before, size_t x, size_t y)
{
	page_put(page, before);
	page_size(page, x);
	page_put(page, " ");
	page_size(page, y);
}

/* "C from A: 7 sentences, not credited" */
static void
write_edge_title(struct page *page, const struct graph *graph, const struct graph_edge *edge)
{
	static const char *const credits[] = {
		[CREDIT_UNKNOWN] = "",
		[CREDIT_GIVEN] = ", credited",
		[CREDIT_SILENT] = ", not credited",
	};
	page_put(page, "<title>");
	page_text(page, graph->nodes[edge->to].name);
	page_put(page, edge->directed ? " from " : " and ");
	page_text(page, graph->nodes[edge->from].name);
	page_put(page, ": ");
	page_size(page, edge->sentences);
	page_put(page, edge->sentences == 1 ? " sentence" : " sentences");
	page_put(page, credits[edge->credit]);
	page_put(page, "</title>");
}

/* From the right side of a node to the left side of another, or bulging to a node below it. */
static void
write_edge(struct page *page, const struct graph *graph, const struct graph_edge *edge)
{
	const struct graph_node *from = &graph->nodes[edge->from],
				*to = &graph->nodes[edge->to];
	size_t x = left_of(from) + NODE_WIDTH, y = middle_of(from);
	bool beside = to->column <= from->column;
	size_t end_x = beside ? left_of(to) + NODE_WIDTH : left_of(to) - 8,
	       end_y = middle_of(to);
	size_t bend = beside ? 60 : (end_x - x) / 2;
	page_put(page, "<g class=\"edge ");
	page_put(page, edge->credit == CREDIT_SILENT  ? "silent"
		       : edge->credit == CREDIT_GIVEN ? "credited"
						      : "open");
	page_put(page, edge->directed ? "\">" : " mutual\">");
	write_edge_title(page, graph, edge);
	page_put(page, "<path");
	put_attribute(
		page, "stroke-width", 1 + (edge->sentences < 24 ? edge->sentences : 24) / 4);
	page_put(page, edge->directed ? " marker-end=\"url(#arrow)\"" : "");
	put_point(page, " d=\"M", x, y);
	put_point(page, " C", x + bend, y);
	put_point(page, ", ", beside ? end_x + bend : end_x - bend, end_y);
	put_point(page, ", ", end_x, end_y);
	page_put(page, "\"/><text");
	put_attribute(page, "x", beside ? x + 48 : x + (end_x - x) * 3 / 4 - 8);
	put_attribute(page, "y", beside ? (y + end_y) / 2 : (y + 3 * end_y) / 4 - 4);
	page_put(page, ">");
	page_size(page, edge->sentences);
	page_put(page, "</text></g>\n");
}

static void
write_node(struct page *page, const struct graph_node *node)
{
	bool document = node->document != NOWHERE;
	if (document)
		page_link(page, node->document, 0);
	page_put(page, document ? "<g class=\"node\">" : "<g class=\"node outside\">");
	page_put(page, "<title>");
	page_text(page, node->name);
	page_put(page, document ? "</title><rect rx=\"6\""
				: " (not among the reports)</title><rect rx=\"6\"");
	put_attribute(page, "x", left_of(node));
	put_attribute(page, "y", middle_of(node) - NODE_HEIGHT / 2);
	put_attribute(page, "width", NODE_WIDTH);
	put_attribute(page, "height", NODE_HEIGHT);
	page_put(page, "/><text");
	put_attribute(page, "x", left_of(node) + 12);
	put_attribute(page, "y", middle_of(node) + 5);
	page_put(page, ">");
	if (document) {
		page_put(page, "<tspan class=\"letter\">");
		names_add_letter(&page->output->pending, node->document);
		page_put(page, "</tspan> ");
	}
	size_t fits = screen_fit(node->name, 20);
	page_text(page, slice_cut(node->name, 0, fits));
	page_put(page, fits < node->name.len ? "…" : "");
	page_put(page, "</text></g>");
	if (document)
		page_end_link(page, node->document);
	page_put(page, "\n");
}

static void
draw(struct page *page)
{
	struct graph graph;
	graph_make(&graph, page->overview, EDGES_DRAWN);
	if (graph.edge_count > 0) {
		size_t width =
			(graph.columns - 1) * COLUMN_WIDTH + NODE_WIDTH + 2 * BORDER + 60;
		size_t height = (graph.rows - 1) * ROW_HEIGHT + NODE_HEIGHT + 2 * BORDER;
		page_put(page, "<div class=\"wide\" role=\"region\" tabindex=\"0\" "
			       "aria-label=\"Drawing\">\n"
			       "<svg role=\"img\" aria-label=\"Who copied whom; the list below "
			       "says the "
			       "same\"");
		put_attribute(page, "width", width);
		put_attribute(page, "height", height);
		put_point(page, " viewBox=\"0 0 ", width, height);
		page_put(page,
			"\">\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"2\" "
			"refY=\"5\" "
			"markerUnits=\"userSpaceOnUse\" markerWidth=\"10\" markerHeight=\"10\" "
			"orient=\"auto\"><path d=\"M0 0 L10 5 L0 10 z\"/></marker></defs>\n");
		for (size_t i = graph.edge_count; i-- > 0;)
			write_edge(page, &graph, &graph.edges[i]);
		for (size_t i = 0; i < graph.node_count; i++)
			write_node(page, &graph.nodes[i]);
		page_put(page, "</svg>\n</div>\n");
		page_say_more(page, graph.left_out, "weaker tie is not drawn",
			"weaker ties are not drawn");
	}
	graph_free(&graph);
}

/* --- The pairs --- */

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
	write_name(page, copy->to);
	page_put(page, copy->directed ? " from " : " and ");
	write_name(page, copy->from);
	page_put(page, ": ");
	page_size(page, copy->sentences_to);
	if (sentences >= copy->sentences_to) {
		page_put(page, copy->directed ? " of its " : " of ");
		page_size(page, sentences);
	}
	page_put(page, " sentences");
	if (copy->credit == CREDIT_SILENT)
		page_put(page, ", <span class=\"apart\">not credited</span>");
	else if (copy->credit == CREDIT_GIVEN)
		page_put(page, ", credited");
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
		"An arrow leads from a text to the one that carries its sentences, with their "
		"number: "
		"<span class=\"key silent\">not credited</span> <span class=\"key "
		"credited\">credited</span> "
		"<span class=\"key open\">not known</span>; dashed where it is not known which "
		"came first.");
	draw(page);
	for (size_t i = 0; i < shown; i++)
		write_pair(page, &copies->items[i]);
	page_say_more(page, copies->count - shown, "more pair", "more pairs");
	page_put(page, "</section>\n");
}
