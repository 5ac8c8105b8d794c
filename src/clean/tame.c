#include "tame.h"

#include <stdbool.h>
#include <string.h>

#include "slice.h"
#include "utf8.h"

enum {
	DEPTH = 512,     /* as browsers have it */
	FORMATTING = 24, /* open <b>, <i> …: each later paragraph gets a copy of every one */
	ATTRIBUTES = 256,
	NAME = 12 /* no name that matters here is longer */
};

struct tamer {
	char *page;
	size_t len;
	size_t depth, formatting;
	size_t blanked; /* start tags that were, whose end tags must be, too */
	size_t blanked_formatting;
};

static bool
is_one_of(const char *name, const char *const *names)
{
	while (*names && strcmp(name, *names) != 0)
		names++;
	return *names != NULL;
}

/* Elements that have no end, or are ended by the next of their kind. */
static bool
does_not_nest(const char *name)
{
	static const char *const names[] = {"a", "area", "base", "br", "col", "dd", "dt",
		"embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param",
		"path", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
		NULL};
	return is_one_of(name, names);
}

static bool
is_formatting(const char *name)
{
	static const char *const names[] = {"b", "big", "code", "em", "font", "i", "nobr", "s",
		"small", "strike", "strong", "tt", "u", NULL};
	return is_one_of(name, names);
}

/* Empty elements of SVG: closed in themselves there, not closed at all elsewhere. */
static bool
is_graphic(const char *name)
{
	static const char *const names[] = {"animate", "circle", "defs", "ellipse", "g",
		"image", "line", "polygon", "polyline", "rect", "stop", "text", "use", NULL};
	return is_one_of(name, names);
}

/* Elements whose content is no markup. */
static bool
is_raw(const char *name)
{
	static const char *const names[] = {"iframe", "noembed", "noframes", "script", "style",
		"textarea", "title", "xmp", NULL};
	return is_one_of(name, names);
}

/* Reads the name of the tag that begins at `at` (behind < or </), in lower case. */
static size_t
read_name(const struct tamer *tamer, size_t at, char name[NAME + 1])
{
	size_t len = 0;
	for (; at < tamer->len; at++) {
		char byte = tamer->page[at];
		if (byte == '>' || byte == '/' || byte == ' ' || (byte >= '\t' && byte <= '\r'))
			break;
		if (len == NAME) /* none of those that matter */
			break;
		name[len++] = (char)utf8_lower((unsigned char)byte & 0x7f);
	}
	name[len] = '\0';
	return at;
}

static void
blank(struct tamer *tamer, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (tamer->page[i] != '\n')
			tamer->page[i] = ' ';
}

/* The end of a tag, behind its >; attributes beyond the limit are blanked. */
static size_t
end_of_tag(struct tamer *tamer, size_t at)
{
	size_t attributes = 0, surplus = 0;
	char quote = 0, before = ' ';
	for (; at < tamer->len; at++) {
		char byte = tamer->page[at];
		if (quote) {
			if (byte == quote)
				quote = 0;
		} else if (byte == '>') {
			break;
		} else if ((byte == '"' || byte == '\'') && before == '=') {
			quote = byte;
		} else if (before == ' ' && byte != ' ' && byte != '=' &&
			   ++attributes == ATTRIBUTES) {
			surplus = at;
		}
		bool space = byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '/';
		if (!space || before != '=')
			before = space && !quote ? ' ' : byte;
	}
	if (surplus)
		blank(tamer, surplus, at);
	return at < tamer->len ? at + 1 : at;
}

/* Where the content of a raw element ends. */
static size_t
skip_raw(const struct tamer *tamer, size_t at, const char *name)
{
	size_t len = strlen(name);
	while (at < tamer->len) {
		const char *found = memchr(tamer->page + at, '<', tamer->len - at);
		if (!found)
			return tamer->len;
		at = (size_t)(found - tamer->page) + 1;
		if (at + 1 + len > tamer->len || tamer->page[at] != '/')
			continue;
		char closing[NAME + 1];
		read_name(tamer, at + 1, closing);
		if (strcmp(closing, name) == 0)
			return at - 1;
	}
	return at;
}

/* Whether the tag is one too many; keeps count of what is open. */
static bool
is_surplus(size_t *open, size_t *blanked, size_t limit, bool closes)
{
	if (closes && *blanked > 0) {
		--*blanked;
		return true;
	}
	if (closes) {
		*open -= *open > 0;
		return false;
	}
	if (*open >= limit) {
		++*blanked;
		return true;
	}
	++*open;
	return false;
}

static size_t
end_of_comment(const struct tamer *tamer, size_t at)
{
	while (at + 2 < tamer->len) {
		const char *found = memchr(tamer->page + at, '>', tamer->len - at);
		if (!found)
			return tamer->len;
		at = (size_t)(found - tamer->page) + 1;
		if (found[-1] == '-' && found[-2] == '-')
			return at;
	}
	return tamer->len;
}

static size_t
tame_tag(struct tamer *tamer, size_t start)
{
	char name[NAME + 1];
	bool closes = start + 1 < tamer->len && tamer->page[start + 1] == '/';
	size_t at = read_name(tamer, start + 1 + closes, name);
	if ((name[0] < 'a' || name[0] > 'z') && name[0] != '!')
		return start + 1;
	if (strncmp(name, "!--", 3) == 0)
		return end_of_comment(tamer, start + 4);
	at = end_of_tag(tamer, at);
	if (does_not_nest(name) || name[0] == '!')
		return at;
	if (is_graphic(name) && tamer->page[at - 1] == '>' && tamer->page[at - 2] == '/') {
		blank(tamer, start, at);
		return at;
	}
	bool surplus = is_formatting(name)
			       ? is_surplus(&tamer->formatting, &tamer->blanked_formatting,
					 FORMATTING, closes)
			       : is_surplus(&tamer->depth, &tamer->blanked, DEPTH, closes);
	if (surplus)
		blank(tamer, start, at);
	else if (!closes && is_raw(name))
		at = skip_raw(tamer, at, name);
	return at;
}

void
tame(char *page, size_t len)
{
	struct tamer tamer = {.page = page, .len = len};
	for (size_t at = 0; at < len;) {
		const char *found = memchr(page + at, '<', len - at);
		if (!found)
			return;
		at = tame_tag(&tamer, (size_t)(found - page));
	}
}
