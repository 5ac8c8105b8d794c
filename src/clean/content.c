#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "areas.h"
#include "article.h"
#include "memory.h"
#include "normal.h"
#include "shingles.h"
#include "utf8.h"

/* of its weight keeps what stands behind a heading of other articles */
static const double TAIL = 0.3;

enum {
	SHORT = 25,     /* bytes below which text says nothing for a container */
	LONGEST = 1000, /* bytes of a piece that count */
	NEAR = 400      /* bytes of sentences that may stand between title and article */
};

/* What sums of the views come to within a node. */
double
content_sum(const struct content *content, const double *sums, uint32_t node)
{
	return sums[content_piece_from(content, content->dom->nodes[node].end)] -
	       sums[content_piece_from(content, node)];
}

double
content_good(const struct content *content, uint32_t node)
{
	return content_sum(content, content->good, node);
}

double
content_bad(const struct content *content, uint32_t node)
{
	return content_sum(content, content->bad, node);
}

double
content_skipped(const struct content *content, uint32_t node)
{
	size_t first = content_piece_from(content, node);
	if (first <= content->title)
		return 0;
	return content->sentences[first] - content->sentences[content->title + 1];
}

/* How much an area that a node lies in speaks against its text. */
static double
weight_of_areas(const struct content *content, uint32_t node)
{
	static const double weights[AREA_COUNT] = {
		[AREA_NONE] = 1,
		[AREA_BODY] = 1,
		[AREA_BYLINE] = 1,
		[AREA_DATE] = 1,
		[AREA_CAPTION] = 0.2,
		[AREA_LINKS] = 0.2,
		[AREA_SUSPICIOUS] = 0.6,
		[AREA_JUNK] = 0.1,
		[AREA_COMMENTS] = 0.05,
	};
	double weight = 1;
	for (; node > 0; node = content->dom->nodes[node].parent)
		if (weights[content->areas[node]] < weight)
			weight = weights[content->areas[node]];
	return weight;
}

static bool
holds_title(const struct content *content, uint32_t node)
{
	const struct dom_node *held = &content->dom->nodes[node];
	if (content->title == content->pieces->count)
		return dom_next(content->dom, node, held->end, TAG_H1) < held->end;
	uint32_t title = content->pieces->pieces[content->title].first;
	return node <= title && title < held->end;
}

static bool
ends_above_title(const struct content *content, uint32_t node)
{
	return content->title < content->pieces->count &&
	       content->dom->nodes[node].end <= content->pieces->pieces[content->title].first;
}

/* Whether a node goes on with what stood before it: with paragraphs of one kind. */
static bool
continues(const struct content *content, uint32_t node)
{
	const struct dom *dom = content->dom;
	const struct piece *pieces = content->pieces->pieces;
	size_t i = content_piece_from(content, node);
	size_t end = content_piece_from(content, dom->nodes[node].end);
	while (i < end && !content_is_sentence(&content->views[i]))
		i++;
	size_t before = i;
	while (before > 0 && (pieces[before - 1].first >= node ||
				     !content_is_sentence(&content->views[before - 1])))
		before--;
	if (i == end || before == 0)
		return false;
	uint32_t inside = pieces[i].node, outside = pieces[before - 1].node;
	return dom->nodes[outside].parent == dom->nodes[node].parent &&
	       dom->nodes[outside].tag == dom->nodes[inside].tag &&
	       slice_equal(dom_attribute(dom, outside, "class"),
		       dom_attribute(dom, inside, "class"));
}

/* A class on what is most of the page says nothing about it. */
static void
lift_areas(struct content *content)
{
	double all = content->sentences[content->pieces->count];
	for (uint32_t node = 0; node < content->dom->count; node++) {
		enum area area = (enum area)content->areas[node];
		if (area == AREA_NONE || area == AREA_BODY || area == AREA_HIDDEN)
			continue;
		double share = content_sum(content, content->sentences, node) / (all + 1);
		bool most = area == AREA_UNSEEN || area == AREA_COMMENTS ? share > 0.5
									 : share > 0.3;
		if (!most)
			continue;
		bool holds = holds_title(content, node);
		bool near = area != AREA_COMMENTS && !ends_above_title(content, node) &&
			    content_skipped(content, node) < NEAR;
		if (holds || near || continues(content, node))
			content->areas[node] = AREA_NONE;
	}
}

/* Marks what stands behind a heading of other articles, in the element that the heading is in.
 */
static void
mark_tails(struct content *content)
{
	for (size_t i = 0; i < content->pieces->count; i++) {
		struct view *view = &content->views[i];
		bool heads = view->match.whole &&
			     (view->match.kind == FURNITURE_RELATED ||
				     view->match.kind == FURNITURE_COMMENTS) &&
			     dom_is_heading(
				     content->dom->nodes[content->pieces->pieces[i].node].tag);
		if (!heads || view->in_tail)
			continue;
		uint32_t around = content->dom->nodes[content->pieces->pieces[i].node].parent;
		size_t end = content_piece_from(content, content->dom->nodes[around].end);
		for (size_t k = i + 1; k < end; k++)
			content->views[k].in_tail = true;
	}
}

static void
weigh(struct content *content, size_t i)
{
	const struct piece *piece = &content->pieces->pieces[i];
	struct view *view = &content->views[i];
	bool linked = piece->links * 2 > view->len;
	if (linked || view->plain < SHORT || view->match.whole) {
		view->bad = linked ? 30 + (view->len < 200 ? view->len : 200) / 4.0 : 10;
		return;
	}
	double value = view->plain < LONGEST ? (double)view->plain : LONGEST;
	bool spoken = view->looks.stops || view->looks.sentences > 0;
	view->good = value * (spoken ? 1 : 0.3) * weight_of_areas(content, piece->node) *
		     (view->in_tail ? TAIL : 1);
	if (view->certain)
		view->good = value;
}

/* Marks the pieces that are the title, and finds the one that heads the article. */
static void
find_title(struct content *content)
{
	struct slice title = trim(content->hints->title);
	struct buffer wanted = {0}, piece = {0};
	size_t first_h1 = content->pieces->count;
	utf8_add_folded(&wanted, title);
	content->title = content->pieces->count;
	for (size_t i = 0; i < content->pieces->count; i++) {
		struct slice text = piece_text(content->pieces, i);
		uint32_t node = content->pieces->pieces[i].node;
		bool heads = dom_is_heading(content->dom->nodes[node].tag);
		if (content->dom->nodes[node].tag == TAG_H1 &&
			first_h1 == content->pieces->count &&
			content->views[i].looks.words > 2 && content->views[i].plain > 0)
			first_h1 = i;
		if (title.len == 0 || text.len > title.len * 2 + 20 || text.len * 2 < title.len)
			continue;
		buffer_clear(&piece);
		utf8_add_folded(&piece, text);
		content->views[i].title = /* a heading may begin with its kicker */
			slice_equal(buffer_slice(&wanted), buffer_slice(&piece)) ||
			(heads && slice_ends(buffer_slice(&piece), buffer_slice(&wanted)));
		if (content->views[i].title && heads &&
			content->title == content->pieces->count)
			content->title = i;
	}
	if (content->title == content->pieces->count)
		content->title = first_h1;
	buffer_free(&wanted);
	buffer_free(&piece);
}

static void
look(struct content *content, struct furniture_book *book)
{
	const struct pieces *pieces = content->pieces;
	struct shingles *body = shingles_new(content->hints->body);
	for (size_t i = 0; i < pieces->count; i++) {
		struct view *view = &content->views[i];
		struct slice text = piece_text(pieces, i);
		*view = (struct view){.len = text.len};
		view->plain = text.len - pieces->pieces[i].links;
		view->looks = line_looks(text);
		view->match = furniture_find(book, text);
		view->certain = shingles_share(body, text) > 0.7;
		bool sentence = view->looks.stops && view->plain * 4 > view->len * 3;
		content->sentences[i + 1] =
			content->sentences[i] + (sentence ? (double)view->plain : 0);
	}
	find_title(content);
	lift_areas(content);
	mark_tails(content);
	for (size_t i = 0; i < pieces->count; i++) {
		weigh(content, i);
		content->good[i + 1] = content->good[i] + content->views[i].good;
		content->bad[i + 1] = content->bad[i] + content->views[i].bad;
	}
	shingles_free(body);
}

/* Notes for each node the first piece that begins there or behind it. */
static void
number_pieces(struct content *content)
{
	size_t count = content->dom->count;
	content->piece_from = memory_new((count + 1) * sizeof *content->piece_from);
	uint32_t node = 0;
	for (uint32_t i = 0; i < content->pieces->count; i++)
		while (node <= content->pieces->pieces[i].first)
			content->piece_from[node++] = i;
	while (node <= count)
		content->piece_from[node++] = (uint32_t)content->pieces->count;
}

void
content_find(enum role *roles, const struct dom *dom, const uint8_t *areas,
	const struct pieces *pieces, const struct hints *hints, struct furniture_book *book)
{
	struct content content = {.dom = dom, .pieces = pieces, .hints = hints, .roles = roles};
	content.areas = memory_new(dom->count);
	memcpy(content.areas, areas, dom->count);
	content.views = memory_new_zeroed(pieces->count, sizeof *content.views);
	content.good = memory_new_zeroed(pieces->count + 1, sizeof *content.good);
	content.bad = memory_new_zeroed(pieces->count + 1, sizeof *content.bad);
	content.sentences = memory_new_zeroed(pieces->count + 1, sizeof *content.sentences);
	for (size_t i = 0; i < pieces->count; i++)
		roles[i] = ROLE_JUNK;
	number_pieces(&content);
	look(&content, book);
	content_choose_root(&content);
	for (size_t i = content.first; i < content.end; i++)
		roles[i] = content_judge(&content, i);
	content_prune(&content);
	free(content.piece_from);
	free(content.areas);
	free(content.views);
	free(content.good);
	free(content.bad);
	free(content.sentences);
}
