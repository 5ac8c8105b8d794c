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
	size_t out; /* where what stays is put together, at most where it was read */
	size_t depth, formatting;
	size_t taken; /* start tags out, whose end tags must go, too */
	size_t taken_formatting;
	bool open_drawing; /* one has no end, so later ones have none, either */
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

static void
keep(struct tamer *tamer, size_t from, size_t to)
{
	memmove(tamer->page + tamer->out, tamer->page + from, to - from);
	tamer->out += to - from;
}

/* Leaves out what stands there, its line breaks excepted. */
static void
drop(struct tamer *tamer, size_t from, size_t to)
{
	while (from < to) {
		const char *lf = memchr(tamer->page + from, '\n', to - from);
		if (!lf)
			return;
		tamer->page[tamer->out++] = '\n';
		from = (size_t)(lf - tamer->page) + 1;
	}
}

/* The end of a tag, behind its >; attributes beyond the limit become spaces. */
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
is_surplus(size_t *open, size_t *taken, size_t limit, bool closes)
{
	if (closes && *taken > 0) {
		--*taken;
		return true;
	}
	if (closes) {
		*open -= *open > 0;
		return false;
	}
	if (*open >= limit) {
		++*taken;
		return true;
	}
	++*open;
	return false;
}

static size_t
end_of_comment(const struct tamer *tamer, size_t at)
{
	while (at < tamer->len) {
		const char *found = memchr(tamer->page + at, '>', tamer->len - at);
		if (!found)
			return tamer->len;
		at = (size_t)(found - tamer->page) + 1;
		if (found[-1] == '-' && found[-2] == '-')
			return at;
	}
	return tamer->len;
}

static bool
holds_json(const struct tamer *tamer, size_t from, size_t to)
{
	static const char type[] = "ld+json";
	for (size_t at = from; at + sizeof type - 1 <= to; at++)
		if (memcmp(tamer->page + at, type, sizeof type - 1) == 0)
			return true;
	return false;
}

/* Takes care of what stands within a raw element or a drawing; where that ends. */
static size_t
tame_content(struct tamer *tamer, const char *name, size_t start, size_t at)
{
	size_t end = skip_raw(tamer, at, name);
	bool code = strcmp(name, "script") == 0 || strcmp(name, "style") == 0;
	if ((code && !holds_json(tamer, start, at)) || strcmp(name, "svg") == 0)
		drop(tamer, at, end);
	else
		keep(tamer, at, end);
	return end;
}

/* Whether a drawing whose first tag ends at `at` has an end. */
static bool
is_closed_drawing(struct tamer *tamer, size_t at)
{
	if (tamer->page[at - 2] == '/' || tamer->open_drawing)
		return false;
	tamer->open_drawing = skip_raw(tamer, at, "svg") == tamer->len;
	return !tamer->open_drawing;
}

static size_t
tame_tag(struct tamer *tamer, size_t start)
{
	char name[NAME + 1];
	bool closes = start + 1 < tamer->len && tamer->page[start + 1] == '/';
	size_t at = read_name(tamer, start + 1 + closes, name);
	if ((name[0] < 'a' || name[0] > 'z') && name[0] != '!') {
		keep(tamer, start, start + 1);
		return start + 1;
	}
	if (strncmp(name, "!--", 3) == 0) {
		at = end_of_comment(tamer, start + 4);
		drop(tamer, start, at);
		return at;
	}
	at = end_of_tag(tamer, at);
	bool whole = tamer->page[at - 1] == '>';
	if (!whole || does_not_nest(name) || name[0] == '!') {
		keep(tamer, start, at);
		return at;
	}
	if (is_graphic(name) && tamer->page[at - 2] == '/') {
		drop(tamer, start, at);
		return at;
	}
	size_t *open = is_formatting(name) ? &tamer->formatting : &tamer->depth;
	size_t *taken = is_formatting(name) ? &tamer->taken_formatting : &tamer->taken;
	if (is_surplus(open, taken, is_formatting(name) ? FORMATTING : DEPTH, closes)) {
		drop(tamer, start, at);
		tamer->page[tamer->out++] = ' ';
		return at;
	}
	keep(tamer, start, at);
	if (closes)
		return at;
	if (is_raw(name) || (strcmp(name, "svg") == 0 && is_closed_drawing(tamer, at)))
		at = tame_content(tamer, name, start, at);
	return at;
}

size_t
tame(char *page, size_t len)
{
	struct tamer tamer = {.page = page, .len = len};
	for (size_t at = 0; at < len;) {
		const char *found = memchr(page + at, '<', len - at);
		size_t start = found ? (size_t)(found - page) : len;
		keep(&tamer, at, start);
		at = start < len ? tame_tag(&tamer, start) : len;
	}
	return tamer.out;
}
