#include "page.h"

#include <stdlib.h>
#include <string.h>

#include "areas.h"
#include "author.h"
#include "byline.h"
#include "content.h"
#include "date.h"
#include "line.h"
#include "metadata.h"
#include "pieces.h"
#include "title.h"

enum {
	EMPTY = 300,    /* bytes of an article, below which there is none */
	LARGER = 4,     /* times what an embedded one must have */
	ABOVE = 3,      /* paragraphs that may stand above who wrote the rest, and when */
	DATE_ABOVE = 6, /* pieces above the title among which the date may stand */
	LAST = 3,       /* of the article's pieces that may be about the author */
	DATE = 120      /* bytes of a line that tells the date */
};

/* A block for each piece that may be told of the page. */
static void
add_blocks(struct document *document, const struct pieces *pieces, const enum role *roles)
{
	bool titled = false;
	for (size_t i = 0; i < pieces->count; i++)
		titled = titled || roles[i] == ROLE_TITLE;
	if (!titled && document->title.len)
		document_add(document, ROLE_TITLE, 1, document->title);
	for (size_t i = 0; i < pieces->count; i++)
		document_add(document, roles[i], pieces->pieces[i].line, piece_text(pieces, i));
}

/*
 * The byline that stands in the article, where it says more than what is known. Several names
 * in the place of a heading above the text are one, too: "Ana Ruiz/Tom Vell" in bold type.
 */
static void
take_byline(struct document *document, const struct pieces *pieces, enum role *roles)
{
	size_t above = 0;
	for (size_t i = 0; i < pieces->count; i++) {
		struct slice text = piece_text(pieces, i);
		above += roles[i] == ROLE_BODY;
		bool heading =
			roles[i] == ROLE_HEADING && above < ABOVE && byline_in_line(text, true);
		if (roles[i] != ROLE_BYLINE && !heading)
			continue;
		struct slice names = byline_read(text, &document->arena).names;
		names = author_without_site(names, document->outlet, &document->arena);
		bool several = names.len && memchr(names.data, ';', names.len) != NULL;
		if (names.len == 0 || !byline_are_persons(names) || (heading && !several) ||
			slice_equal(names, document->byline))
			continue;
		roles[i] = ROLE_BYLINE;
		document->byline = names;
		return;
	}
}

/* At the article's end stands who wrote it: "Ana Ruiz covers the coast." */
static void
drop_bio(const struct pieces *pieces, enum role *roles, struct slice byline)
{
	size_t seen = 0;
	for (size_t i = byline.len ? pieces->count : 0; i-- > 0 && seen < LAST;) {
		struct slice text = piece_text(pieces, i);
		if (roles[i] == ROLE_JUNK || roles[i] == ROLE_CAPTION)
			continue;
		seen++;
		if (byline_begins(byline, text) && !line_looks(text).quotes)
			roles[i] = ROLE_JUNK;
	}
}

/* The date that a line tells and that stands right below the title or, nearest first, above it.
 */
static struct slice
date_near_title(const struct pieces *pieces, const enum role *roles, size_t title)
{
	struct slice date = SLICE("");
	for (size_t i = title + 1, seen = 0; i < pieces->count && seen < ABOVE && !date.len;
		i++) {
		struct slice text = piece_text(pieces, i);
		seen += roles[i] == ROLE_BODY;
		if (text.len <= DATE && !line_looks(text).stops)
			date = date_in_text(text);
	}
	for (size_t i = title; i > 0 && i + DATE_ABOVE > title && !date.len; i--)
		if (date_is_all(piece_text(pieces, i - 1)))
			date = date_in_text(piece_text(pieces, i - 1));
	return date;
}

/* The date behind a word that says what it is for: "Created: 12 June 2025" below the text. */
static struct slice
date_labelled(const struct pieces *pieces, size_t title)
{
	size_t start, end;
	for (size_t i = title + 1; i < pieces->count; i++) {
		struct slice text = piece_text(pieces, i);
		bool digit = text.len > 0 && text.data[0] >= '0' && text.data[0] <= '9';
		if (text.len <= DATE && !digit && date_is_all(text) &&
			date_find(text, &start, &end) && start == 0)
			return date_in_text(text);
	}
	return SLICE("");
}

/* The date that the page's text tells, where nothing else does. */
static struct slice
date_in_pieces(const struct pieces *pieces, const enum role *roles)
{
	size_t title = 0;
	while (title < pieces->count && roles[title] != ROLE_TITLE)
		title++;
	title = title < pieces->count ? title : 0;
	struct slice date = date_near_title(pieces, roles, title);
	return date.len ? date : date_labelled(pieces, title);
}

/* Finds the article in a page's text, adds its blocks, which show `text`, and takes its byline
 * if asked to. */
static void
read_text(struct document *document, struct buffer *text, const struct dom *dom,
	const uint8_t *areas, const struct hints *hints, bool wants_byline,
	struct furniture_book *book)
{
	struct pieces pieces = {.text = *text};
	pieces_cut(&pieces, dom, areas);
	enum role *roles = memory_new(pieces.count * sizeof *roles);
	content_find(roles, dom, areas, &pieces, hints, book);
	if (wants_byline)
		take_byline(document, &pieces, roles);
	drop_bio(&pieces, roles, document->byline);
	if (document->date.len == 0)
		document->date = arena_copy(&document->arena, date_in_pieces(&pieces, roles));
	add_blocks(document, &pieces, roles);
	free(roles);
	*text = pieces.text;
	pieces.text = (struct buffer){0};
	pieces_free(&pieces);
}

/* Bytes of the article's text in the blocks from `first` on. */
static size_t
length(const struct document *document, size_t first, size_t end)
{
	size_t len = 0;
	for (size_t i = first; i < end; i++) {
		enum role role = document->blocks[i].role;
		bool text = role == ROLE_BODY || role == ROLE_LIST || role == ROLE_QUOTE;
		len += text ? document->blocks[i].text.len : 0;
	}
	return len;
}

bool
page_is_empty(const struct document *document)
{
	return length(document, 0, document->count) < EMPTY;
}

/* Where a page shows next to nothing of its article, what it tells programs has to do. */
static void
add_told(struct document *document, struct slice body)
{
	if (body.len < LARGER * length(document, 0, document->count) || body.len < EMPTY ||
		memchr(body.data, '<', body.len))
		return;
	for (size_t i = 0; i < document->count; i++)
		if (document->blocks[i].role != ROLE_TITLE)
			document->blocks[i].role = ROLE_JUNK;
	for (size_t at = 0, end; at < body.len; at = end + 1) {
		for (end = at; end < body.len && body.data[end] != '\n';)
			end++;
		document_add(document, ROLE_BODY, 1, slice_cut(body, at, end));
	}
}

void
page_read(struct document *document, const struct dom *dom, struct furniture_book *book)
{
	struct meta meta = {0};
	struct article article = {0};
	uint8_t *areas = memory_new(dom->count);
	areas_find(dom, areas);
	meta_read(&meta, dom);
	metadata_read_jsonld(&article, dom, &document->arena);
	if (!meta.site.len && !article.publisher.len)
		meta.site = title_outlet(dom, areas, &meta, &article, &document->arena);
	struct slice title = metadata_find(document, dom, areas, &meta, &article);

	struct hints hints = {title, article.body};
	bool named = author_is_named(document->byline, &meta, &article);
	read_text(document, &document->texts[0], dom, areas, &hints, !named, book);
	if (document->date.len == 0)
		document->date = arena_copy(&document->arena, date_of_value(article.modified));
	if (page_is_empty(document))
		add_told(document, article.body);

	free(areas);
	buffer_free(&article.authors);
	buffer_free(&article.organisations);
}

void
page_read_embedded(
	struct document *document, const struct dom *embedded, struct furniture_book *book)
{
	size_t seen = document->count;
	struct slice byline = document->byline;
	struct hints hints = {document->title, SLICE("")};
	uint8_t *areas = memory_new(embedded->count);
	areas_find(embedded, areas);
	read_text(
		document, &document->texts[1], embedded, areas, &hints, byline.len == 0, book);
	free(areas);
	size_t more = length(document, seen, document->count);
	if (more < LARGER * length(document, 0, seen) + EMPTY) {
		document->count = seen;
		document->byline = byline;
		return;
	}
	document->count -= seen;
	memmove(document->blocks, document->blocks + seen,
		document->count * sizeof *document->blocks);
}
