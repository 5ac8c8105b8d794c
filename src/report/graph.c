#include "graph.h"

#include <stdlib.h>

size_t
graph_add_node(struct graph *graph, uint32_t document, struct slice name)
{
	graph->nodes = memory_reserve(graph->nodes, &graph->node_capacity,
		graph->node_count + 1, sizeof *graph->nodes);
	graph->nodes[graph->node_count] =
		(struct graph_node){.document = document, .name = name};
	return graph->node_count++;
}

static size_t
node_of_document(struct graph *graph, const struct overview *overview, uint32_t document)
{
	if (graph->of_document[document] == SIZE_MAX)
		graph->of_document[document] =
			graph_add_node(graph, document, overview->names.of[document]);
	return graph->of_document[document];
}

static size_t
node_of_outlet(struct graph *graph, struct slice name)
{
	bool added;
	uint32_t *at = map_add(&graph->outlets, name, (uint32_t)graph->node_count, &added);
	return added ? graph_add_node(graph, NOWHERE, name) : *at;
}

/* --- Edges --- */

static void
add_edge(struct graph *graph, struct graph_edge edge)
{
	graph->edges = memory_reserve(graph->edges, &graph->edge_capacity,
		graph->edge_count + 1, sizeof *graph->edges);
	graph->edges[graph->edge_count++] = edge;
}

/*
 * While edges are collected their ends are documents; an outlet's number follows all of these.
 */
static void
collect_copies(struct graph *graph, const struct overview *overview)
{
	for (size_t i = 0; i < overview->copies.count; i++) {
		const struct copy *copy = &overview->copies.items[i];
		if (copy_is_weak(copy) || copy_is_quoting(copy))
			continue;
		if (copy->third != NOWHERE)
			graph->explained++;
		else
			add_edge(graph, (struct graph_edge){.from = copy->from,
						.to = copy->to,
						.sentences = copy->sentences_to,
						.directed = copy->directed,
						.credit = copy->credit});
	}
}

/* Two documents as one number, whichever comes first. */
static uint64_t
pair_of(uint32_t a, uint32_t b)
{
	return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

static int
compare_pairs(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
	return (a > b) - (a < b);
}

/* The pairs of documents that share sentences, sorted; free() them. */
static uint64_t *
copied_pairs(const struct copies *copies)
{
	uint64_t *pairs = memory_new((copies->count + 1) * sizeof *pairs);
	for (size_t i = 0; i < copies->count; i++)
		pairs[i] = pair_of(copies->items[i].from, copies->items[i].to);
	if (copies->count > 1)
		qsort(pairs, copies->count, sizeof *pairs, compare_pairs);
	return pairs;
}

static enum credit
credit_of(const struct origin *origin)
{
	return slice_is(origin->via, "silent") ? CREDIT_SILENT : CREDIT_GIVEN;
}

/*
 * A report cited that it shares no sentence with, or an outlet that is not among the documents.
 */
static void
collect_citations(struct graph *graph, const struct overview *overview)
{
	const struct findings *findings = &overview->findings;
	uint64_t *copied = copied_pairs(&overview->copies);
	for (size_t i = 0; i < findings->origin_count; i++) {
		const struct origin *origin = &findings->origins[i];
		struct graph_edge edge = {.to = origin->document,
			.sentences = origin->sentences,
			.directed = true,
			.credit = credit_of(origin)};
		if (origin->source == origin->document)
			continue;
		if (origin->source != NOWHERE) {
			uint64_t pair = pair_of(origin->source, origin->document);
			edge.from = origin->source;
			if (!bsearch(&pair, copied, overview->copies.count, sizeof pair,
				    compare_pairs))
				add_edge(graph, edge);
		} else if (slice_is(origin->class, "outlet") && origin->name.len > 0) {
			edge.from = findings->document_count + i;
			add_edge(graph, edge);
		}
	}
	free(copied);
}

static int
compare_edges(const void *left, const void *right)
{
	const struct graph_edge *a = left, *b = right;
	if (a->sentences != b->sentences)
		return a->sentences < b->sentences ? 1 : -1;
	if (a->from != b->from)
		return a->from > b->from ? 1 : -1;
	return (a->to > b->to) - (a->to < b->to);
}

static int
compare_numbers(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;
	return (a > b) - (a < b);
}

/*
 * Nodes are made in the order of the documents, outlets behind them, so that layouts look
 * alike.
 */
static void
tie(struct graph *graph, const struct overview *overview)
{
	const struct findings *findings = &overview->findings;
	size_t *ends = memory_new((2 * graph->edge_count + 1) * sizeof *ends), count = 0;
	for (size_t i = 0; i < graph->edge_count; i++) {
		ends[count++] = graph->edges[i].from;
		ends[count++] = graph->edges[i].to;
	}
	if (count > 0)
		qsort(ends, count, sizeof *ends, compare_numbers);
	for (size_t i = 0; i < count; i++)
		if (ends[i] < findings->document_count)
			node_of_document(graph, overview, (uint32_t)ends[i]);
	free(ends);
	for (size_t i = 0; i < graph->edge_count; i++) {
		struct graph_edge *edge = &graph->edges[i];
		edge->from = edge->from < findings->document_count
				     ? graph->of_document[edge->from]
				     : node_of_outlet(graph,
					       findings->origins[edge->from -
								 findings->document_count]
						       .name);
		edge->to = graph->of_document[edge->to];
	}
}

void
graph_make(struct graph *graph, const struct overview *overview, size_t edges)
{
	size_t documents = overview->findings.document_count;
	*graph = (struct graph){0};
	graph->of_document = memory_new((documents + 1) * sizeof *graph->of_document);
	for (size_t i = 0; i < documents; i++)
		graph->of_document[i] = SIZE_MAX;
	collect_copies(graph, overview);
	collect_citations(graph, overview);
	if (graph->edge_count > 1)
		qsort(graph->edges, graph->edge_count, sizeof *graph->edges, compare_edges);
	graph->left_out = graph->edge_count > edges ? graph->edge_count - edges : 0;
	graph->edge_count -= graph->left_out;
	tie(graph, overview);
	graph_lay_out(graph);
}

void
graph_free(struct graph *graph)
{
	free(graph->nodes);
	free(graph->edges);
	free(graph->of_document);
	map_free(&graph->outlets);
}
