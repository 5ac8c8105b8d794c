#include "markup.h"

#include <string.h>

static const struct element {
	char name[MARKUP_NAME + 1];
	unsigned char traits;
} elements[] = {
	/* sorted by name */
	{"a", MARKUP_FLAT},
	{"animate", MARKUP_GRAPHIC},
	{"area", MARKUP_FLAT},
	{"b", MARKUP_FORMAT},
	{"base", MARKUP_FLAT},
	{"big", MARKUP_FORMAT},
	{"br", MARKUP_FLAT},
	{"circle", MARKUP_GRAPHIC},
	{"code", MARKUP_FORMAT},
	{"col", MARKUP_FLAT},
	{"dd", MARKUP_FLAT},
	{"defs", MARKUP_GRAPHIC},
	{"dt", MARKUP_FLAT},
	{"ellipse", MARKUP_GRAPHIC},
	{"em", MARKUP_FORMAT},
	{"embed", MARKUP_FLAT},
	{"font", MARKUP_FORMAT},
	{"g", MARKUP_GRAPHIC},
	{"hr", MARKUP_FLAT},
	{"i", MARKUP_FORMAT},
	{"iframe", MARKUP_RAW},
	{"image", MARKUP_GRAPHIC},
	{"img", MARKUP_FLAT},
	{"input", MARKUP_FLAT},
	{"li", MARKUP_FLAT},
	{"line", MARKUP_GRAPHIC},
	{"link", MARKUP_FLAT},
	{"meta", MARKUP_FLAT},
	{"nobr", MARKUP_FORMAT},
	{"noembed", MARKUP_RAW},
	{"noframes", MARKUP_RAW},
	{"option", MARKUP_FLAT},
	{"p", MARKUP_FLAT},
	{"param", MARKUP_FLAT},
	{"path", MARKUP_FLAT},
	{"polygon", MARKUP_GRAPHIC},
	{"polyline", MARKUP_GRAPHIC},
	{"rect", MARKUP_GRAPHIC},
	{"s", MARKUP_FORMAT},
	{"script", MARKUP_RAW},
	{"small", MARKUP_FORMAT},
	{"source", MARKUP_FLAT},
	{"stop", MARKUP_GRAPHIC},
	{"strike", MARKUP_FORMAT},
	{"strong", MARKUP_FORMAT},
	{"style", MARKUP_RAW},
	{"tbody", MARKUP_FLAT},
	{"td", MARKUP_FLAT},
	{"text", MARKUP_GRAPHIC},
	{"textarea", MARKUP_RAW},
	{"tfoot", MARKUP_FLAT},
	{"th", MARKUP_FLAT},
	{"thead", MARKUP_FLAT},
	{"title", MARKUP_RAW},
	{"tr", MARKUP_FLAT},
	{"track", MARKUP_FLAT},
	{"tt", MARKUP_FORMAT},
	{"u", MARKUP_FORMAT},
	{"use", MARKUP_GRAPHIC},
	{"wbr", MARKUP_FLAT},
	{"xmp", MARKUP_RAW},
};

unsigned
markup_traits(const char *name)
{
	size_t low = 0, high = sizeof elements / sizeof *elements;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(elements[middle].name, name);
		if (order == 0)
			return elements[middle].traits;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

/* Else it is no tag, and need not be read to its end. */
static bool
begins_name(char byte)
{
	return (byte >= 'a' && byte <= 'z') || byte == '!';
}

size_t
markup_read_name(struct slice page, size_t at, char name[MARKUP_NAME + 1])
{
	size_t len = 0;
	for (; at < page.len; at++) {
		char byte = page.data[at];
		if (byte == '>' || byte == '/' || markup_is_blank(byte))
			break;
		if (len == 1 && !begins_name(name[0]))
			break;
		if (len < MARKUP_NAME)
			name[len++] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
	}
	name[len] = '\0';
	return at;
}

/* Whether somebody here or in the parser asks for an attribute. */
static bool
is_wanted(struct slice name, const char *element)
{
	static const char *const wanted[] = {"aria-hidden", "class", "content",
		"data-component", "data-testid", "datetime", "hidden", "http-equiv", "id",
		"itemprop", "lang", "name", "property", "pubdate", "rel", "role", "style",
		"type"};
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if ((name.data[0] | 0x20) == wanted[i][0] && name.len == strlen(wanted[i]) &&
			slice_has_caseless(name, 0, wanted[i]))
			return true;
	return strcmp(element, "link") == 0 && name.len == 4 &&
	       slice_has_caseless(name, 0, "href");
}

/* Where the value of an attribute ends that begins at `at`, behind the =. */
static size_t
end_of_value(struct slice page, size_t at)
{
	while (at < page.len && markup_is_blank(page.data[at]))
		at++;
	if (at < page.len && (page.data[at] == '"' || page.data[at] == '\'')) {
		const char *quote =
			memchr(page.data + at + 1, page.data[at], page.len - at - 1);
		return quote ? (size_t)(quote - page.data) + 1 : page.len;
	}
	while (at < page.len && !markup_is_blank(page.data[at]) && page.data[at] != '>')
		at++;
	return at;
}

void
markup_read_tag(struct markup_tag *tag, struct slice page, size_t at, const char *element)
{
	tag->count = 0;
	tag->closed = false;
	while (at < page.len && page.data[at] != '>') {
		tag->closed = page.data[at] == '/';
		if (tag->closed || markup_is_blank(page.data[at])) {
			at++;
			continue;
		}
		size_t from = at++;
		while (at < page.len && !markup_is_blank(page.data[at]) &&
			page.data[at] != '/' && page.data[at] != '>' && page.data[at] != '=')
			at++;
		struct slice name = slice_cut(page, from, at);
		size_t next = at;
		while (next < page.len && markup_is_blank(page.data[next]))
			next++;
		if (next < page.len && page.data[next] == '=')
			at = end_of_value(page, next + 1);
		if (tag->count < MARKUP_ATTRIBUTES && is_wanted(name, element)) {
			tag->attributes[tag->count].from = from;
			tag->attributes[tag->count++].to = at;
		}
	}
	tag->whole = at < page.len;
	tag->end = at + tag->whole;
}
