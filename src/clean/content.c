#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "areas.h"
#include "article.h"
#include "memory.h"
#include "normal.h"
#include "shingles.h"
#include "utf8.h"

enum {
	SHORT = 25,    /* bytes below which text says nothing for a container */
	LONGEST = 1000 /* bytes of a piece that count */
};

/* The first piece that begins at or behind a node. */
size_t
content_piece_from(const struct content *content, uint32_t node)
{
	size_t low = 0, high = content->pieces->count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (content->pieces->pieces[middle].first < node)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

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

bool
content_is_title(const struct content *content, size_t i)
{
	struct slice title = trim(content->hints->title), text = piece_text(content->pieces, i);
	if (title.len == 0 || text.len > title.len * 2 + 20)
		return false;
	struct buffer a = {0}, b = {0};
	utf8_add_folded(&a, title);
	utf8_add_folded(&b, text);
	bool same = slice_equal(buffer_slice(&a), buffer_slice(&b));
	buffer_free(&a);
	buffer_free(&b);
	return same;
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
	uint32_t end = content->dom->nodes[node].end;
	return dom_next(content->dom, node, end, TAG_H1) < end;
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
		if (most && (area != AREA_COMMENTS || holds_title(content, node)))
			content->areas[node] = AREA_NONE;
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
	view->good = value * (spoken ? 1 : 0.3) * weight_of_areas(content, piece->node);
	if (view->certain)
		view->good = value;
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
	lift_areas(content);
	for (size_t i = 0; i < pieces->count; i++) {
		weigh(content, i);
		content->good[i + 1] = content->good[i] + content->views[i].good;
		content->bad[i + 1] = content->bad[i] + content->views[i].bad;
	}
	shingles_free(body);
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
	look(&content, book);
	content_choose_root(&content);
	for (size_t i = content.first; i < content.end; i++)
		roles[i] = content_judge(&content, i);
	content_prune(&content);
	free(content.areas);
	free(content.views);
	free(content.good);
	free(content.bad);
	free(content.sentences);
}
