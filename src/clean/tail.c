/* What follows an article in its element: other articles, comments, references, notices. */
#include "article.h"

enum {
	STRAY = 150 /* bytes of a line that stands alone */
};

/* Whether a piece behind a heading of other articles is of them. */
static bool
is_of_others(const struct view *view)
{
	bool text = content_is_sentence(view) && view->plain > 80 && !view->looks.trails_off;
	return !view->certain && !text;
}

static bool
is_heading(const struct content *content, size_t i)
{
	return dom_is_heading(content->dom->nodes[content->pieces->pieces[i].node].tag);
}

/* A short line that heads something: "More great stories from the lake". */
static bool
is_title_like(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	return content->roles[i] == ROLE_HEADING && !view->looks.stops && view->looks.words < 8;
}

/* What was met on the way to the article's end. */
struct way {
	bool text;         /* a sentence */
	size_t last_text;  /* the last piece that was one */
	bool related;      /* a heading of other articles, no text behind it yet */
	size_t box_end;    /* where the box ends that this heading is in; 0: it is in none */
	size_t closed_end; /* where the element ends that readers' comments, or notes for
			      editors, are in */
	size_t heading; /* the last one taken out, without a link; 0: other things followed */
};

/* Where the box ends that a heading stands in, within the article's text; 0 where none is. */
static size_t
end_of_box(const struct content *content, size_t i)
{
	const struct dom_node *nodes = content->dom->nodes;
	uint32_t box = nodes[content->pieces->pieces[i].node].parent;
	bool inside = box > content->home && box < nodes[content->home].end;
	return inside ? content_piece_from(content, nodes[box].end) : 0;
}

/* Whether two pieces stand side by side in elements of one kind. */
static bool
are_alike(const struct content *content, size_t i, size_t k)
{
	const struct dom_node *nodes = content->dom->nodes;
	uint32_t one = content->pieces->pieces[i].node, other = content->pieces->pieces[k].node;
	return nodes[one].parent == nodes[other].parent && nodes[one].tag == nodes[other].tag &&
	       slice_equal(dom_attribute(content->dom, one, "class"),
		       dom_attribute(content->dom, other, "class"));
}

/* Whether the article goes on behind a box: with a paragraph like its others, however short. */
static bool
goes_on(const struct content *content, size_t i, const struct way *way)
{
	bool alike = content_is_home(content, i) ||
		     (way->text && are_alike(content, i, way->last_text));
	return way->box_end && i >= way->box_end && alike && content->views[i].looks.stops &&
	       !content->pieces->pieces[i].links;
}

/* Closes the article up to the end of the element that a piece is in, with others. */
static void
close_element(const struct content *content, size_t i, struct way *way)
{
	const struct dom_node *nodes = content->dom->nodes;
	uint32_t around = nodes[content->pieces->pieces[i].node].parent;
	while (around > content->root &&
		content_piece_from(content, nodes[around].end) == i + 1 &&
		content_piece_from(content, around) == i)
		around = nodes[around].parent;
	size_t end = content_piece_from(content, nodes[around].end);
	if (end > way->closed_end)
		way->closed_end = end;
}

/* Whether a piece such as "ENDS" or "Notes to editors" closes the report: most of the sentences
 * stand above it. */
static bool
closes_report(const struct content *content, size_t i, const struct way *way)
{
	const struct view *view = &content->views[i];
	double above = content->sentences[i] - content->sentences[content->first];
	double all = content->sentences[content->end] - content->sentences[content->first];
	return view->match.kind == FURNITURE_END && way->text && !content_is_sentence(view) &&
	       above * 2 >= all;
}

/* Notes what a piece heads. */
static void
note_heading(const struct content *content, size_t i, struct way *way)
{
	const struct view *view = &content->views[i];
	bool comments = view->match.kind == FURNITURE_COMMENTS;
	if (!view->match.whole && !(view->match.starts && is_title_like(content, i)))
		return;
	if ((comments && way->text && is_heading(content, i)) ||
		closes_report(content, i, way)) {
		close_element(content, i, way);
	} else if (comments || view->match.kind == FURNITURE_RELATED) {
		way->related = true;
		way->box_end = end_of_box(content, i);
	}
}

/* Takes a piece out, and remembers it where it may be the heading of text that follows. */
static void
take_out(struct content *content, size_t i, struct way *way)
{
	bool heading = content->roles[i] == ROLE_HEADING && !content->pieces->pieces[i].links;
	if (content->roles[i] != ROLE_JUNK)
		way->heading = heading ? i : 0;
	content->roles[i] = ROLE_JUNK;
}

/*
 * Behind a heading of other articles all goes that is short, linked or cut; behind that of
 * readers' comments all that is in the same element.
 */
static void
prune_others(struct content *content)
{
	struct way way = {0};
	for (size_t i = content->first; i < content->end; i++) {
		const struct view *view = &content->views[i];
		bool text = content->roles[i] == ROLE_BODY && content_is_sentence(view);
		way.text = way.text || text;
		way.last_text = text && !way.related ? i : way.last_text;
		if (way.related && !is_of_others(view) && way.heading)
			content->roles[way.heading] = ROLE_HEADING;
		way.related = way.related && is_of_others(view) && !goes_on(content, i, &way);
		bool goes = way.related;
		note_heading(content, i, &way);
		if (i < way.closed_end && !view->certain)
			content->roles[i] = ROLE_JUNK;
		else if (goes)
			take_out(content, i, &way);
		else
			way.heading = 0;
	}
}

/* What an article says of its authors, its rights and its readers. */
static bool
is_notice(const struct view *view)
{
	const struct furniture_match *match = &view->match;
	bool line = !view->looks.stops && view->looks.words < 12;
	bool said = match->starts ? match->words > 1 || line : match->words > 2;
	return match->kind != FURNITURE_NONE && match->kind != FURNITURE_SECTION &&
	       match->kind != FURNITURE_BUTTON && view->looks.words < 60 &&
	       !view->looks.quotes && said;
}

/* The headline of another article, or a label, with a link in it. */
static bool
is_reference(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	struct slice text = piece_text(content->pieces, i);
	bool told = view->looks.stops && text.data[text.len - 1] != '?';
	return content->roles[i] != ROLE_QUOTE && !told && view->len < STRAY &&
	       content->pieces->pieces[i].links * 4 > view->len;
}

bool
content_is_stray(const struct content *content, size_t i)
{
	uint32_t node = content->pieces->pieces[i].node;
	bool home = content->dom->nodes[node].parent == content->home || node == content->home;
	return content->roles[i] == ROLE_BODY && !home && content->views[i].len < STRAY &&
	       content->dom->nodes[node].tag != TAG_TR &&
	       !content_is_sentence(&content->views[i]);
}

/* Whether a piece of text is of the kinds that go at an article's end. */
static bool
is_loose(const struct content *content, size_t i)
{
	const struct view *view = &content->views[i];
	return is_notice(view) ||
	       (!view->certain && (is_reference(content, i) || content_is_stray(content, i)));
}

/* Whether a piece is of the text that ends somewhere. */
static bool
is_text(const struct content *content, size_t i)
{
	enum role role = content->roles[i];
	return role == ROLE_BODY || role == ROLE_LIST || role == ROLE_QUOTE ||
	       role == ROLE_HEADING || role == ROLE_DATELINE;
}

/* At the article's end loose things go, where other text stands above them. */
static void
prune_loose(struct content *content)
{
	size_t end = content->end;
	while (end > content->first &&
		(!is_text(content, end - 1) || is_loose(content, end - 1)))
		end--;
	bool text = end > content->first;
	for (size_t i = content->end; i-- > end;) {
		if (!is_text(content, i))
			continue;
		if (!text && !is_notice(&content->views[i]))
			return;
		content->roles[i] = ROLE_JUNK;
	}
}

void
content_prune_tail(struct content *content)
{
	prune_others(content);
	prune_loose(content);
}
