#include "tame.h"

#include <stdbool.h>
#include <string.h>

#include "slice.h"
#include "utf8.h"

enum {
	DEPTH = 512,     /* as browsers have it */
	FORMATTING = 24, /* open <b>, <i> …: each later paragraph gets a copy of every one */
	ATTRIBUTES = 64,
	REFERENCE = 32, /* bytes that may be one: &rightarrow; */
	NAME = 12       /* no name that matters here is longer */
};

struct tamer {
	char *page;
	size_t len;
	size_t out; /* where what stays is put together, at most where it was read */
	size_t depth, formatting;
	size_t taken; /* start tags out, whose end tags must go, too */
	size_t taken_formatting;
	struct stash *stash;
	bool open_drawing; /* one has no end, so later ones have none, either */
};

/* What is to know of an element; none of it: it nests, and holds markup. */
enum {
	FLAT = 1,    /* it has no end, or is ended by the next of its kind */
	FORMAT = 2,  /* it is opened anew in each later paragraph */
	GRAPHIC = 4, /* of SVG: closed in itself there, not closed at all elsewhere */
	RAW = 8      /* its content is no markup */
};

static const struct element {
	char name[NAME + 1];
	unsigned char traits;
} elements[] = {
	/* sorted by name */
	{"a", FLAT},
	{"animate", GRAPHIC},
	{"area", FLAT},
	{"b", FORMAT},
	{"base", FLAT},
	{"big", FORMAT},
	{"br", FLAT},
	{"circle", GRAPHIC},
	{"code", FORMAT},
	{"col", FLAT},
	{"dd", FLAT},
	{"defs", GRAPHIC},
	{"dt", FLAT},
	{"ellipse", GRAPHIC},
	{"em", FORMAT},
	{"embed", FLAT},
	{"font", FORMAT},
	{"g", GRAPHIC},
	{"hr", FLAT},
	{"i", FORMAT},
	{"iframe", RAW},
	{"image", GRAPHIC},
	{"img", FLAT},
	{"input", FLAT},
	{"li", FLAT},
	{"line", GRAPHIC},
	{"link", FLAT},
	{"meta", FLAT},
	{"nobr", FORMAT},
	{"noembed", RAW},
	{"noframes", RAW},
	{"option", FLAT},
	{"p", FLAT},
	{"param", FLAT},
	{"path", FLAT},
	{"polygon", GRAPHIC},
	{"polyline", GRAPHIC},
	{"rect", GRAPHIC},
	{"s", FORMAT},
	{"script", RAW},
	{"small", FORMAT},
	{"source", FLAT},
	{"stop", GRAPHIC},
	{"strike", FORMAT},
	{"strong", FORMAT},
	{"style", RAW},
	{"tbody", FLAT},
	{"td", FLAT},
	{"text", GRAPHIC},
	{"textarea", RAW},
	{"tfoot", FLAT},
	{"th", FLAT},
	{"thead", FLAT},
	{"title", RAW},
	{"tr", FLAT},
	{"track", FLAT},
	{"tt", FORMAT},
	{"u", FORMAT},
	{"use", GRAPHIC},
	{"wbr", FLAT},
	{"xmp", RAW},
};

static unsigned
traits_of(const char *name)
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

/* A start or end tag: where its attributes are that somebody asks for, and where it ends. */
struct tag {
	struct {
		size_t from, to;
	} attributes[ATTRIBUTES];
	size_t count;
	size_t end;  /* behind its > */
	bool whole;  /* it has one */
	bool closed; /* in itself: <br/> */
};

static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Whether somebody here or in the parser asks for an attribute. */
static bool
is_wanted(struct slice name, const char *element)
{
	static const char *const wanted[] = {"aria-hidden", "class", "content",
		"data-component", "data-testid", "datetime", "hidden", "http-equiv", "id",
		"itemprop", "lang", "name", "property", "rel", "role", "style", "type"};
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
	while (at < page.len && is_blank(page.data[at]))
		at++;
	if (at < page.len && (page.data[at] == '"' || page.data[at] == '\'')) {
		const char *quote =
			memchr(page.data + at + 1, page.data[at], page.len - at - 1);
		return quote ? (size_t)(quote - page.data) + 1 : page.len;
	}
	while (at < page.len && !is_blank(page.data[at]) && page.data[at] != '>')
		at++;
	return at;
}

/* Reads what follows a tag's name, as the standard has it. */
static void
read_tag(struct tag *tag, struct slice page, size_t at, const char *element)
{
	tag->count = 0;
	tag->closed = false;
	while (at < page.len && page.data[at] != '>') {
		tag->closed = page.data[at] == '/';
		if (tag->closed || is_blank(page.data[at])) {
			at++;
			continue;
		}
		size_t from = at++;
		while (at < page.len && !is_blank(page.data[at]) && page.data[at] != '/' &&
			page.data[at] != '>' && page.data[at] != '=')
			at++;
		struct slice name = slice_cut(page, from, at);
		size_t next = at;
		while (next < page.len && is_blank(page.data[next]))
			next++;
		if (next < page.len && page.data[next] == '=')
			at = end_of_value(page, next + 1);
		if (tag->count < ATTRIBUTES && is_wanted(name, element)) {
			tag->attributes[tag->count].from = from;
			tag->attributes[tag->count++].to = at;
		}
	}
	tag->whole = at < page.len;
	tag->end = at + tag->whole;
}

/* Leaves out what stands there within a tag, a blank or its line breaks excepted. */
static void
drop_within(struct tamer *tamer, size_t from, size_t to)
{
	size_t before = tamer->out;
	drop(tamer, from, to);
	if (from < to && tamer->out == before)
		tamer->page[tamer->out++] = ' ';
}

/* Keeps a tag with those of its attributes that were asked for. */
static void
keep_tag(struct tamer *tamer, const struct tag *tag, size_t start, size_t name_end)
{
	size_t at = name_end, close = tag->end - 1 - tag->closed;
	keep(tamer, start, name_end);
	for (size_t i = 0; i < tag->count; i++) {
		drop_within(tamer, at, tag->attributes[i].from);
		at = tag->attributes[i].to;
		keep(tamer, tag->attributes[i].from, at);
	}
	if (tag->closed) /* a value before the / would take it in */
		drop_within(tamer, at, close);
	else
		drop(tamer, at, close);
	keep(tamer, close, tag->end);
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

/* Takes care of what stands within a raw element or a drawing, whose start tag was put at
 * `tag`; where that ends. */
static size_t
tame_content(struct tamer *tamer, const char *name, size_t tag, size_t at)
{
	size_t end = skip_raw(tamer, at, name);
	bool code = strcmp(name, "script") == 0 || strcmp(name, "style") == 0;
	if ((code && !holds_json(tamer, tag, tamer->out)) || strcmp(name, "svg") == 0)
		drop(tamer, at, end);
	else
		keep(tamer, at, end);
	return end;
}

/* Whether a drawing whose first tag ends at `at` has an end. */
static bool
is_closed_drawing(struct tamer *tamer, size_t at)
{
	if (tamer->open_drawing)
		return false;
	tamer->open_drawing = skip_raw(tamer, at, "svg") == tamer->len;
	return !tamer->open_drawing;
}

static size_t
drop_bogus(struct tamer *tamer, size_t start)
{
	const char *end = memchr(tamer->page + start, '>', tamer->len - start);
	size_t at = end ? (size_t)(end - tamer->page) + 1 : tamer->len;
	drop(tamer, start, at);
	return at;
}

static bool
is_one_too_many(struct tamer *tamer, unsigned traits, bool closes)
{
	if (traits & FORMAT)
		return is_surplus(
			&tamer->formatting, &tamer->taken_formatting, FORMATTING, closes);
	return is_surplus(&tamer->depth, &tamer->taken, DEPTH, closes);
}

static size_t
tame_tag(struct tamer *tamer, size_t start)
{
	char name[NAME + 1];
	bool closes = start + 1 < tamer->len && tamer->page[start + 1] == '/';
	size_t at = read_name(tamer, start + 1 + closes, name);
	if ((name[0] < 'a' || name[0] > 'z') && name[0] != '!') {
		if (closes || name[0] == '?') /* a comment, as the standard has it */
			return drop_bogus(tamer, start);
		keep(tamer, start, start + 1);
		return start + 1;
	}
	if (strncmp(name, "!--", 3) == 0) {
		at = end_of_comment(tamer, start + 4);
		drop(tamer, start, at);
		return at;
	}
	struct tag tag;
	size_t name_end = at, kept = tamer->out;
	unsigned traits = traits_of(name);
	read_tag(&tag, (struct slice){tamer->page, tamer->len}, at, name);
	at = tag.end;
	if (!tag.whole || name[0] == '!') {
		keep(tamer, start, at);
		return at;
	}
	if ((traits & GRAPHIC) && tag.closed) {
		drop(tamer, start, at);
		return at;
	}
	if (!(traits & FLAT) && is_one_too_many(tamer, traits, closes)) {
		drop(tamer, start, at);
		tamer->page[tamer->out++] = ' ';
		return at;
	}
	keep_tag(tamer, &tag, start, name_end);
	if (closes)
		return at;
	bool drawing = !tag.closed && strcmp(name, "svg") == 0;
	if ((traits & RAW) || (drawing && is_closed_drawing(tamer, at)))
		at = tame_content(tamer, name, kept, at);
	return at;
}

/* Where what may be a reference ends, "&amp;", that begins at `at`. */
static size_t
end_of_reference(const struct tamer *tamer, size_t at, size_t to)
{
	size_t most = to - at < REFERENCE ? to : at + REFERENCE;
	const char *end = memchr(tamer->page + at, ';', most - at);
	return end ? (size_t)(end - tamer->page) + 1 : most;
}

/* Keeps text, in the stash as far as that can be. */
static void
keep_text(struct tamer *tamer, size_t from, size_t to)
{
	while (from < to && is_blank(tamer->page[from]))
		tamer->page[tamer->out++] = tamer->page[from++];
	while (from < to) {
		const char *found = memchr(tamer->page + from, '&', to - from);
		size_t end = found ? (size_t)(found - tamer->page) : to;
		size_t run = end;
		while (run > from && is_blank(tamer->page[run - 1]))
			run--;
		struct slice text = {tamer->page + from, run - from};
		size_t len = stash_take(tamer->stash, text, tamer->page + tamer->out);
		tamer->out += len;
		keep(tamer, len ? run : from, end);
		from = end_of_reference(tamer, end, to);
		keep(tamer, end, from);
	}
}

size_t
tame(char *page, size_t len, struct stash *stash)
{
	struct tamer tamer = {.page = page, .len = len, .stash = stash};
	for (size_t at = 0; at < len;) {
		const char *found = memchr(page + at, '<', len - at);
		size_t start = found ? (size_t)(found - page) : len;
		keep_text(&tamer, at, start);
		at = start < len ? tame_tag(&tamer, start) : len;
	}
	return tamer.out;
}
