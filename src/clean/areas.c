#include "areas.h"

#include "map.h"
#include "tables.h"
#include "utf8.h"

enum {
	WORD = 32,
	NAMES = 64 /* of an element's classes that are looked at */
};

static struct map class_words, class_names; /* to areas */

static const char *const area_names[AREA_COUNT] = {
	[AREA_NONE] = "none",
	[AREA_BODY] = "body",
	[AREA_BYLINE] = "byline",
	[AREA_CAPTION] = "caption",
	[AREA_DATE] = "date",
	[AREA_HIDDEN] = "hidden",
	[AREA_UNSEEN] = "unseen",
	[AREA_LINKS] = "links",
	[AREA_JUNK] = "junk",
	[AREA_COMMENTS] = "comments",
	[AREA_SUSPICIOUS] = "suspicious",
};

static void
take_word(void *context, const struct slice field[TABLE_FIELDS])
{
	(void)context;
	for (uint32_t area = 0; area < AREA_COUNT; area++)
		if (slice_is(field[1], area_names[area]))
			map_add(slice_is(field[2], "whole") ? &class_names : &class_words,
				field[0], area, NULL);
}

/* What decides between several words of one element: the later ones of this list. */
static int
rank(enum area area)
{
	static const uint8_t ranks[AREA_COUNT] = {
		[AREA_BODY] = 1,
		[AREA_SUSPICIOUS] = 2,
		[AREA_DATE] = 3,
		[AREA_BYLINE] = 4,
		[AREA_CAPTION] = 5,
		[AREA_LINKS] = 6,
		[AREA_JUNK] = 7,
		[AREA_COMMENTS] = 8,
		[AREA_UNSEEN] = 9,
		[AREA_HIDDEN] = 10,
	};
	return ranks[area];
}

static bool
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a word ends in front of name[at]: "articleBody", "related-links". */
static bool
word_ends(struct slice name, size_t at)
{
	if (at == name.len || !is_ascii_letter(name.data[at]))
		return true;
	return at > 0 && name.data[at] >= 'A' && name.data[at] <= 'Z' &&
	       name.data[at - 1] >= 'a' && name.data[at - 1] <= 'z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether digits join the word name[start..end] to letters: "6ad79d" has no word. */
static bool
is_cipher(struct slice name, size_t start, size_t end)
{
	if (start > 0 && is_digit(name.data[start - 1]))
		return true;
	size_t behind = end;
	while (behind < name.len && is_digit(name.data[behind]))
		behind++;
	return behind > end && behind < name.len && is_ascii_letter(name.data[behind]);
}

static void
take_higher(enum area *found, const struct map *map, struct slice name)
{
	char lower[WORD];
	if (name.len == 0 || name.len > WORD)
		return;
	for (size_t i = 0; i < name.len; i++)
		lower[i] = is_ascii_letter(name.data[i]) ? (char)(name.data[i] | 0x20)
							 : name.data[i];
	const uint32_t *area = map_find(map, (struct slice){lower, name.len});
	if (area && rank((enum area) * area) > rank(*found))
		*found = (enum area) * area;
}

/* The area that a class name speaks for: as a whole, else by its words. */
static void
look_at_name(enum area *found, struct slice name)
{
	size_t block = 0; /* of "block__element--modifier": the block */
	while (block + 1 < name.len && memcmp(name.data + block, "__", 2) != 0)
		block++;
	take_higher(found, &class_names, name);
	if (block + 1 < name.len)
		take_higher(found, &class_names, slice_cut(name, 0, block));
	for (size_t at = 0, start = 0; at <= name.len; at++) {
		if (!word_ends(name, at))
			continue;
		if (!is_cipher(name, start, at))
			take_higher(found, &class_words, slice_cut(name, start, at));
		start = at < name.len && is_ascii_letter(name.data[at]) ? at : at + 1;
	}
}

/* Names that WordPress derives from what an article is about. */
static bool
is_about_text(struct slice name)
{
	return slice_starts(name, SLICE("category-")) || slice_starts(name, SLICE("tag-")) ||
	       (slice_starts(name, SLICE("author-")) &&
		       !slice_starts(name, SLICE("author-name")));
}

static enum area
area_of_names(struct slice names)
{
	enum area found = AREA_NONE;
	size_t count = 0;
	for (size_t at = 0, end; at < names.len && count < NAMES; at = end + 1, count++) {
		for (end = at; end < names.len && names.data[end] > ' ';)
			end++;
		if (!is_about_text(slice_cut(names, at, end)))
			look_at_name(&found, slice_cut(names, at, end));
	}
	return found;
}

static enum area
area_of_tag(enum dom_tag tag)
{
	switch (tag) {
	case TAG_SCRIPT:
	case TAG_STYLE:
	case TAG_NOSCRIPT:
	case TAG_TEMPLATE:
	case TAG_SVG:
	case TAG_SELECT:
	case TAG_OPTION:
	case TAG_TEXTAREA:
	case TAG_INPUT:
	case TAG_BUTTON:
	case TAG_IFRAME:
	case TAG_OBJECT:
	case TAG_EMBED:
	case TAG_CANVAS:
	case TAG_AUDIO:
	case TAG_VIDEO:
	case TAG_HEAD:
	case TAG_LABEL:
	case TAG_DIALOG:
		return AREA_HIDDEN;
	case TAG_NAV:
	case TAG_FOOTER:
	case TAG_FORM:
		return AREA_JUNK;
	case TAG_ASIDE:
		return AREA_LINKS;
	case TAG_FIGCAPTION:
		return AREA_CAPTION;
	default:
		return AREA_NONE;
	}
}

static enum area
area_of_role(struct slice role)
{
	static const char *const junk[] = {"navigation", "contentinfo", "banner", "search",
		"menu", "menubar", "dialog", "alertdialog"};
	for (size_t i = 0; i < sizeof junk / sizeof *junk; i++)
		if (slice_is(role, junk[i]))
			return AREA_JUNK;
	return slice_is(role, "complementary") ? AREA_SUSPICIOUS : AREA_NONE;
}

static bool
contains(struct slice text, const char *word)
{
	size_t len = strlen(word);
	for (size_t at = 0; at + len <= text.len; at++)
		if (memcmp(text.data + at, word, len) == 0)
			return true;
	return false;
}

static bool
is_unseen(const struct dom *dom, uint32_t node)
{
	struct slice style = dom_attribute(dom, node, "style");
	return dom_has_attribute(dom, node, "hidden") || contains(style, "display:none") ||
	       contains(style, "display: none") || contains(style, "visibility:hidden") ||
	       contains(style, "clip:rect(") || contains(style, "clip: rect(") ||
	       contains(style, "clip-path:inset(50%)") ||
	       slice_is(dom_attribute(dom, node, "aria-hidden"), "true");
}

static enum area
area_of(const struct dom *dom, uint32_t node)
{
	enum dom_tag tag = dom->nodes[node].tag;
	if (tag == TAG_TEXT)
		return AREA_NONE;
	enum area area = area_of_tag(tag);
	if (area == AREA_HIDDEN || dom->nodes[node].attributes == 0 || tag == TAG_HTML)
		return area;
	if (is_unseen(dom, node))
		return AREA_UNSEEN;
	if (tag == TAG_BODY || tag == TAG_MAIN) /* all of a page, whatever they are called */
		return area;
	enum area others[] = {
		area_of_role(dom_attribute(dom, node, "role")),
		area_of_names(dom_attribute(dom, node, "class")),
		area_of_names(dom_attribute(dom, node, "id")),
		area_of_names(dom_attribute(dom, node, "itemprop")),
		area_of_names(dom_attribute(dom, node, "property")),
		area_of_names(dom_attribute(dom, node, "data-testid")),
		area_of_names(dom_attribute(dom, node, "data-component")),
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (rank(others[i]) > rank(area))
			area = others[i];
	return area;
}

void
areas_find(const struct dom *dom, uint8_t *areas)
{
	if (class_words.count == 0)
		tables_each(NULL, "root", "classes", take_word, NULL);
	for (uint32_t i = 0; i < dom->count; i++)
		areas[i] = (uint8_t)area_of(dom, i);
}
