#include "metadata.h"

#include <stddef.h>
#include <string.h>

#include "areas.h"
#include "byline.h"
#include "date.h"
#include "normal.h"
#include "outlet.h"
#include "title.h"
#include "utf8.h"

static bool
is_name(struct slice name, const char *const *names)
{
	for (; *names; names++)
		if (slice_equal(name, slice_of(*names)))
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
	{offsetof(struct meta, title), {"og:title", NULL}},
	{offsetof(struct meta, title),
		{"twitter:title", "dc.title", "DC.title", "title", "parsely-title",
			"sailthru.title", "headline", NULL}},
	{offsetof(struct meta, site), {"og:site_name", NULL}},
	{offsetof(struct meta, site), {"application-name", "publisher", "dc.publisher",
					      "apple-mobile-web-app-title", NULL}},
	{offsetof(struct meta, published),
		{"article:published_time", "og:article:published_time", "datePublished",
			"og:published_time", NULL}},
	{offsetof(struct meta, published),
		{"parsely-pub-date", "sailthru.date", "publish-date", "pubdate", "publishdate",
			"publication_date", "published_time", "dcterms.created", "dcterms.date",
			"dc.date.issued", NULL}},
	{offsetof(struct meta, published),
		{"DC.date.issued", "dc.date", "DC.date", "date", "article_date_original",
			"cXenseParse:recs:publishtime", "datepublished",
			"citation_publication_date", "article:created", "created", NULL}},
	{offsetof(struct meta, author),
		{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
			"DC.creator", "dcterms.creator", "byl", "cXenseParse:author",
			"og:article:author", "citation_author", NULL}},
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
		bool address = slice_starts(content, SLICE("http")) &&
			       kinds[kind].field == offsetof(struct meta, author);
		if (name.len && content.len && !address && is_name(name, kinds[kind].names))
			*field = content;
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

/* The first <time> or marked date of the page that is not of another article. */
static struct slice
date_in_elements(const struct dom *dom, const uint8_t *areas)
{
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < dom->count; i++) {
			bool time = dom->nodes[i].tag == TAG_TIME;
			bool marked = areas[i] == AREA_DATE && pass == 1;
			if (areas[i] == AREA_HIDDEN || areas[i] == AREA_JUNK) {
				i = dom->nodes[i].end - 1;
				continue;
			}
			if (!time && !marked)
				continue;
			struct slice date = date_of_value(dom_attribute(dom, i, "datetime"));
			if (!date.len)
				date = date_of_value(dom_attribute(dom, i, "content"));
			for (uint32_t k = i; !date.len && k < dom->nodes[i].end && k < i + 20;
				k++)
				if (dom->nodes[k].tag == TAG_TEXT)
					date = date_in_text(dom->nodes[k].text);
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
	if (!date.len)
		date = date_of_value(article->modified);
	return date;
}

/* The text of an element that is marked as a byline; names in elements of their own, which
 * nothing stands between, are separated. */
static struct slice
text_of_byline(const struct dom *dom, uint32_t node, struct arena *arena)
{
	struct buffer text = {0}, normal = {0};
	bool after_name = false;
	for (uint32_t i = node + 1; i < dom->nodes[node].end && text.len < 400; i++) {
		if (dom->nodes[i].tag != TAG_TEXT) {
			if (dom->nodes[i].tag != TAG_SPAN)
				buffer_add_byte(&text, ' ');
			continue;
		}
		struct slice part = trim(dom->nodes[i].text);
		bool name = part.len > 0 && byline_is_person(part);
		if (name && after_name)
			buffer_add(&text, SLICE("; "));
		if (part.len > 0)
			after_name = name;
		buffer_add(&text, dom->nodes[i].text);
	}
	normal_add(&normal, buffer_slice(&text));
	struct slice line = arena_copy(arena, buffer_slice(&normal));
	buffer_free(&text);
	buffer_free(&normal);
	return line;
}

/* The first byline that the page marks as one. */
static struct slice
byline_in_elements(const struct dom *dom, const uint8_t *areas, struct arena *arena)
{
	for (uint32_t i = 0; i < dom->count; i++) {
		if (areas[i] == AREA_JUNK || areas[i] == AREA_HIDDEN) {
			i = dom->nodes[i].end - 1;
			continue;
		}
		bool link = dom->nodes[i].tag == TAG_A &&
			    slice_is(dom_attribute(dom, i, "rel"), "author");
		if (areas[i] != AREA_BYLINE && !link)
			continue;
		struct slice line = text_of_byline(dom, i, arena);
		struct slice names = byline_names(line, arena);
		if (names.len && (byline_in_line(line, true) || byline_are_persons(names)))
			return names;
	}
	return SLICE("");
}

/* Whether a byline names nobody but the outlet, or an address: any other goes before it. */
static bool
names_outlet(struct slice byline, const struct meta *meta, const struct article *article)
{
	struct buffer name = {0}, site = {0}, publisher = {0};
	utf8_add_folded(&name, byline);
	utf8_add_folded(&site, meta->site);
	utf8_add_folded(&publisher, article->publisher);
	struct slice folded = buffer_slice(&name);
	bool same = slice_equal(folded, buffer_slice(&site)) ||
		    slice_equal(folded, buffer_slice(&publisher)) || outlet_is_address(folded);
	if (memchr(byline.data, ';', byline.len) == NULL)
		same = same || outlet_is_name(byline);
	buffer_free(&name);
	buffer_free(&site);
	buffer_free(&publisher);
	return same;
}

bool
metadata_names_author(
	struct slice byline, const struct meta *meta, const struct article *article)
{
	return byline.len > 0 && !names_outlet(byline, meta, article);
}

static struct slice
find_byline(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena)
{
	struct slice others = SLICE("");
	for (int source = 0; source < 4; source++) {
		struct slice byline = SLICE("");
		if (source == 0)
			byline = buffer_slice(&article->authors);
		else if (source == 1 && meta->author.len < 200)
			byline = byline_names(meta->author, arena);
		else if (source == 2)
			byline = byline_in_elements(dom, areas, arena);
		else if (source == 3)
			byline = buffer_slice(&article->organisations);
		if (byline.len == 0)
			continue;
		byline = arena_copy(arena, byline);
		bool outlet = names_outlet(byline, meta, article);
		if (!outlet && (!others.len || byline_are_persons(byline)))
			return byline;
		if (!others.len)
			others = byline;
	}
	return others;
}

void
metadata_find(struct document *document, const struct dom *dom, const uint8_t *areas,
	const struct meta *meta, const struct article *article)
{
	struct arena *arena = &document->arena;
	keep(&document->url, meta->url);
	keep(&document->url, article->url);
	document->language = meta->language.len ? meta->language : article->language;
	document->title = title_find(dom, areas, meta, article, arena);
	document->date = arena_copy(arena, find_date(dom, areas, meta, article, document->url));
	document->byline = find_byline(dom, areas, meta, article, arena);
	document->outlet = meta->site.len ? meta->site : article->publisher;
	if (!document->outlet.len && document->url.len)
		document->outlet = outlet_of_address(document->url, arena);
}
