#include "plain.h"

#include <stdlib.h>
#include <string.h>

#include "byline.h"
#include "date.h"
#include "line.h"
#include "memory.h"
#include "normal.h"
#include "outlet.h"
#include "utf8.h"

enum {
	LONG = 220,          /* bytes; a longer line is looked at for notices only */
	TITLE = 200,         /* bytes a title may have */
	LONGEST_TRAIL = 120, /* bytes of "Home > News > Region" */
	HEADING = 90,        /* and a heading */
	HEAD_LINES = 12,     /* lines at the top among which title, byline and date stand */
	TEASER = 220         /* bytes of a teaser's text, which may be whole sentences */
};

/* A line of the source that is not empty. */
struct line {
	struct slice text;
	size_t number;
	struct looks looks;
	struct furniture_match match;
	bool gap; /* an empty line, or the beginning, stands before it */
	bool drop;
	enum role role;
};

struct page {
	struct line *lines;
	size_t count, capacity;
	size_t title; /* which line it is; `count` where none is */
	struct document *document;
};

static void
add_line(struct page *page, struct slice text, size_t number, bool gap,
	struct furniture_book *book)
{
	page->lines = memory_reserve(
		page->lines, &page->capacity, page->count + 1, sizeof *page->lines);
	struct line *line = &page->lines[page->count++];
	*line = (struct line){.text = text, .number = number, .gap = gap, .role = ROLE_BODY};
	if (text.len > LONG) {
		line->looks = line_looks(slice_cut(text, 0, 8));
		line->looks.words = 50;
		line->looks.stops = true;
		line->looks.sentences = 2;
		return;
	}
	line->looks = line_looks(text);
	line->match = furniture_find(book, text);
}

static void
split(struct page *page, struct slice text, struct furniture_book *book)
{
	bool gap = true;
	for (size_t number = 1; text.len > 0; number++) {
		const char *lf = memchr(text.data, '\n', text.len);
		size_t len = lf ? (size_t)(lf - text.data) : text.len;
		struct slice line = trim(slice_cut(text, 0, len));
		if (line.len > 0)
			add_line(page, line, number, gap, book);
		gap = line.len == 0;
		text = slice_cut(text, lf ? len + 1 : len, text.len);
	}
}

/* What stands behind the phrase that begins the line, its colon or dash left out. */
static struct slice
rest_of(const struct line *line, bool *marked)
{
	size_t at = line->match.end;
	*marked = false;
	while (at < line->text.len) {
		char c = line->text.data[at];
		if (c == ':' || c == '|' || c == '-')
			*marked = true;
		else if (c != ' ')
			break;
		at++;
	}
	return slice_cut(line->text, at, line->text.len);
}

/* Whether a phrase at the start of a line speaks for all of it: "Tags: fire", "Follow us on X".
 */
static bool
speaks_for_line(const struct line *line)
{
	bool marked;
	struct slice rest = rest_of(line, &marked);
	if (rest.len == 0 || (marked && line->match.kind != FURNITURE_SOURCE))
		return true;
	bool number = rest.data[0] >= '0' && rest.data[0] <= '9';
	switch (line->match.kind) {
	case FURNITURE_TIME:
		return number || (line->looks.words < 12 && !line->looks.stops &&
					 date_in_text(rest).len > 0);
	case FURNITURE_RELATED:
	case FURNITURE_TAGS:
	case FURNITURE_BUTTON:
	case FURNITURE_SECTION:
		return false;
	case FURNITURE_SOURCE: /* "Source: a statement" is part of the report */
		return line->match.words > 1 || outlet_is_address(rest);
	case FURNITURE_CREDIT:
		return line->match.words > 1 && !line->looks.stops;
	default:
		return line->match.words > 1 || !line->looks.stops;
	}
}

static bool
is_breadcrumb(const struct line *line)
{
	static const char *const marks[] = {" > ", " » ", " › ", " / "};
	if (line->looks.stops || line->text.len > LONGEST_TRAIL)
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t found = 0, len = strlen(marks[i]);
		for (size_t at = 0; at + len <= line->text.len; at++)
			found += memcmp(line->text.data + at, marks[i], len) == 0;
		if (found >= 1 + (i == 3) && line->looks.words <= 8 * (found + 1))
			return true;
	}
	return false;
}

/* "News | Sport | Weather | Video": so many words in a row are a menu, not a title. */
static bool
is_menu(const struct line *line)
{
	size_t found = 0;
	for (size_t at = 0; at < line->text.len; at++) {
		char c = line->text.data[at];
		if (c >= '0' && c <= '9')
			return false;
		found += c == '|';
	}
	return found >= 2 && !line->looks.stops && line->text.len <= LONGEST_TRAIL &&
	       line->looks.words <= found + 3;
}

static bool
is_copyright(const struct line *line)
{
	return slice_starts(line->text, SLICE("©")) || slice_starts(line->text, SLICE("(c) "));
}

/* A sentence of the report itself: what is said, or told with a full stop. */
static bool
is_sentence(const struct line *line)
{
	return line->looks.stops && !line->looks.trails_off && line->looks.words > 3;
}

/* Whether the line goes for what it says, wherever it stands. */
static bool
is_furniture(const struct line *line)
{
	const struct furniture_match *match = &line->match;
	if (is_copyright(line))
		return true;
	if (match->kind == FURNITURE_NONE)
		return is_breadcrumb(line) || is_menu(line);
	if (line->looks.quotes && !match->whole)
		return false;
	if (match->whole)
		return match->kind != FURNITURE_SECTION || !line->looks.stops;
	if (match->starts)
		return speaks_for_line(line);
	switch (match->kind) {
	case FURNITURE_COOKIES:
	case FURNITURE_LEGAL:
	case FURNITURE_NEWSLETTER:
	case FURNITURE_PAYWALL:
	case FURNITURE_APPEAL:
	case FURNITURE_BIO:
		return line->looks.words < 60;
	case FURNITURE_TIME:
		return line->looks.words < 12 && !line->looks.stops;
	default:
		return false;
	}
}

static bool
is_title_like(const struct line *line)
{
	return line->text.len <= TITLE && line->looks.words > 1 && line->looks.rubric &&
	       !line->looks.item && !line->looks.colon &&
	       (!line->looks.stops || line->looks.trails_off || line->looks.sentences == 1);
}

/* Two sentences' lines together are text again, and so is a long paragraph. */
static bool
is_text_again(const struct page *page, size_t i)
{
	const struct line *line = &page->lines[i];
	if (!is_sentence(line) || line->drop)
		return false;
	if (line->text.len > TEASER && line->looks.sentences > 1)
		return true;
	bool before = i > 0 && is_sentence(&page->lines[i - 1]);
	bool after = i + 1 < page->count && is_sentence(&page->lines[i + 1]) &&
		     !page->lines[i + 1].drop;
	return after && !before && line->text.len > 60;
}

/* The end of the tail that a heading of other articles begins: all that looks like them. */
static size_t
end_of_tail(const struct page *page, size_t from, bool forever)
{
	size_t i = from;
	while (i < page->count && (forever || !is_text_again(page, i)))
		i++;
	return i;
}

static void
drop(struct page *page, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		page->lines[i].drop = true;
}

static bool
heads_tail(const struct line *line)
{
	return line->match.whole && (line->match.kind == FURNITURE_RELATED ||
					    line->match.kind == FURNITURE_COMMENTS);
}

/* Whether so little was told before this line that what follows cannot be the end. */
static bool
is_above_text(const struct page *page, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (is_sentence(&page->lines[k]) && !page->lines[k].drop)
			return false;
	return true;
}

static void
drop_tails(struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct line *line = &page->lines[i];
		if (!heads_tail(line) || is_above_text(page, i))
			continue;
		bool comments = line->match.kind == FURNITURE_COMMENTS;
		size_t end = end_of_tail(page, i + 1, comments);
		drop(page, i, end);
		i = end - 1;
	}
}

/* Newsletters and appeals take several lines: what stands between two of theirs is theirs. */
static void
drop_between(struct page *page)
{
	for (size_t i = 1; i + 1 < page->count; i++) {
		const struct line *before = &page->lines[i - 1], *after = &page->lines[i + 1];
		bool same = before->drop && after->drop && before->match.kind &&
			    before->match.kind == after->match.kind;
		if (same && (before->match.kind == FURNITURE_NEWSLETTER ||
				    before->match.kind == FURNITURE_PAYWALL ||
				    before->match.kind == FURNITURE_COOKIES))
			page->lines[i].drop = page->lines[i].looks.words < 40;
	}
}

/* "Parliament delays vote" and below it "Lawmakers put off a vote that …": a teaser. */
static void
drop_teasers(struct page *page)
{
	for (size_t i = 1; i < page->count; i++) {
		struct line *title = &page->lines[i - 1], *line = &page->lines[i];
		bool cut = line->looks.trails_off && !line->looks.quotes &&
			   line->text.len > 30 && line->text.len <= TEASER;
		if (cut && !title->drop && !is_above_text(page, i) && is_title_like(title) &&
			!title->looks.stops && i - 1 != page->title)
			title->drop = line->drop = true;
	}
}

static struct line *
next_kept(struct page *page, size_t i)
{
	while (i < page->count && page->lines[i].drop)
		i++;
	return i < page->count ? &page->lines[i] : NULL;
}

static void
find_title(struct page *page)
{
	page->title = page->count;
	struct line *first = next_kept(page, 0);
	if (!first)
		return;
	size_t at = (size_t)(first - page->lines);
	struct line *second = next_kept(page, at + 1);
	if (!second || at > HEAD_LINES || !is_title_like(first))
		return;
	if (first->looks.stops && !first->looks.trails_off && !second->gap &&
		first->text.data[first->text.len - 1] == '.')
		return;
	first->role = ROLE_TITLE;
	page->title = at;
	page->document->title = first->text;
}

static bool
is_clock_time(struct slice text)
{
	size_t digits = 0, colons = 0;
	for (size_t i = 0; i < text.len; i++) {
		digits += text.data[i] >= '0' && text.data[i] <= '9';
		colons += text.data[i] == ':' || text.data[i] == '.';
	}
	return digits >= 3 && digits <= 6 && colons >= 1 && digits + colons == text.len;
}

/* What stands below the title: byline, outlet, dates. */
static void
read_head(struct page *page)
{
	struct document *document = page->document;
	size_t seen = 0;
	for (size_t i = 0; i < page->count && seen < HEAD_LINES; i++) {
		struct line *line = &page->lines[i];
		if (line->text.len > LONG || (i > page->title + 6 && page->title < page->count))
			break;
		if (line->match.kind == FURNITURE_TIME || line->looks.words < 12) {
			struct slice date = date_in_text(line->text);
			if (date.len && !document->date.len && !is_sentence(line) &&
				i != page->title)
				document->date = arena_copy(&document->arena, date);
		}
		if (line->drop || i == page->title)
			continue;
		seen++;
		if (is_sentence(line) && !line->looks.trails_off)
			break;
		bool behind_title = page->title < page->count && i > page->title;
		if (!document->byline.len && byline_in_line(line->text, behind_title)) {
			line->role = ROLE_BYLINE;
			document->byline = byline_names(line->text, &document->arena);
		} else if (behind_title && byline_leads(line->text) && line->looks.words < 6 &&
			   outlet_is_name(line->text)) {
			line->role = ROLE_BYLINE;
		} else if (behind_title && !document->outlet.len &&
			   outlet_is_name(line->text)) {
			document->outlet = line->text;
			line->drop = true;
		} else if (date_is_all(line->text)) {
			line->role = ROLE_DATELINE;
		}
	}
}

/*
 * "Original Source: www.example.org" stays, as a byline: whoever compares reports must know on
 * whom this one rests.
 */
static bool
credits_source(struct line *line)
{
	bool marked;
	if (line->match.kind != FURNITURE_SOURCE || !line->match.starts ||
		rest_of(line, &marked).len == 0)
		return false;
	line->role = ROLE_BYLINE;
	return true;
}

static bool
ends_with_credit(const struct line *line)
{
	return byline_has_credit(line->text) && line->looks.words > 2;
}

static enum role
role_of(const struct page *page, size_t i)
{
	const struct line *line = &page->lines[i];
	const struct line *next = i + 1 < page->count ? &page->lines[i + 1] : NULL;
	if (line->role != ROLE_BODY)
		return line->role;
	if (line->looks.item)
		return ROLE_LIST;
	if (line->looks.quoted || byline_labels_quote(line->text))
		return ROLE_QUOTE;
	if (line->text.len > LONG)
		return ROLE_BODY;
	if (is_clock_time(line->text))
		return ROLE_DATELINE;
	if (ends_with_credit(line))
		return ROLE_CAPTION;
	/* "Source: the city council" is a statement, if a short one */
	bool labelled = memchr(line->text.data, ':', line->text.len) != NULL;
	bool followed =
		next && !next->drop && next->looks.stops && next->text.len > line->text.len;
	if (!line->looks.stops && !labelled && line->looks.rubric &&
		line->text.len <= HEADING && followed && page->title < page->count &&
		i > page->title)
		return ROLE_HEADING;
	return ROLE_BODY;
}

void
plain_read(struct document *document, struct slice text, struct furniture_book *book)
{
	struct page page = {.document = document};
	split(&page, text, book);
	page.title = page.count;
	for (size_t i = 0; i < page.count; i++) {
		struct line *line = &page.lines[i];
		line->drop = is_furniture(line) && !credits_source(line);
	}
	if (!document->title.len)
		find_title(&page);
	drop_tails(&page);
	drop_between(&page);
	drop_teasers(&page);
	read_head(&page);
	if (document->title.len && page.title == page.count)
		document_add(document, ROLE_TITLE, 1, document->title);
	for (size_t i = 0; i < page.count; i++) {
		enum role role = page.lines[i].drop ? ROLE_JUNK : role_of(&page, i);
		document_add(document, role, page.lines[i].number, page.lines[i].text);
	}
	free(page.lines);
}
