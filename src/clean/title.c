#include "title.h"

#include "areas.h"
#include "buffer.h"
#include "normal.h"
#include "likeness.h"
#include "masthead.h"
#include "outlet.h"
#include "utf8.h"

enum {
	HEADINGS = 40, /* of a page that are looked at */
	LONGEST = 400,
	PLAIN = 15 /* bytes of a heading that says what it heads */
};

/* The text of an element with its white space as it is. */
static struct slice
text_of(const struct dom *dom, uint32_t node, const uint8_t *areas, struct arena *arena)
{
	struct buffer text = {0};
	for (uint32_t i = node; i < dom->nodes[node].end && text.len < LONGEST * 4;) {
		if (areas[i] == AREA_HIDDEN && i > node) {
			i = dom->nodes[i].end;
			continue;
		}
		if (dom->nodes[i].tag == TAG_TEXT)
			buffer_add(&text, dom->nodes[i].text);
		else if (i > node &&
			 (dom->nodes[i].tag == TAG_BR || dom_is_block(dom->nodes[i].tag)))
			buffer_add_byte(&text, ' ');
		i++;
	}
	struct buffer normal = {0};
	normal_add(&normal, buffer_slice(&text));
	struct slice result = arena_copy(arena, buffer_slice(&normal));
	buffer_free(&normal);
	buffer_free(&text);
	return result;
}

/* The page's headings of the first order. */
static size_t
headings(const struct dom *dom, const uint8_t *areas, struct slice *found, struct arena *arena)
{
	size_t count = 0;
	for (uint32_t i = 0; i < dom->count && count < HEADINGS; i++) {
		if (areas[i] == AREA_HIDDEN) {
			i = dom->nodes[i].end - 1;
			continue;
		}
		if (dom->nodes[i].tag != TAG_H1)
			continue;
		struct slice text = text_of(dom, i, areas, arena);
		if (text.len > 0 && text.len < LONGEST)
			found[count++] = text;
	}
	return count;
}

/* How much a heading says the same as a title told to programs. */
static double
agreement(struct slice heading, struct slice told)
{
	if (told.len == 0 || heading.len < 4)
		return 0;
	double shorter = (double)(heading.len < told.len ? heading.len : told.len);
	double longer = (double)(heading.len < told.len ? told.len : heading.len);
	return likeness(heading, told) * (0.5 + 0.5 * shorter / longer);
}

/* The titles of a page, as it tells programs: the outlet's name taken off. */
enum told {
	SHARED,   /* og:title, for those who share the page */
	HEADLINE, /* in JSON-LD */
	NAMED,    /* in other meta elements */
	DOCUMENT, /* the title element */
	TOLD
};

/* The heading that says the same as one of the titles told. */
static struct slice
heading_agreed(const struct slice *found, size_t count, const struct slice *told)
{
	struct slice best = SLICE("");
	double most = 0.6;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < TOLD; k++) {
			double like = agreement(found[i], told[k]);
			if (like > most) {
				most = like;
				best = found[i];
			}
		}
	return best;
}

/* Whether a heading is a title told to programs but for a name in front of it or behind: "Harl
 * Gazette: Bridge closes". */
static bool
is_most_of(struct slice heading, struct slice told)
{
	if (heading.len < PLAIN || told.len < heading.len)
		return false;
	size_t more = told.len - heading.len;
	return more < heading.len && (slice_starts(told, heading) || slice_ends(told, heading));
}

/* Whether an element's class says that it shows a headline: "article-title". */
static bool
has_class_of_title(const struct dom *dom, uint32_t node)
{
	struct slice class = dom_attribute(dom, node, "class");
	for (size_t at = 0; at < class.len; at++)
		if (slice_has_caseless(class, at, "headline") ||
			slice_has_caseless(class, at, "title"))
			return true;
	return false;
}

/* Whether an element may show the headline: a heading of a lower order, what is marked so, or,
 * on old pages, bold type. */
static bool
may_head(const struct dom *dom, uint32_t node)
{
	enum dom_tag tag = dom->nodes[node].tag;
	return tag != TAG_TEXT &&
	       (dom_is_heading(tag) || tag == TAG_B || tag == TAG_STRONG ||
		       slice_is(dom_attribute(dom, node, "itemprop"), "headline"));
}

/* The heading of a lower order, or element marked as a headline, that is a title told. */
static struct slice
lesser_heading(const struct dom *dom, const uint8_t *areas, const struct slice *told,
	struct arena *arena)
{
	for (uint32_t i = 0, seen = 0; i < dom->count && seen < HEADINGS; i++) {
		if (areas[i] == AREA_HIDDEN ||
			!(may_head(dom, i) || has_class_of_title(dom, i)))
			continue;
		seen++;
		struct slice text = text_of(dom, i, areas, arena);
		for (size_t k = 0; k < TOLD; k++)
			if (is_most_of(text, told[k]))
				return text;
	}
	return SLICE("");
}

/* The title told that a heading ends with, right behind a kicker in an element of its own:
 * "Road worksBridge closes for a year". */
static struct slice
without_kicker(struct slice heading, const struct slice *told)
{
	for (size_t k = 0; k < TOLD; k++) {
		size_t start = heading.len - told[k].len, len;
		if (told[k].len >= PLAIN && told[k].len < heading.len &&
			slice_ends(heading, told[k]) &&
			utf8_is_letter(utf8_decode_before(heading, start, &len)))
			return told[k];
	}
	return heading;
}

static struct slice
heading_of(const struct slice *found, size_t count, const struct slice *told,
	const struct masthead *masthead)
{
	struct slice heading = heading_agreed(found, count, told);
	bool lone = count == 1 && found[0].len > 20 && !masthead_names(found[0], masthead);
	return without_kicker(heading.len == 0 && lone ? found[0] : heading, told);
}

/*
 * Whether og:title goes before the heading. Somebody wrote it for readers, as the heading's
 * shorter form, unless it is what plugins make: the heading and more behind it, cut off, or the
 * title for search engines, which the title element repeats while JSON-LD has the heading.
 */
static bool
goes_before(struct slice shared, struct slice heading, const struct slice *told)
{
	if (shared.len == 0 || likeness_begins(heading, shared) ||
		slice_ends(shared, SLICE("...")) || slice_ends(shared, SLICE("…")))
		return false;
	bool searched = likeness_same(shared, told[DOCUMENT]);
	return !(searched && likeness_same(heading, told[HEADLINE]));
}

struct title
title_find(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct slice url, struct arena *arena)
{
	struct masthead masthead = {meta->site, article->publisher, outlet_host(url)};
	const struct slice told[TOLD] = {
		[SHARED] = masthead_strip(meta->shared_title, &masthead),
		[HEADLINE] = masthead_strip(
			article->rank >= 3 ? article->headline : SLICE(""), &masthead),
		[NAMED] = masthead_strip(meta->title, &masthead),
		[DOCUMENT] = masthead_strip(meta->document_title, &masthead),
	};
	struct slice found[HEADINGS];
	size_t count = headings(dom, areas, found, arena);
	struct title title = {.shown = heading_of(found, count, told, &masthead)};
	struct slice lesser = lesser_heading(dom, areas, told, arena);
	if (lesser.len > title.shown.len * 2)
		title.shown = lesser;
	title.text = title.shown;
	if (title.shown.len == 0 || goes_before(told[SHARED], title.shown, told))
		for (size_t i = TOLD; i-- > 0;)
			if (told[i].len)
				title.text = told[i];
	if (title.text.len == 0 && count)
		title.text = title.shown = found[0];
	return title;
}

struct slice
title_outlet(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena)
{
	const struct slice told[] = {meta->shared_title, article->headline, meta->title};
	struct slice name = SLICE("");
	for (size_t i = 0; i < sizeof told / sizeof *told && !name.len; i++)
		name = masthead_beside(meta->document_title, told[i]);
	for (uint32_t i = 0, seen = 0; i < dom->count && seen < HEADINGS && !name.len; i++) {
		bool heads = may_head(dom, i);
		if (areas[i] == AREA_HIDDEN || !(heads || has_class_of_title(dom, i)))
			continue;
		seen++;
		struct slice text = text_of(dom, i, areas, arena);
		if (heads ||
			is_most_of(text, meta->document_title)) /* not a class "site-title" */
			name = masthead_beside(meta->document_title, text);
	}
	return name;
}
