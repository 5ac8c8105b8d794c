/*
 * Where the nodes of the graph stand: what a report rests on in a column to its left.
 */
#include <stdlib.h>

#include "graph.h"

enum {
	ROUNDS = 3 /* from left to right and back */
};

/*
 * A node stands right of all that it rests on; a circle of copying ends where all nodes have
 * moved.
 */
static void
place_columns(struct graph *graph)
{
	bool moved = true;
	for (size_t round = 0; moved && round < graph->node_count; round++) {
		moved = false;
		for (size_t i = 0; i < graph->edge_count; i++) {
			const struct graph_edge *edge = &graph->edges[i];
			size_t least = graph->nodes[edge->from].column + 1;
			if (!edge->directed || graph->nodes[edge->to].column >= least ||
				least >= graph->node_count)
				continue;
			graph->nodes[edge->to].column = least;
			moved = true;
		}
	}
}

/* Where an edge passes columns it is given places there, so that it leads round their nodes. */
static void
place_passes(struct graph *graph)
{
	for (size_t i = 0; i < graph->edge_count; i++) {
		struct graph_edge *edge = &graph->edges[i];
		size_t column = graph->nodes[edge->from].column + 1;
		edge->passes = graph->node_count;
		for (; edge->directed && column < graph->nodes[edge->to].column; column++) {
			size_t pass = graph_add_node(graph, NOWHERE, SLICE(""));
			graph->nodes[pass].column = column;
			edge->pass_count++;
		}
	}
}

/* The node that an edge comes to before its node `i`, counted from its beginning. */
static size_t
node_of_edge(const struct graph_edge *edge, size_t i)
{
	return i == 0 ? edge->from : i <= edge->pass_count ? edge->passes + i - 1 : edge->to;
}

/* For each node the sum of the rows that it is tied to, to its left or right, and how many. */
static void
weigh(const struct graph *graph, bool left, size_t *sums, size_t *counts)
{
	for (size_t i = 0; i < graph->edge_count; i++) {
		const struct graph_edge *edge = &graph->edges[i];
		for (size_t step = 0; edge->directed && step <= edge->pass_count; step++) {
			size_t before = node_of_edge(edge, step);
			size_t after = node_of_edge(edge, step + 1);
			sums[left ? after : before] += graph->nodes[left ? before : after].row;
			counts[left ? after : before]++;
		}
	}
}

/* Whether node `a` stands above node `b`, by the means of the rows that they are tied to; those
 * without ties stand below. */
static bool
stands_above(const size_t *sums, const size_t *counts, size_t a, size_t b)
{
	size_t left = sums[a] * counts[b], right = sums[b] * counts[a];
	if (counts[a] == 0 || counts[b] == 0)
		return counts[a] > 0 || (counts[b] == 0 && a < b);
	return left < right || (left == right && a < b);
}

/* The rows of a column follow those of the nodes on its one side, so that edges cross less. */
static void
place_column(struct graph *graph, size_t column, bool left)
{
	size_t *sums = memory_new_zeroed(graph->node_count + 1, sizeof *sums);
	size_t *counts = memory_new_zeroed(graph->node_count + 1, sizeof *counts);
	weigh(graph, left, sums, counts);
	for (size_t i = 0; i < graph->node_count; i++) {
		struct graph_node *node = &graph->nodes[i];
		if (node->column != column)
			continue;
		node->row = 0;
		for (size_t j = 0; j < graph->node_count; j++)
			if (j != i && graph->nodes[j].column == column)
				node->row += stands_above(sums, counts, j, i);
		graph->rows = graph->rows > node->row + 1 ? graph->rows : node->row + 1;
	}
	free(sums);
	free(counts);
}

static void
place_rows(struct graph *graph)
{
	for (size_t i = 0; i < graph->node_count; i++)
		if (graph->columns < graph->nodes[i].column + 1)
			graph->columns = graph->nodes[i].column + 1;
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t column = round > 0; column < graph->columns; column++)
			place_column(graph, column, true);
		for (size_t column = graph->columns; column-- > 0 && round + 1 < ROUNDS;)
			place_column(graph, column, false);
	}
}

void
graph_lay_out(struct graph *graph)
{
	place_columns(graph);
	place_passes(graph);
	place_rows(graph);
}
