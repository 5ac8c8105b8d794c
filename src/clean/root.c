/* The element that holds the article. */
#include "article.h"

#include <stdlib.h>
#include <string.h>

#include "areas.h"
#include "memory.h"

static const double BEYOND = 0.5;  /* of its weight an <article> passes on to those around it */
static const double ALIKE = 0.05;  /* of an article that another part of it has at least */
static const double HEADING = 0.3; /* of its weight that a heading has as text */
static const double ENTRIES = 0.2; /* of an entry that the others have at least */

enum {
	STANDFIRST = 30 /* pieces that may stand between title and article */
};

/* The element that a piece is a paragraph of: the one around its block, or that itself where
 * it holds several pieces, divided by line breaks alone. */
static uint32_t
holder_of(const struct content *content, size_t i)
{
	const struct piece *piece = &content->pieces->pieces[i];
	bool divided = (i > 0 && piece[-1].node == piece->node) ||
		       (i + 1 < content->pieces->count && piece[1].node == piece->node);
	return divided ? piece->node : content->dom->nodes[piece->node].parent;
}

/* The element that most text speaks for, as each piece passes its weight to those around it. */
static uint32_t
most_spoken_for(const struct content *content)
{
	const struct dom *dom = content->dom;
	double *scores = memory_new_zeroed(dom->count, sizeof *scores);
	for (size_t i = 0; i < content->pieces->count; i++) {
		uint32_t node = holder_of(content, i);
		double value = content->views[i].good;
		if (dom_is_heading(dom->nodes[content->pieces->pieces[i].node].tag))
			value *= HEADING;
		for (int level = 1; level <= 4 && value > 0 && node > 0; level++) {
			scores[node] += value / level;
			if (dom->nodes[node].tag == TAG_ARTICLE)
				value *= BEYOND;
			node = dom->nodes[node].parent;
		}
	}
	uint32_t best = 0;
	double most = 0;
	for (uint32_t node = 0; node < dom->count; node++) {
		if (scores[node] == 0)
			continue;
		double bad = content_bad(content, node), good = content_good(content, node);
		double score = scores[node] * (good + 50) / (good + bad + 50);
		double skipped = content_skipped(content, node);
		score *= (good + 50) / (good + skipped + 50);
		if (content->areas[node] == AREA_BODY)
			score *= 1.25;
		if (dom->nodes[node].tag == TAG_ARTICLE)
			score *= 1.1;
		if (score > most) {
			most = score;
			best = node;
		}
	}
	free(scores);
	return best;
}

/* The innermost element that holds nearly all that is certain; 0 where little is. */
static uint32_t
around_certain(const struct content *content)
{
	double all = 0;
	for (size_t i = 0; i < content->pieces->count; i++)
		all += content->views[i].certain ? (double)content->views[i].len : 0;
	if (all < 200)
		return 0;
	double *sums = memory_new((content->pieces->count + 1) * sizeof *sums);
	sums[0] = 0;
	for (size_t i = 0; i < content->pieces->count; i++)
		sums[i + 1] = sums[i] +
			      (content->views[i].certain ? (double)content->views[i].len : 0);
	uint32_t best = 0;
	for (uint32_t node = 0; node < content->dom->count; node++) {
		if (content->dom->nodes[node].tag == TAG_TEXT ||
			!dom_is_block(content->dom->nodes[node].tag))
			continue;
		size_t from = content_piece_from(content, node);
		size_t end = content_piece_from(content, content->dom->nodes[node].end);
		if (sums[end] - sums[from] >= 0.9 * all)
			best = node; /* later ones that hold as much lie within earlier ones */
	}
	free(sums);
	return best;
}

/* Whether classes are the same, or one has several and the other more: "col text", "col text
 * top". One alone says little: "pane", "pane active". */
static bool
same_classes(struct slice a, struct slice b)
{
	struct slice less = a.len < b.len ? a : b, more = a.len < b.len ? b : a;
	if (slice_equal(a, b))
		return true;
	bool several = less.len > 0 && memchr(less.data, ' ', less.len);
	return several && slice_starts(more, less) && more.data[less.len] == ' ';
}

/* What the elements of one kind (tag and class) next to a node come to, those behind it. */
static double
gain_of_alike(const struct content *content, uint32_t node)
{
	const struct dom_node *nodes = content->dom->nodes;
	struct slice class = dom_attribute(content->dom, node, "class");
	double gain = 0;
	if (nodes[node].tag != TAG_DIV && nodes[node].tag != TAG_SECTION)
		return 0;
	for (uint32_t next = nodes[node].end; next < nodes[nodes[node].parent].end;
		next = nodes[next].end) {
		if (nodes[next].tag == nodes[node].tag &&
			same_classes(dom_attribute(content->dom, next, "class"), class))
			gain += content_good(content, next) - 0.5 * content_bad(content, next);
	}
	return gain;
}

/* Whether an <article> is an entry of a running report: others like it stand beside it, and the
 * title above all of them. */
static bool
is_entry(const struct content *content, uint32_t node)
{
	const struct dom_node *nodes = content->dom->nodes;
	struct slice class = dom_attribute(content->dom, node, "class");
	uint32_t around = nodes[node].parent;
	double others = 0;
	if (content->title >= content_piece_from(content, around + 1))
		return false;
	for (uint32_t next = around + 1; next < nodes[around].end; next = nodes[next].end)
		if (next != node && nodes[next].tag == TAG_ARTICLE &&
			slice_equal(dom_attribute(content->dom, next, "class"), class))
			others += content_good(content, next) - content_bad(content, next);
	return others > ENTRIES * content_good(content, node);
}

/* Takes in what stands around the element where that is text, too: an article in parts. */
static uint32_t
widen(const struct content *content, uint32_t node)
{
	const struct dom *dom = content->dom;
	uint32_t best = node, inner = node, limit = dom_around(dom, node, TAG_ARTICLE);
	double good = content_good(content, node), bad = content_bad(content, node),
	       most = 0.15 * good;
	if (limit && is_entry(content, limit))
		return dom->nodes[limit].parent;
	if (limit == node)
		return node;
	for (uint32_t outer = dom->nodes[node].parent;
		outer > 0 && dom->nodes[outer].tag != TAG_BODY;
		outer = dom->nodes[outer].parent) {
		double more = content_good(content, outer) - good;
		double worse = content_bad(content, outer) - bad;
		double gain = more - (limit ? 0.5 : 2) * worse;
		double alike = gain_of_alike(content, inner);
		inner = outer;
		if (gain > most || alike > ALIKE * good) {
			most = gain > most ? gain : most;
			best = outer;
		}
		if (outer == limit)
			break;
	}
	return best;
}

/* The element right around most of the article's sentences. */
static uint32_t
home_of(const struct content *content)
{
	const struct dom *dom = content->dom;
	size_t end = content_piece_from(content, dom->nodes[content->root].end);
	double *sums = memory_new_zeroed(dom->count, sizeof *sums);
	uint32_t home = content->root;
	for (size_t i = content_piece_from(content, content->root); i < end; i++) {
		uint32_t node = holder_of(content, i);
		sums[node] += content->views[i].good;
		if (sums[node] > sums[home])
			home = node;
	}
	free(sums);
	return home;
}

/* The article's first piece: in its root, or a standfirst between the title and that. */
static size_t
first_with_standfirst(const struct content *content)
{
	size_t first = content_piece_from(content, content->root), title = first;
	while (title > 0 && !content->views[title - 1].title)
		title--;
	return title > 0 && first - title < STANDFIRST ? title - 1 : first;
}

void
content_choose_root(struct content *content)
{
	uint32_t certain = around_certain(content), spoken = most_spoken_for(content);
	content->root = spoken;
	if (certain && content_good(content, certain) > 0.6 * content_good(content, spoken))
		content->root = certain;
	if (content->root)
		content->root = widen(content, content->root);
	content->home = home_of(content);
	content->root_first = content_piece_from(content, content->root);
	content->first = first_with_standfirst(content);
	content->end = content_piece_from(content, content->dom->nodes[content->root].end);
}
