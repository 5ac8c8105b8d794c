/* What each piece within the article is, by itself and by the areas around it. */
#include "article.h"

#include <string.h>

#include "areas.h"
#include "byline.h"
#include "date.h"
#include "outlet.h"

enum {
	LINE = 150,  /* bytes of the longest headline */
	CREDIT = 8,  /* words of a line that says who took a picture */
	FOLLOW = 14, /* words of a line that asks to be followed */
	TELLING = 4, /* words of a phrase that speaks for what quotes something, too */
	STAMP = 20,  /* and of one that begins with the time of the article */
	SIGNED = 12, /* words of a line in brackets that says who wrote */
	DENSE = 300  /* bytes of sentences that make an area's class no matter */
};

/* Whether a node is not the article's element, nor one around that. */
static bool
is_beside_root(const struct content *content, uint32_t node)
{
	return node > content->root || content->dom->nodes[node].end <= content->root;
}

static bool
has_ancestor(const struct content *content, size_t i, enum dom_tag tag)
{
	uint32_t node = dom_around(content->dom, content->pieces->pieces[i].first, tag);
	return is_beside_root(content, node);
}

/* An <article> without a sentence: the box of another one. */
static bool
is_teaser(const struct content *content, uint32_t node)
{
	return content->dom->nodes[node].tag == TAG_ARTICLE && content_bad(content, node) > 0 &&
	       content_sum(content, content->sentences, node) == 0;
}

/* The mark of the areas around a piece, within the article, that decides about it. */
static enum area
area_around(const struct content *content, size_t i)
{
	enum area found = AREA_NONE;
	double all = content_good(content, content->root);
	for (uint32_t node = content->pieces->pieces[i].first; is_beside_root(content, node);
		node = content->dom->nodes[node].parent) {
		enum area area = (enum area)content->areas[node];
		if (is_teaser(content, node))
			return AREA_JUNK;
		if (area == AREA_NONE || area == AREA_BODY || area == AREA_HIDDEN)
			continue;
		/* a class on what is most of the article says nothing */
		double sentences = content_sum(content, content->sentences, node);
		double bad = content_bad(content, node);
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

bool
content_is_linked(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	size_t links = content->pieces->pieces[i].links;
	return view->looks.stops || view->len > LINE ? links * 3 > view->len * 2
						     : links * 2 > view->len;
}

/* Whether the piece reads like a part of a report: a sentence of some length. */
bool
content_is_sentence(const struct view *view)
{
	return view->looks.stops && view->looks.words > 4 && view->plain * 3 > view->len;
}

/* Whether a text begins with a date and the words that belong to it: "Updated 3 May 2024". */
static bool
is_dated(struct slice text)
{
	size_t start, end;
	return date_find(text, &start, &end) && start == 0;
}

/* Whether a phrase that is but a part of a piece makes it furniture, by the phrase's kind;
 * `marked`: a colon, dash or bracket stands behind it (furniture_rest). */
static bool
phrase_tells(const struct view *view, struct slice text, bool marked)
{
	const struct furniture_match *match = &view->match;
	switch (match->kind) {
	case FURNITURE_COOKIES:
	case FURNITURE_NEWSLETTER:
	case FURNITURE_PAYWALL:
	case FURNITURE_LEGAL:
		return view->looks.words < 40 &&
		       (match->starts || match->words > 2 || !content_is_sentence(view));
	case FURNITURE_FOLLOW:
		if (match->within && !view->looks.stops)
			return view->looks.words < FOLLOW;
		return match->starts && view->looks.words < 40 && match->words > 1;
	case FURNITURE_APPEAL:
		return match->starts && view->looks.words < 40 && match->words > 1;
	case FURNITURE_TIME:
		return (view->looks.words < 12 && !view->looks.stops) ||
		       (match->starts && view->looks.words < STAMP && is_dated(text));
	case FURNITURE_RELATED:
		return marked;
	case FURNITURE_CREDIT:
		return match->starts && view->looks.words < 50 &&
		       (match->words > 1 || (marked && !view->looks.stops));
	case FURNITURE_ADVERTISEMENT:
	case FURNITURE_COMMENTS:
		return match->starts && view->looks.words < 12;
	case FURNITURE_TAGS:
		return (match->starts && view->plain * 2 < view->len) ||
		       (marked && !view->looks.stops);
	default:
		return false;
	}
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
	if (view->looks.quotes && !(match->starts && match->words >= TELLING))
		return false;
	bool marked = false;
	if (match->starts)
		furniture_rest(text, match, &marked);
	return phrase_tells(view, text, marked);
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

/* Whether the piece stands next to most of the article's. */
static bool
stands_at_home(const struct content *content, size_t i)
{
	uint32_t node = content->pieces->pieces[i].node;
	return content->dom->nodes[node].parent == content->home &&
	       content->areas[node] <= AREA_BODY;
}

bool
content_is_home(const struct content *content, size_t i)
{
	uint32_t node = content->pieces->pieces[i].node;
	return content->dom->nodes[node].tag == TAG_P && stands_at_home(content, i);
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

/* "(AP Photo/Ana Ruiz)": who took a picture, in brackets. */
static bool
is_credit(const struct view *view, struct slice text)
{
	return view->looks.joints && !view->looks.stops && view->looks.words > 1 &&
	       view->looks.words <= CREDIT && text.data[0] == '(' &&
	       text.data[text.len - 1] == ')' && memchr(text.data, '/', text.len) != NULL;
}

static bool
is_caption(const struct content *content, size_t i, enum area area)
{
	const struct view *view = &content->views[i];
	if (is_credit(view, piece_text(content->pieces, i)))
		return true;
	enum dom_tag tag = content->dom->nodes[content->pieces->pieces[i].node].tag;
	return area == AREA_CAPTION || tag == TAG_FIGCAPTION ||
	       (has_ancestor(content, i, TAG_FIGURE) && !view->looks.quotes) ||
	       (is_below_picture(content, i) && !view->certain);
}

/* A piece of links: a heading or long sentence that is one link is none. */
static bool
is_link_list(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	enum dom_tag tag = content->dom->nodes[content->pieces->pieces[i].node].tag;
	bool sentence = content_is_sentence(view) && (dom_is_heading(tag) || view->len > 150);
	bool heading = dom_is_heading(tag) && stands_at_home(content, i);
	return content_is_linked(content, i) && !sentence && !heading;
}

/* The time of an entry in a running report, and who wrote it: "14:05Ana Ruiz". */
static bool
stamps_entry(const struct view *view, struct slice text)
{
	size_t at = 0;
	while (at < text.len && at < 2 && text.data[at] >= '0' && text.data[at] <= '9')
		at++;
	return at > 0 && at + 2 < text.len && text.data[at] == ':' &&
	       text.data[at + 1] >= '0' && text.data[at + 1] <= '5' &&
	       text.data[at + 2] >= '0' && text.data[at + 2] <= '9' && !view->looks.stops &&
	       view->looks.words < 7;
}

/* "（记者 王小明）", "(Reporting by Ana Ruiz)": who wrote, in brackets. */
static bool
is_signed(const struct view *view, struct slice text)
{
	const struct slice open[] = {SLICE("("), SLICE("（")},
			   close[] = {SLICE(")"), SLICE("）")};
	if (view->looks.words > SIGNED)
		return false;
	for (size_t i = 0; i < sizeof open / sizeof *open; i++)
		if (slice_starts(text, open[i]) && slice_ends(text, close[i]))
			return byline_leads(
				slice_cut(text, open[i].len, text.len - close[i].len));
	return false;
}

/* Above the article's element stands a standfirst, or nothing of it. */
static enum role
judge_above(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	struct slice text = piece_text(content->pieces, i);
	if (content_is_sentence(view) && view->len > 40 && !content_is_linked(content, i))
		return says_furniture(view, text) ? ROLE_JUNK : role_by_tag(content, i);
	return byline_in_line(text, false) ? ROLE_BYLINE : ROLE_JUNK;
}

enum role
content_judge(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	struct slice text = piece_text(content->pieces, i);
	if (view->title)
		return ROLE_TITLE;
	enum area area = area_around(content, i);
	bool linked = content_is_linked(content, i), sentence = content_is_sentence(view);
	if (is_caption(content, i, area))
		return ROLE_CAPTION;
	if (view->certain && view->len > 40 && !(area == AREA_JUNK && linked))
		return role_by_tag(content, i);
	if (area == AREA_JUNK || view->looks.words == 0)
		return ROLE_JUNK;
	if (i < content->root_first)
		return judge_above(content, i);
	if (says_furniture(view, text) || outlet_is_mail(text))
		return ROLE_JUNK;
	if (is_signed(view, text))
		return ROLE_BYLINE;
	if (content_is_home(content, i) && !linked)
		return role_by_tag(content, i);
	if (area == AREA_BYLINE)
		return sentence && view->len > 120 ? ROLE_JUNK : ROLE_BYLINE;
	if (area == AREA_DATE && !sentence)
		return ROLE_JUNK;
	if (has_ancestor(content, i, TAG_BLOCKQUOTE))
		return ROLE_QUOTE;
	if (date_is_all(text) || is_link_list(content, i) || stamps_entry(view, text))
		return ROLE_JUNK;
	return role_by_tag(content, i);
}
