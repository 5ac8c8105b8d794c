#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "areas.h"
#include "byline.h"
#include "date.h"
#include "line.h"
#include "memory.h"
#include "normal.h"
#include "shingles.h"
#include "utf8.h"

enum {
	SHORT = 25,      /* bytes below which text says nothing for a container */
	LONGEST = 1000,  /* bytes of a piece that count */
	LABEL = 40,      /* bytes of the longest label */
	UNTOLD = 100,    /* bytes of a piece left out of the text told to programs */
	STANDFIRST = 30, /* pieces that may stand between title and article */
	DENSE = 300,     /* bytes of sentences that make an area's class no matter */
};

/* What is known of a piece. */
struct view {
	struct looks looks;
	struct furniture_match match;
	size_t len;   /* of its text */
	size_t plain; /* bytes outside links */
	double good;  /* what it says for a container */
	double bad;   /* and against one */
	bool certain; /* it stands in the article's text as told to programs */
	bool in_tail; /* behind a heading of other articles */
};

struct content {
	const struct dom *dom;
	uint8_t *areas; /* a copy */
	const struct pieces *pieces;
	const struct hints *hints;
	struct view *views;
	/* sums of the views before each, one more than there are pieces */
	double *good, *bad, *sentences;
	enum role *roles;
	uint32_t root;     /* the element that holds the article */
	uint32_t home;     /* the element right around most of its sentences */
	size_t first, end; /* the article's pieces, a standfirst above it included */
	size_t root_first; /* the first piece within the root */
};

/* The first piece that begins at or behind a node. */
static size_t
piece_from(const struct content *content, uint32_t node)
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
static double
sum_in(const struct content *content, const double *sums, uint32_t node)
{
	return sums[piece_from(content, content->dom->nodes[node].end)] -
	       sums[piece_from(content, node)];
}

static double
good_in(const struct content *content, uint32_t node)
{
	return sum_in(content, content->good, node);
}

static double
bad_in(const struct content *content, uint32_t node)
{
	return sum_in(content, content->bad, node);
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
		double share = sum_in(content, content->sentences, node) / (all + 1);
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
		for (int level = 1; level <= 4 && value > 0 && node > 0; level++) {
			scores[node] += value / level;
			node = dom->nodes[node].parent;
		}
	}
	uint32_t best = 0;
	double most = 0;
	for (uint32_t node = 0; node < dom->count; node++) {
		if (scores[node] == 0)
			continue;
		double bad = bad_in(content, node), good = good_in(content, node);
		double score = scores[node] * (good + 50) / (good + bad + 50);
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
		size_t from = piece_from(content, node);
		size_t end = piece_from(content, content->dom->nodes[node].end);
		if (sums[end] - sums[from] >= 0.9 * all)
			best = node; /* later ones that hold as much lie within earlier ones */
	}
	free(sums);
	return best;
}

/* Takes in what stands around the element where that is text, too: an article in parts. */
static uint32_t
widen(const struct content *content, uint32_t node)
{
	const struct dom *dom = content->dom;
	uint32_t best = node, limit = dom_around(dom, node, TAG_ARTICLE);
	double good = good_in(content, node), bad = bad_in(content, node), most = 0.15 * good;
	if (limit == node)
		return node;
	for (uint32_t outer = dom->nodes[node].parent;
		outer > 0 && dom->nodes[outer].tag != TAG_BODY;
		outer = dom->nodes[outer].parent) {
		double more = good_in(content, outer) - good;
		double worse = bad_in(content, outer) - bad;
		double gain = more - (limit ? 0.5 : 2) * worse;
		if (gain > most) {
			most = gain;
			best = outer;
		}
		if (outer == limit)
			break;
	}
	return best;
}

static bool
is_title(const struct content *content, size_t i)
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

/* The element right around most of the article's sentences. */
static uint32_t
home_of(const struct content *content)
{
	const struct dom *dom = content->dom;
	size_t end = piece_from(content, dom->nodes[content->root].end);
	double *sums = memory_new_zeroed(dom->count, sizeof *sums);
	uint32_t home = content->root;
	for (size_t i = piece_from(content, content->root); i < end; i++) {
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
	size_t first = piece_from(content, content->root), title = first;
	while (title > 0 && !is_title(content, title - 1))
		title--;
	return title > 0 && first - title < STANDFIRST ? title - 1 : first;
}

static void
choose_root(struct content *content)
{
	uint32_t certain = around_certain(content), spoken = most_spoken_for(content);
	content->root = spoken;
	if (certain && good_in(content, certain) > 0.6 * good_in(content, spoken))
		content->root = certain;
	if (content->root)
		content->root = widen(content, content->root);
	content->home = home_of(content);
	content->root_first = piece_from(content, content->root);
	content->first = first_with_standfirst(content);
	content->end = piece_from(content, content->dom->nodes[content->root].end);
}

static bool
has_ancestor(const struct content *content, size_t i, enum dom_tag tag)
{
	uint32_t node = dom_around(content->dom, content->pieces->pieces[i].first, tag);
	return node > content->root;
}

/* The mark of the areas around a piece, within the article, that decides about it. */
static enum area
area_around(const struct content *content, size_t i)
{
	enum area found = AREA_NONE;
	double all = good_in(content, content->root);
	for (uint32_t node = content->pieces->pieces[i].first; node > content->root;
		node = content->dom->nodes[node].parent) {
		enum area area = (enum area)content->areas[node];
		if (area == AREA_NONE || area == AREA_BODY || area == AREA_HIDDEN)
			continue;
		/* a class on what is most of the article says nothing */
		double sentences = sum_in(content, content->sentences, node);
		double bad = bad_in(content, node);
		if (area == AREA_COMMENTS || area == AREA_UNSEEN)
			return AREA_JUNK;
		if (sentences > 0.4 * all && sentences > DENSE)
			continue;
		if (area == AREA_JUNK)
			return AREA_JUNK;
		if (has_ancestor(content, i, TAG_BLOCKQUOTE)) /* posts from networks are quoted
								 in areas named for them */
			continue;
		if (area == AREA_LINKS && (bad > 0 || sentences < DENSE))
			return AREA_JUNK;
		if (area == AREA_SUSPICIOUS && bad > 0 && bad * 2 > sentences)
			return AREA_JUNK;
		if (area == AREA_CAPTION || area == AREA_BYLINE || area == AREA_DATE)
			found = area;
	}
	return found;
}

static bool
is_linked(const struct content *content, size_t i)
{
	return content->pieces->pieces[i].links * 3 > content->views[i].len * 2;
}

/* Whether the piece reads like a part of a report: a sentence of some length. */
static bool
is_sentence(const struct view *view)
{
	return view->looks.stops && view->looks.words > 4 && view->plain * 3 > view->len;
}

/* Whether what a piece says makes it furniture, wherever it stands. */
static bool
says_furniture(const struct view *view, struct slice text)
{
	const struct furniture_match *match = &view->match;
	if (slice_starts(text, SLICE("©")))
		return true;
	if (match->kind == FURNITURE_NONE)
		return false;
	if (match->whole)
		return true;
	if (view->looks.quotes)
		return false;
	if (match->starts && match->kind == FURNITURE_RELATED) {
		size_t at = match->end;
		while (at < text.len && text.data[at] == ' ')
			at++;
		return at < text.len && (text.data[at] == ':' || text.data[at] == '|');
	}
	switch (match->kind) {
	case FURNITURE_COOKIES:
	case FURNITURE_NEWSLETTER:
	case FURNITURE_PAYWALL:
	case FURNITURE_LEGAL:
		return view->looks.words < 40;
	case FURNITURE_FOLLOW:
	case FURNITURE_APPEAL:
		return match->starts && view->looks.words < 40 && match->words > 1;
	case FURNITURE_TIME:
		return view->looks.words < 12 && !view->looks.stops;
	case FURNITURE_CREDIT:
		return match->starts && match->words > 1 && view->looks.words < 50;
	case FURNITURE_ADVERTISEMENT:
	case FURNITURE_COMMENTS:
		return match->starts && view->looks.words < 12;
	case FURNITURE_TAGS:
		return match->starts && view->plain * 2 < view->len;
	default:
		return false;
	}
}

static enum role
role_by_tag(const struct content *content, size_t i)
{
	const struct piece *piece = &content->pieces->pieces[i];
	enum dom_tag tag = content->dom->nodes[piece->node].tag;
	if (dom_is_heading(tag))
		return ROLE_HEADING;
	if (has_ancestor(content, i, TAG_BLOCKQUOTE))
		return ROLE_QUOTE;
	if (tag == TAG_LI || has_ancestor(content, i, TAG_LI))
		return ROLE_LIST;
	const struct view *view = &content->views[i];
	if (piece->strong + 2 >= view->len && !view->looks.stops && view->looks.words <= 14)
		return ROLE_HEADING;
	return ROLE_BODY;
}

/* Whether the piece is a <p> next to most of the article's. */
static bool
is_home_paragraph(const struct content *content, size_t i)
{
	const struct dom_node *node = &content->dom->nodes[content->pieces->pieces[i].node];
	return node->tag == TAG_P && node->parent == content->home &&
	       content->areas[content->pieces->pieces[i].node] <= AREA_BODY;
}

/* A line in italics right below a picture: a caption without a mark. */
static bool
is_below_picture(const struct content *content, size_t i)
{
	const struct piece *piece = &content->pieces->pieces[i];
	const struct view *view = &content->views[i];
	enum dom_tag tag = content->dom->nodes[piece->node].tag;
	bool slanted = piece->slanted + 2 >= view->len && view->looks.words < 60;
	return piece->pictured && (tag == TAG_P || tag == TAG_DIV) && slanted;
}

/* The role of a piece by itself. */
static enum role
judge(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	struct slice text = piece_text(content->pieces, i);
	enum dom_tag tag = content->dom->nodes[content->pieces->pieces[i].node].tag;
	if (is_title(content, i))
		return ROLE_TITLE;
	enum area area = area_around(content, i);
	if (area == AREA_CAPTION || tag == TAG_FIGCAPTION)
		return ROLE_CAPTION;
	if (has_ancestor(content, i, TAG_FIGURE) && !view->looks.quotes)
		return ROLE_CAPTION;
	if (is_below_picture(content, i) && !view->certain)
		return ROLE_CAPTION;
	if (view->certain && view->len > 40 && !(area == AREA_JUNK && is_linked(content, i)))
		return role_by_tag(content, i);
	if (area == AREA_JUNK)
		return ROLE_JUNK;
	if (i < content->root_first &&
		!(is_sentence(view) && view->len > 40 && !is_linked(content, i)))
		return byline_in_line(text, false) ? ROLE_BYLINE : ROLE_JUNK;
	if (is_home_paragraph(content, i) && !is_linked(content, i))
		return says_furniture(view, text) ? ROLE_JUNK : role_by_tag(content, i);
	if (area == AREA_BYLINE)
		return is_sentence(view) && view->len > 120 ? ROLE_BODY : ROLE_BYLINE;
	if (area == AREA_DATE && !is_sentence(view))
		return ROLE_JUNK;
	if (says_furniture(view, text))
		return ROLE_JUNK;
	if (has_ancestor(content, i, TAG_BLOCKQUOTE))
		return ROLE_QUOTE;
	if (date_is_all(text))
		return ROLE_JUNK;
	if (is_linked(content, i) && !(dom_is_heading(tag) && is_sentence(view)) &&
		!(is_sentence(view) && view->len > 150))
		return ROLE_JUNK;
	if (view->looks.words == 0)
		return ROLE_JUNK;
	return role_by_tag(content, i);
}

/* Above the first sentence stand labels, dates, names; a heading and the title stay. */
static void
prune_head(struct content *content)
{
	size_t i = content->first;
	while (i < content->end &&
		!(content->roles[i] == ROLE_BODY && is_sentence(&content->views[i]) &&
			content->views[i].len > 50))
		i++;
	if (i == content->end)
		return;
	for (size_t k = content->first; k < i; k++) {
		struct view *view = &content->views[k];
		bool strong = content->pieces->pieces[k].strong + 2 >= view->len;
		if (strong && content->roles[k] != ROLE_TITLE &&
			byline_in_line(piece_text(content->pieces, k), true)) {
			content->roles[k] = ROLE_BYLINE;
			continue;
		}
		if (content->roles[k] == ROLE_TITLE || content->roles[k] == ROLE_CAPTION ||
			view->certain || is_home_paragraph(content, k))
			continue;
		if (!is_sentence(view) && !view->looks.quotes)
			content->roles[k] =
				byline_in_line(piece_text(content->pieces, k), false)
					? ROLE_BYLINE
					: ROLE_JUNK;
	}
}

/* Behind a heading of other articles all goes that is short, linked or cut. */
static void
prune_tail(struct content *content)
{
	for (size_t i = content->first; i < content->end; i++) {
		const struct view *view = &content->views[i];
		bool heads =
			view->match.whole && (view->match.kind == FURNITURE_RELATED ||
						     view->match.kind == FURNITURE_COMMENTS);
		if (!heads)
			continue;
		for (size_t k = i + 1; k < content->end; k++) {
			const struct view *next = &content->views[k];
			bool text = is_sentence(next) && next->plain > 80 &&
				    !next->looks.trails_off;
			if (next->certain || text)
				break;
			content->roles[k] = ROLE_JUNK;
		}
	}
}

/* At the article's end stands what it says of its authors, its rights and its readers. */
static void
prune_end(struct content *content)
{
	for (size_t i = content->end; i-- > content->first;) {
		const struct view *view = &content->views[i];
		enum role role = content->roles[i];
		if (role == ROLE_JUNK || role == ROLE_CAPTION || role == ROLE_BYLINE ||
			role == ROLE_TITLE)
			continue;
		bool notice = view->match.kind != FURNITURE_NONE &&
			      view->match.kind != FURNITURE_SECTION &&
			      view->match.kind != FURNITURE_BUTTON && view->looks.words < 60 &&
			      !view->looks.quotes &&
			      (view->match.starts || view->match.words > 2);
		if (!notice)
			return;
		content->roles[i] = ROLE_JUNK;
	}
}

/* A heading with nothing below it goes, and so does one above what went. */
static void
prune_headings(struct content *content)
{
	bool below = false;
	for (size_t i = content->end; i-- > content->first;) {
		enum role role = content->roles[i];
		if (role == ROLE_HEADING && !below && !content->views[i].certain)
			content->roles[i] = ROLE_JUNK;
		else if (role == ROLE_HEADING)
			below = true;
		else if (role == ROLE_BODY || role == ROLE_LIST || role == ROLE_QUOTE)
			below = true;
	}
}

/*
 * Where the page tells programs nearly all of the text that was found, what it leaves out is
 * not of the article: what stands behind the last piece told, and short pieces in between.
 */
static void
prune_untold(struct content *content)
{
	double told = 0, all = 0;
	size_t last = content->first;
	for (size_t i = content->first; i < content->end; i++) {
		if (content->roles[i] != ROLE_BODY)
			continue;
		all += (double)content->views[i].len;
		told += content->views[i].certain ? (double)content->views[i].len : 0;
		if (content->views[i].certain)
			last = i;
	}
	if (told < 0.85 * all)
		return;
	for (size_t i = content->first; i < content->end; i++) {
		enum role role = content->roles[i];
		bool text = (role == ROLE_BODY || role == ROLE_LIST || role == ROLE_HEADING) &&
		            content->views[i].looks.words > 4;
		bool within = i > content->root_first && role == ROLE_BODY &&
		              content->views[i].len < UNTOLD;
		if (text && !content->views[i].certain && (i > last || within))
			content->roles[i] = ROLE_JUNK;
	}
}

/* A short text that comes again and again is a label: "Article content", "Advertisement". */
static void
prune_repeated(struct content *content)
{
	struct map counts = {0};
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = content->first; i < content->end; i++) {
			struct slice text = piece_text(content->pieces, i);
			if (text.len > LABEL || content->views[i].looks.stops)
				continue;
			if (pass == 0)
				++*map_add(&counts, text, 0, NULL);
			else if (*map_find(&counts, text) > 2)
				content->roles[i] = ROLE_JUNK;
		}
	map_free(&counts);
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
	choose_root(&content);
	for (size_t i = content.first; i < content.end; i++)
		roles[i] = judge(&content, i);
	prune_untold(&content);
	prune_repeated(&content);
	prune_head(&content);
	prune_tail(&content);
	prune_end(&content);
	prune_headings(&content);
	free(content.areas);
	free(content.views);
	free(content.good);
	free(content.bad);
	free(content.sentences);
}
