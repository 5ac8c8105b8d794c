#include "metadata.h"

#include <stddef.h>
#include <string.h>

#include "areas.h"
#include "author.h"
#include "date.h"
#include "normal.h"
#include "outlet.h"
#include "title.h"

/* Whether a meta element's name is one of these, which are in small letters. */
static bool
is_name(struct slice name, const char *const *names)
{
	for (; *names; names++)
		if (name.len == strlen(*names) && slice_has_caseless(name, 0, *names))
			return true;
	return false;
}

static void
keep(struct slice *field, struct slice text)
{
	if (field->len == 0)
		*field = trim(text);
}

/* The kinds of meta elements, the surer names of one kind first. */
static const struct {
	size_t field;
	const char *const names[12];
} kinds[] = {
	{offsetof(struct meta, shared_title), {"og:title", NULL}},
	{offsetof(struct meta, title), {"twitter:title", "dc.title", "title", "parsely-title",
					       "sailthru.title", "headline", NULL}},
	{offsetof(struct meta, site), {"og:site_name", NULL}},
	{offsetof(struct meta, site), {"application-name", "publisher", "dc.publisher",
					      "apple-mobile-web-app-title", NULL}},
	{offsetof(struct meta, published),
		{"article:published_time", "og:article:published_time", "datepublished",
			"article:published", "og:published_time", NULL}},
	{offsetof(struct meta, published),
		{"parsely-pub-date", "sailthru.date", "publish-date", "pubdate", "publishdate",
			"publication_date", "published_time", "dcterms.created", "dcterms.date",
			"dc.date.issued", NULL}},
	{offsetof(struct meta, published),
		{"dc.date", "date", "article_date_original", "cxenseparse:recs:publishtime",
			"cxenseparse:publishtime", "citation_publication_date",
			"article:created", "created", "content_publisheddate", NULL}},
	{offsetof(struct meta, url), {"og:url", NULL}},
	{offsetof(struct meta, language),
		{"og:locale", "language", "content-language", "dc.language", NULL}},
};

static struct slice
name_of_meta(const struct dom *dom, uint32_t node)
{
	static const char *const attributes[] = {"property", "name", "itemprop", "http-equiv"};
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		struct slice name = dom_attribute(dom, node, attributes[i]);
		if (name.len)
			return name;
	}
	return SLICE("");
}

static void
read_kind(struct meta *meta, const struct dom *dom, size_t kind)
{
	struct slice *field = (struct slice *)(void *)((char *)meta + kinds[kind].field);
	for (uint32_t i = 0; i < dom->count && field->len == 0; i++) {
		if (dom->nodes[i].tag != TAG_META)
			continue;
		struct slice name = name_of_meta(dom, i);
		struct slice content = trim(dom_attribute(dom, i, "content"));
		if (name.len && content.len && is_name(name, kinds[kind].names))
			*field = content;
	}
}

/* Authors have an element each on some pages; some give an address in place of a name. */
static void
read_authors(struct meta *meta, const struct dom *dom)
{
	static const char *const names[] = {"author", "articleauthor", "article:author",
		"parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
		"cxenseparse:author", "og:article:author", "citation_author", "content_author",
		NULL};
	struct slice kind = SLICE("");
	for (uint32_t i = 0; i < dom->count && meta->author_count < META_AUTHORS; i++) {
		if (dom->nodes[i].tag != TAG_META)
			continue;
		struct slice name = name_of_meta(dom, i);
		struct slice content = trim(dom_attribute(dom, i, "content"));
		if (!name.len || !content.len || content.len > 200 ||
			slice_starts(content, SLICE("http")) || !is_name(name, names) ||
			(kind.len && !slice_equal(name, kind)))
			continue;
		kind = name;
		meta->authors[meta->author_count++] = content;
	}
}

static void
read_links(struct meta *meta, const struct dom *dom)
{
	for (uint32_t i = 0; i < dom->count; i++) {
		if (dom->nodes[i].tag == TAG_LINK &&
			slice_is(dom_attribute(dom, i, "rel"), "canonical"))
			keep(&meta->url, dom_attribute(dom, i, "href"));
		if (dom->nodes[i].tag == TAG_HTML)
			keep(&meta->language, dom_attribute(dom, i, "lang"));
		if (dom->nodes[i].tag == TAG_TITLE && dom->nodes[i].end > i + 1)
			keep(&meta->document_title, dom->nodes[i + 1].text);
	}
}

void
meta_read(struct meta *meta, const struct dom *dom)
{
	read_links(meta, dom);
	for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
		read_kind(meta, dom, kind);
	read_authors(meta, dom);
}

void
metadata_read_jsonld(struct article *article, const struct dom *dom, struct arena *arena)
{
	for (uint32_t i = 0; i < dom->count; i++)
		if (dom->nodes[i].tag == TAG_SCRIPT && dom->nodes[i].end > i + 1 &&
			slice_starts(
				dom_attribute(dom, i, "type"), SLICE("application/ld+json")))
			jsonld_read(article, dom->nodes[i + 1].text, arena);
}

/* How sure an element is to tell when the article was published, the surest first. */
enum told {
	PUBLISHED, /* it is marked so */
	TIME,      /* a <time>, not beside other articles or comments */
	MARKED,    /* its class says that it is a date */
	ANY_TIME,
	TOLD
};

static bool
tells_date(const struct dom *dom, uint32_t node, enum told told, enum area area)
{
	bool time = dom->nodes[node].tag == TAG_TIME;
	switch (told) {
	case PUBLISHED:
		return dom->nodes[node].attributes > 0 &&
		       (dom_has_attribute(dom, node, "pubdate") ||
			       slice_is(
				       dom_attribute(dom, node, "itemprop"), "datePublished") ||
			       slice_is(dom_attribute(dom, node, "property"), "datePublished"));
	case MARKED:
		return area == AREA_DATE;
	default:
		return time;
	}
}

static struct slice
date_in_element(const struct dom *dom, uint32_t node)
{
	struct slice date = date_of_value(dom_attribute(dom, node, "datetime"));
	if (!date.len)
		date = date_of_value(dom_attribute(dom, node, "content"));
	for (uint32_t k = node; !date.len && k < dom->nodes[node].end && k < node + 20; k++)
		if (dom->nodes[k].tag == TAG_TEXT)
			date = date_in_text(dom->nodes[k].text);
	return date;
}

/* The first <time> or marked date of the page that is not of another article. */
static struct slice
date_in_elements(const struct dom *dom, const uint8_t *areas)
{
	for (enum told told = PUBLISHED; told < TOLD; told++)
		for (uint32_t i = 0; i < dom->count; i++) {
			enum area area = (enum area)areas[i];
			bool beside =
				told == TIME && (area == AREA_LINKS || area == AREA_COMMENTS);
			if (area == AREA_HIDDEN || area == AREA_JUNK || beside) {
				i = dom->nodes[i].end - 1;
				continue;
			}
			if (dom->nodes[i].tag == TAG_TEXT || !tells_date(dom, i, told, area))
				continue;
			struct slice date = date_in_element(dom, i);
			if (date.len)
				return date;
		}
	return SLICE("");
}

static struct slice
find_date(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct slice url)
{
	struct slice date = date_of_value(article->published);
	if (!date.len)
		date = date_of_value(meta->published);
	if (!date.len)
		date = date_in_elements(dom, areas);
	if (!date.len)
		date = date_in_address(url);
	return date;
}

struct slice
metadata_find(struct document *document, const struct dom *dom, const uint8_t *areas,
	const struct meta *meta, const struct article *article)
{
	struct arena *arena = &document->arena;
	keep(&document->url, meta->url);
	keep(&document->url, article->url);
	document->language = meta->language.len ? meta->language : article->language;
	struct title title = title_find(dom, areas, meta, article, document->url, arena);
	document->title = title.text;
	document->date = arena_copy(arena, find_date(dom, areas, meta, article, document->url));
	document->byline = author_find(dom, areas, meta, article, arena);
	document->outlet = meta->site.len ? meta->site : article->publisher;
	if (!document->outlet.len && document->url.len)
		document->outlet = outlet_of_address(document->url, arena);
	return title.shown.len ? title.shown : title.text;
}
