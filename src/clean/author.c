#include "author.h"

#include "areas.h"
#include "byline.h"
#include "date.h"
#include "byword.h"
#include "likeness.h"
#include "normal.h"
#include "outlet.h"
#include "person.h"

enum {
	WIDE_NAME = 5 /* letters of the longest name in scripts without capitals */
};

/* Whether a text that stands alone is a name: in scripts without capitals words of links are
 * told by their length, "다른기사 보기". */
static bool
is_name_alone(struct slice text)
{
	struct name look = person_look(byword_strip_role(text));
	return person_is_name(text) && (!look.wide || look.letters <= WIDE_NAME);
}

/* Whether a text in an element of its own that follows a name is none of the byline: the
 * outlet, or, in scripts without capitals, what is neither a name nor what somebody is. */
static bool
ends_names(struct slice text)
{
	bool wide = person_look(text).wide && !is_name_alone(text) &&
		    byword_of(text) != BYWORD_ROLE;
	return text.len > 0 && (wide || outlet_is_name(text));
}

/* The text of an element that is marked as a byline, without addresses; names in elements of
 * their own, which nothing stands between, are separated. */
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
		if (outlet_is_mail(part))
			continue;
		if (after_name && ends_names(part))
			break;
		bool name = part.len > 0 && is_name_alone(part);
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
		bool own = dom->nodes[i].tag == TAG_FOOTER && dom_around(dom, i, TAG_ARTICLE);
		if ((areas[i] == AREA_JUNK && !own) || areas[i] == AREA_HIDDEN) {
			i = dom->nodes[i].end - 1;
			continue;
		}
		bool link = dom->nodes[i].tag == TAG_A &&
			    slice_is(dom_attribute(dom, i, "rel"), "author");
		if (areas[i] != AREA_BYLINE && !link)
			continue;
		struct slice line = date_without(text_of_byline(dom, i, arena));
		struct slice names = byline_leads(line) ? byline_read(line, arena).names
							: byline_names(line, arena);
		if (names.len && !person_look(names).digits &&
			(byline_in_line(line, true) || byline_are_persons(names)))
			return names;
	}
	return SLICE("");
}

static bool
names_site(struct slice byline, struct slice site)
{
	return likeness_same(byline, site) || likeness_holds(site, byline) ||
	       outlet_is_address(byline);
}

/* Whether a byline names nobody but the outlet, or an address: any other goes before it. */
static bool
names_outlet(struct slice byline, const struct meta *meta, const struct article *article)
{
	bool several = memchr(byline.data, ';', byline.len) != NULL;
	return names_site(byline, meta->site) || names_site(byline, article->publisher) ||
	       (!several && outlet_is_name(byline));
}

struct slice
author_without_site(struct slice names, struct slice site, struct arena *arena)
{
	struct buffer others = {0};
	struct slice name, rest = names;
	while (byline_next_name(&rest, &name)) {
		if (likeness_same(name, site))
			continue;
		if (others.len)
			buffer_add(&others, SLICE("; "));
		buffer_add(&others, name);
	}
	struct slice kept = arena_copy(arena, buffer_slice(&others));
	buffer_free(&others);
	return kept.len ? kept : names;
}

bool
author_is_named(struct slice byline, const struct meta *meta, const struct article *article)
{
	return byline.len > 0 && !names_outlet(byline, meta, article);
}

/* Whether an earlier meta element named the same. */
static bool
is_repeated(const struct meta *meta, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (likeness_same(meta->authors[k], meta->authors[i]))
			return true;
	return false;
}

/* "Moe, Ida" as catalogues write a name: "Ida Moe"; any other text as it is. */
static struct slice
turned_round(struct slice text, struct slice site, struct arena *arena)
{
	const char *comma = memchr(text.data, ',', text.len);
	if (!comma || memchr(text.data, ';', text.len))
		return text;
	size_t at = (size_t)(comma - text.data);
	struct slice last = trim(slice_cut(text, 0, at)),
		     first = trim(slice_cut(text, at + 1, text.len));
	bool lone = person_look(last).words == 1 && !memchr(last.data, ' ', last.len) &&
		    person_look(first).words >= 1 && person_look(first).words <= 2;
	if (!lone || memchr(first.data, ',', first.len) || outlet_is_name(last) ||
		outlet_is_name(first) || likeness_same(last, site) || person_look(last).odd ||
		person_look(first).odd)
		return text;
	struct buffer name = {0};
	buffer_add(&name, first);
	buffer_add_byte(&name, ' ');
	buffer_add(&name, last);
	struct slice turned = arena_copy(arena, buffer_slice(&name));
	buffer_free(&name);
	return turned;
}

/* The persons that meta elements name; where there are none, what the first one says. */
static struct slice
authors_in_meta(const struct meta *meta, const struct article *article, struct arena *arena)
{
	struct buffer all = {0};
	for (size_t i = 0; i < meta->author_count; i++) {
		struct slice names =
			byline_names(turned_round(meta->authors[i], meta->site, arena), arena);
		if (is_repeated(meta, i) || !byline_are_persons(names) ||
			names_outlet(names, meta, article))
			continue;
		if (all.len)
			buffer_add(&all, SLICE("; "));
		buffer_add(&all, names);
	}
	struct slice persons = arena_copy(arena, buffer_slice(&all));
	buffer_free(&all);
	return persons.len || !meta->author_count ? persons
						  : byline_names(meta->authors[0], arena);
}
/* Where a page says who wrote its article, the surest first. */
enum source {
	PERSONS, /* in JSON-LD */
	META,
	MARKED,        /* elements that are marked as bylines */
	ORGANISATIONS, /* in JSON-LD */
	SOURCES
};

static struct slice
byline_from(enum source source, const struct dom *dom, const uint8_t *areas,
	const struct meta *meta, const struct article *article, struct arena *arena)
{
	switch (source) {
	case PERSONS:
		return arena_copy(arena, buffer_slice(&article->authors));
	case META:
		return authors_in_meta(meta, article, arena);
	case MARKED:
		return byline_in_elements(dom, areas, arena);
	default:
		return arena_copy(arena, buffer_slice(&article->organisations));
	}
}

struct slice
author_find(const struct dom *dom, const uint8_t *areas, const struct meta *meta,
	const struct article *article, struct arena *arena)
{
	struct slice others = SLICE("");
	for (enum source source = PERSONS; source < SOURCES; source++) {
		struct slice byline = byline_from(source, dom, areas, meta, article, arena);
		if (byline.len == 0)
			continue;
		byline = author_without_site(byline, meta->site, arena);
		bool outlet = names_outlet(byline, meta, article);
		if (!outlet && (!others.len || byline_are_persons(byline)))
			return byline;
		if (!others.len)
			others = byline;
	}
	return others;
}
