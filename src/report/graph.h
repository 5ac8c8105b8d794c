/*
 * graph: who copied and cited whom, laid out from left to right: what a report rests on stands
 * to its left.
 */
#ifndef GRAPH_H
#define GRAPH_H

#include "overview.h"

struct graph_node {
	uint32_t document; /* NOWHERE: an outlet that is cited and not among the documents */
	struct slice name; /* empty: no node, but a place that an edge passes on its way */
	size_t column, row;
};

struct graph_edge {
	size_t from, to;           /* nodes */
	size_t passes, pass_count; /* the nodes that it passes, one in each column between */
	size_t sentences;
	bool directed;
	enum credit credit;
};

struct graph {
	struct graph_node *nodes;
	struct graph_edge *edges; /* those of most sentences first */
	size_t node_count, edge_count, node_capacity, edge_capacity;
	size_t columns, rows;
	size_t left_out;  /* edges that there was no room for */
	size_t explained; /* edges left out for what both ends have from a third */

	/* private */
	struct map outlets;
	size_t *of_document;
};

/* Lays out the heaviest `edges` edges and the nodes that they tie. */
void graph_make(struct graph *graph, const struct overview *overview, size_t edges);

void graph_free(struct graph *graph);

/* Between its parts: adds a node, and gives all nodes their columns and rows. */
size_t graph_add_node(struct graph *graph, uint32_t document, struct slice name);
void graph_lay_out(struct graph *graph);

#endif
