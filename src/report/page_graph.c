/*
 * Who copied whom, as a drawing: an arrow from each text to those that carry its sentences.
 */
#include "graph.h"
#include "page.h"
#include "screen.h"

enum {
	EDGES_DRAWN = 40,
	NODE_WIDTH = 190,
	NODE_HEIGHT = 44,
	NAME_COLUMNS = 16,
	COLUMN_WIDTH = 330,
	ROW_HEIGHT = 70,
	BORDER = 12,
	ARROW = 8,
	BULGE = 60 /* of an edge to a node in the same column */
};

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

/* A curve that leaves and arrives level. */
static void
put_curve(struct page *page, size_t x, size_t y, size_t end_x, size_t end_y)
{
	put_point(page, " C", x + (end_x - x) / 2, y);
	put_point(page, ", ", x + (end_x - x) / 2, end_y);
	put_point(page, ", ", end_x, end_y);
}

static void
put_number(struct page *page, size_t x, size_t y, size_t number)
{
	page_put(page, "\"/><text");
	put_attribute(page, "x", x);
	put_attribute(page, "y", y);
	page_put(page, ">");
	page_size(page, number);
	page_put(page, "</text>");
}

/* From the right side of a node to the left side of another, past the nodes in between. */
static void
write_path(struct page *page, const struct graph *graph, const struct graph_edge *edge)
{
	const struct graph_node *to = &graph->nodes[edge->to];
	size_t x = left_of(&graph->nodes[edge->from]) + NODE_WIDTH;
	size_t y = middle_of(&graph->nodes[edge->from]);
	put_point(page, " d=\"M", x, y);
	for (size_t i = 0; i < edge->pass_count; i++) {
		const struct graph_node *pass = &graph->nodes[edge->passes + i];
		put_curve(page, x, y, left_of(pass), middle_of(pass));
		x = left_of(pass) + NODE_WIDTH;
		y = middle_of(pass);
		put_point(page, " L", x, y);
	}
	size_t end_x = left_of(to) - ARROW, end_y = middle_of(to);
	put_curve(page, x, y, end_x, end_y);
	put_number(page, x + (end_x - x) * 3 / 4 - 8, (y + 5 * end_y) / 6 - 4, edge->sentences);
}

/* Between two nodes of which none stands left of the other: a bulge on the right. */
static void
write_bulge(struct page *page, const struct graph *graph, const struct graph_edge *edge)
{
	const struct graph_node *from = &graph->nodes[edge->from],
				*to = &graph->nodes[edge->to];
	size_t x = left_of(from) + NODE_WIDTH, end_x = left_of(to) + NODE_WIDTH;
	size_t y = middle_of(from), end_y = middle_of(to);
	put_point(page, " d=\"M", x, y);
	put_point(page, " C", x + BULGE, y);
	put_point(page, ", ", end_x + BULGE, end_y);
	put_point(page, ", ", end_x, end_y);
	put_number(page, (x + end_x) / 2 + BULGE - 12, (y + end_y) / 2 + 4, edge->sentences);
}

static void
write_edge(struct page *page, const struct graph *graph, const struct graph_edge *edge)
{
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
	if (graph->nodes[edge->to].column > graph->nodes[edge->from].column)
		write_path(page, graph, edge);
	else
		write_bulge(page, graph, edge);
	page_put(page, "</g>\n");
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
		page_put(page, "<tspan class=\"name\">");
		names_add_letter(&page->output->pending, node->document);
		page_put(page, "</tspan> ");
	}
	size_t fits = screen_fit(node->name, NAME_COLUMNS);
	page_text(page, slice_cut(node->name, 0, fits));
	page_put(page, fits < node->name.len ? "…" : "");
	page_put(page, "</text></g>");
	if (document)
		page_end_link(page, node->document);
	page_put(page, "\n");
}

/* "Not drawn: 3 weaker ties; 4 ties between reports that share through a third." */
static void
say_left_out(struct page *page, const struct graph *graph)
{
	if (graph->left_out + graph->explained == 0)
		return;
	page_put(page, "<p class=\"more\">Not drawn: ");
	if (graph->left_out > 0)
		add_counted(
			&page->output->pending, graph->left_out, "weaker tie", "weaker ties");
	page_put(page, graph->left_out > 0 && graph->explained > 0 ? "; " : "");
	if (graph->explained > 0) {
		add_counted(&page->output->pending, graph->explained, "tie", "ties");
		page_put(page, " between reports that share through a third");
	}
	page_put(page, ".</p>\n");
}

static void
begin_drawing(struct page *page, const struct graph *graph)
{
	size_t width = (graph->columns - 1) * COLUMN_WIDTH + NODE_WIDTH + 2 * BORDER + BULGE;
	size_t height = (graph->rows - 1) * ROW_HEIGHT + NODE_HEIGHT + 2 * BORDER;
	page_put(page, "<div class=\"wide\" role=\"region\" tabindex=\"0\" "
		       "aria-label=\"Drawing\">\n"
		       "<svg role=\"img\" "
		       "aria-label=\"Who copied whom; the list below says the same\"");
	put_attribute(page, "width", width);
	put_attribute(page, "height", height);
	put_point(page, " viewBox=\"0 0 ", width, height);
	page_put(page, "\">\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" "
		       "refX=\"2\" refY=\"5\" markerUnits=\"userSpaceOnUse\" "
		       "markerWidth=\"10\" markerHeight=\"10\" orient=\"auto\">"
		       "<path d=\"M0 0 L10 5 L0 10 z\"/></marker></defs>\n");
}

void
page_graph(struct page *page)
{
	struct graph graph;
	graph_make(&graph, page->overview, EDGES_DRAWN);
	if (graph.edge_count > 0) {
		begin_drawing(page, &graph);
		for (size_t i = graph.edge_count; i-- > 0;)
			write_edge(page, &graph, &graph.edges[i]);
		for (size_t i = 0; i < graph.node_count; i++)
			if (graph.nodes[i].name.len > 0)
				write_node(page, &graph.nodes[i]);
		page_put(page, "</svg>\n</div>\n");
		say_left_out(page, &graph);
	}
	graph_free(&graph);
}
