#include "tame.h"

#include <stdbool.h>
#include <string.h>

#include "markup.h"
#include "slice.h"

enum {
	DEPTH = 512,     /* as browsers have it */
	FORMATTING = 24, /* open <b>, <i> …: each later paragraph gets a copy of every one */
	ELEMENT = 640, /* bytes that an element takes with its text, in the trees made of it */
	ATTRIBUTE = 200,
	TEXT = 5, /* bytes that one of the page takes otherwise, in all forms of it */
	PAGE = 6, /* and that it may take */
	SMALL = 160 * 1024 * 1024, /* but any page may take so many */
	REFERENCE = 32             /* bytes that may be one: &rightarrow; */
};

struct tamer {
	char *page;
	size_t len;
	size_t out; /* where what stays is put together, at most where it was read */
	size_t depth, formatting;
	size_t taken; /* start tags out, whose end tags must go, too */
	size_t taken_formatting;
	struct stash *stash;
	size_t room;       /* bytes that elements may still take */
	bool full;         /* and it was not enough */
	bool open_drawing; /* one has no end, so later ones have none, either */
};

static struct slice
page_of(const struct tamer *tamer)
{
	return (struct slice){tamer->page, tamer->len};
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
keep_tag(struct tamer *tamer, const struct markup_tag *tag, size_t start, size_t name_end)
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
		char closing[MARKUP_NAME + 1];
		markup_read_name(page_of(tamer), at + 1, closing);
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

/* Takes the room that an element wants, with the copies of open <b>, <i> … in it; false where
 * there is none left, then for good. */
static bool
take_room(struct tamer *tamer, size_t copies, size_t attributes)
{
	size_t wanted = ELEMENT * (1 + copies) + ATTRIBUTE * attributes;
	tamer->full = tamer->full || tamer->room < wanted;
	tamer->room -= tamer->full ? 0 : wanted;
	return !tamer->full;
}

static bool
is_one_too_many(struct tamer *tamer, unsigned traits, bool closes, size_t attributes)
{
	bool formats = (traits & MARKUP_FORMAT) != 0;
	size_t *open = formats ? &tamer->formatting : &tamer->depth;
	size_t *taken = formats ? &tamer->taken_formatting : &tamer->taken;
	size_t limit = formats ? FORMATTING : DEPTH, copies = formats ? 0 : tamer->formatting;
	if (traits & MARKUP_FLAT)
		return closes ? tamer->full : !take_room(tamer, copies, attributes);
	if (!closes && *open < limit && !take_room(tamer, copies, attributes))
		limit = 0;
	return is_surplus(open, taken, limit, closes);
}

/* Takes care of an element's start or end tag, and of what holds no markup behind it. */
static size_t
tame_element(struct tamer *tamer, const char *name, size_t start, const struct markup_tag *tag,
	size_t name_end)
{
	unsigned traits = markup_traits(name);
	size_t kept = tamer->out;
	bool closes = tamer->page[start + 1] == '/';
	if ((traits & MARKUP_GRAPHIC) && tag->closed) {
		drop(tamer, start, tag->end);
		return tag->end;
	}
	if (is_one_too_many(tamer, traits, closes, tag->count)) {
		size_t end = tag->end;
		if (tamer->full && !closes && (traits & MARKUP_RAW))
			end = skip_raw(tamer, end, name);
		drop(tamer, start, end);
		tamer->page[tamer->out++] = ' ';
		return end;
	}
	keep_tag(tamer, tag, start, name_end);
	if (closes)
		return tag->end;
	bool drawing = !tag->closed && strcmp(name, "svg") == 0;
	if ((traits & MARKUP_RAW) || (drawing && is_closed_drawing(tamer, tag->end)))
		return tame_content(tamer, name, kept, tag->end);
	return tag->end;
}

/* Takes care of what a < begins: an element's tag, a comment, the page's type, or text. */
static size_t
tame_markup(struct tamer *tamer, size_t start)
{
	char name[MARKUP_NAME + 1];
	bool closes = start + 1 < tamer->len && tamer->page[start + 1] == '/';
	size_t at = markup_read_name(page_of(tamer), start + 1 + closes, name);
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
	struct markup_tag tag;
	markup_read_tag(&tag, page_of(tamer), at, name);
	if (tag.whole && name[0] != '!')
		return tame_element(tamer, name, start, &tag, at);
	if (tag.whole)
		keep(tamer, start, tag.end);
	else
		drop(tamer, start, tag.end);
	return tag.end;
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
	while (from < to && markup_is_blank(tamer->page[from]))
		tamer->page[tamer->out++] = tamer->page[from++];
	while (from < to) {
		const char *found = memchr(tamer->page + from, '&', to - from);
		size_t end = found ? (size_t)(found - tamer->page) : to;
		size_t run = end;
		while (run > from && markup_is_blank(tamer->page[run - 1]))
			run--;
		struct slice text = {tamer->page + from, run - from};
		size_t len = stash_take(tamer->stash, text, tamer->page + tamer->out);
		tamer->out += len;
		keep(tamer, len ? run : from, end);
		from = end_of_reference(tamer, end, to);
		keep(tamer, end, from);
	}
}

/* How much memory the elements of a page may take. */
static size_t
room_of(size_t len)
{
	return len * PAGE > SMALL ? len * (PAGE - TEXT) : SMALL - len * TEXT;
}

size_t
tame(char *page, size_t len, struct stash *stash, bool *full)
{
	struct tamer tamer = {.page = page, .len = len, .stash = stash, .room = room_of(len)};
	for (size_t at = 0; at < len;) {
		const char *found = memchr(page + at, '<', len - at);
		size_t start = found ? (size_t)(found - page) : len;
		keep_text(&tamer, at, start);
		at = start < len ? tame_markup(&tamer, start) : len;
	}
	*full = tamer.full;
	return tamer.out;
}
