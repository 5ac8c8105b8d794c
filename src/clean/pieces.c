#include "pieces.h"

#include <stdlib.h>

#include "areas.h"
#include "byline.h"
#include "date.h"
#include "line.h"
#include "memory.h"

enum {
	ASIDE = 4,  /* nodes of the largest */
	CARD = 100, /* nodes of the largest card that unfolds over a name */
	CARD_LINKS = 3,
	TAIL = 160,     /* bytes that tell whether a sentence ends */
	CELL = 100,     /* nodes of a cell that are looked at */
	CELL_LINES = 3, /* line breaks of a cell that lays out a page */
	LABEL = 80      /* bytes of the longest line that names the author or the time */
};

struct open_block {
	uint32_t node, end;
};

struct cutter {
	struct pieces *pieces;
	const struct dom *dom;
	const uint8_t *areas;
	struct open_block *open; /* block elements around the place that was reached */
	size_t depth, capacity;
	uint32_t link_end, strong_end, slanted_end; /* where the link, the type ends */
	bool pictured;                              /* since the last piece ended */
	bool inside;                                /* a piece has begun */
	bool space;                                 /* white space stands before what follows */
	bool broken;                                /* a <br> does */
};

static void
end_piece(struct cutter *cutter)
{
	if (cutter->inside) {
		struct pieces *pieces = cutter->pieces;
		pieces->pieces[pieces->count - 1].end = pieces->text.len;
		buffer_add_byte(&pieces->text, '\n');
	}
	cutter->inside = cutter->space = cutter->broken = false;
}

static void
begin_piece(struct cutter *cutter, uint32_t node)
{
	struct pieces *pieces = cutter->pieces;
	pieces->pieces = memory_reserve(
		pieces->pieces, &pieces->capacity, pieces->count + 1, sizeof *pieces->pieces);
	pieces->pieces[pieces->count++] = (struct piece){
		.node = cutter->depth ? cutter->open[cutter->depth - 1].node : 0,
		.first = node,
		.line = cutter->dom->nodes[node].line,
		.start = pieces->text.len,
		.pictured = cutter->pictured,
	};
	cutter->inside = true;
	cutter->pictured = false;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Adds text, its white space made single spaces; there is room for it and one more. */
static void
add_spaced(struct cutter *cutter, struct slice text, size_t start)
{
	struct buffer *to = &cutter->pieces->text;
	char *out = to->data + to->len;
	bool space = cutter->space && to->len > start;
	for (size_t at = 0; at < text.len; at++) {
		char byte = text.data[at];
		if (is_blank(byte)) {
			space = true;
			continue;
		}
		if (space)
			*out++ = ' ';
		*out++ = byte;
		space = false;
	}
	to->len = (size_t)(out - to->data);
	cutter->space = space;
}

/* Whether what was cut so far is in bold type: a heading, if a line break ends it. */
static bool
is_strong_line(const struct cutter *cutter)
{
	const struct piece *piece = &cutter->pieces->pieces[cutter->pieces->count - 1];
	return cutter->inside && piece->strong > 0 &&
	       piece->strong + 2 >= cutter->pieces->text.len - piece->start;
}

static void
add_text(struct cutter *cutter, uint32_t node)
{
	struct slice text = cutter->dom->nodes[node].text;
	struct buffer *to = &cutter->pieces->text;
	size_t blank = 0;
	while (blank < text.len && is_blank(text.data[blank]))
		blank++;
	cutter->space = cutter->space || blank > 0;
	if (blank == text.len)
		return;
	if (cutter->broken && is_strong_line(cutter) && node >= cutter->strong_end)
		end_piece(cutter);
	if (!cutter->inside)
		begin_piece(cutter, node);
	struct piece *piece = &cutter->pieces->pieces[cutter->pieces->count - 1];
	size_t before = to->len;
	buffer_reserve(to, text.len + 1);
	add_spaced(cutter, slice_cut(text, blank, text.len), piece->start);
	uint32_t added = (uint32_t)(to->len - before);
	piece->links += node < cutter->link_end ? added : 0;
	piece->strong += node < cutter->strong_end ? added : 0;
	piece->slanted += node < cutter->slanted_end ? added : 0;
	cutter->broken = false;
}

/* Whether what was cut so far ends with a sentence. */
static bool
ends_sentence(const struct cutter *cutter)
{
	struct slice text = buffer_slice(&cutter->pieces->text);
	size_t tail = text.len < TAIL ? text.len : TAIL;
	return cutter->inside && line_looks(slice_cut(text, text.len - tail, text.len)).stops;
}

/* Notes where a link or a kind of type that begins at a node ends, within no other of it. */
static void
note_end(uint32_t *end, const struct cutter *cutter, uint32_t node)
{
	if (node >= *end)
		*end = cutter->dom->nodes[node].end;
}

/* Whether what was cut so far is a line of its own: "By Ana Ruiz", "12 March 2024". */
static bool
is_label(const struct cutter *cutter)
{
	if (!cutter->inside)
		return false;
	struct slice text = buffer_slice(&cutter->pieces->text);
	text = slice_cut(
		text, cutter->pieces->pieces[cutter->pieces->count - 1].start, text.len);
	return text.len <= LABEL && (byline_in_line(text, false) || date_is_all(text));
}

static void
break_line(struct cutter *cutter)
{
	if (cutter->broken || ends_sentence(cutter) || is_label(cutter))
		end_piece(cutter);
	cutter->space = true;
	cutter->broken = cutter->inside;
}

static void
open_block(struct cutter *cutter, uint32_t node)
{
	end_piece(cutter);
	cutter->open = memory_reserve(
		cutter->open, &cutter->capacity, cutter->depth + 1, sizeof *cutter->open);
	cutter->open[cutter->depth++] = (struct open_block){node, cutter->dom->nodes[node].end};
}

/* A cell that lays out a page, and holds lines or a table of its own; others make up a row. */
static bool
is_layout(const struct dom *dom, uint32_t cell)
{
	size_t lines = 0;
	for (uint32_t node = cell + 1; node < dom->nodes[cell].end && node < cell + CELL;
		node++) {
		lines += dom->nodes[node].tag == TAG_BR;
		if (dom->nodes[node].tag == TAG_TABLE || lines == CELL_LINES)
			return true;
	}
	return false;
}

/* A caption within a line: "<span><img><em class=caption>The bridge</em></span> The bridge …".
 */
static bool
is_caption(const struct cutter *cutter, uint32_t node)
{
	uint32_t around = cutter->depth ? cutter->open[cutter->depth - 1].node : 0;
	return cutter->areas[node] == AREA_CAPTION && cutter->areas[around] != AREA_CAPTION;
}

static void
enter(struct cutter *cutter, uint32_t node)
{
	enum dom_tag tag = cutter->dom->nodes[node].tag;
	switch (tag) {
	case TAG_BR:
		break_line(cutter);
		break;
	case TAG_A:
		note_end(&cutter->link_end, cutter, node);
		break;
	case TAG_B:
	case TAG_STRONG:
		note_end(&cutter->strong_end, cutter, node);
		break;
	case TAG_EM:
	case TAG_I:
		note_end(&cutter->slanted_end, cutter, node);
		break;
	case TAG_IMG:
	case TAG_AMP_IMG:
		cutter->pictured = true;
		break;
	case TAG_TD:
	case TAG_TH:
		cutter->space = true;
		if (is_layout(cutter->dom, node))
			open_block(cutter, node);
		break;
	default:
		if (dom_is_block(tag) || is_caption(cutter, node))
			open_block(cutter, node);
	}
}

static void
leave(struct cutter *cutter, uint32_t node)
{
	while (cutter->depth > 0 && cutter->open[cutter->depth - 1].end <= node) {
		end_piece(cutter);
		cutter->depth--;
	}
}

/* A few words within a paragraph that only screen readers get: "opens in a new tab". */
static bool
is_aside(const struct dom *dom, const uint8_t *areas, uint32_t node)
{
	return areas[node] == AREA_UNSEEN && !dom_is_block(dom->nodes[node].tag) &&
	       dom->nodes[node].end - node <= ASIDE;
}

/*
 * A card that unfolds over a name in a paragraph: "Senator <a>Ito</a><span>picture, links to
 * her news</span> said".
 */
static bool
is_card(const struct cutter *cutter, uint32_t node)
{
	const struct dom *dom = cutter->dom;
	uint32_t end = dom->nodes[node].end, link_end = node, links = 0;
	bool paragraph = cutter->depth > 0 &&
			 dom->nodes[cutter->open[cutter->depth - 1].node].tag == TAG_P;
	if (dom->nodes[node].tag != TAG_SPAN || !paragraph || end - node > CARD)
		return false;
	uint32_t first = node + 1;
	while (first < end &&
		(dom->nodes[first].tag == TAG_SPAN || dom->nodes[first].tag == TAG_TEXT))
		first++;
	if (first == end || dom->nodes[first].tag != TAG_IMG)
		return false;
	for (uint32_t inner = node + 1; inner < end; inner++) {
		struct slice text = dom->nodes[inner].text;
		if (dom->nodes[inner].tag == TAG_A) {
			link_end = dom->nodes[inner].end;
			links++;
		}
		for (size_t i = 0; inner >= link_end && i < text.len; i++)
			if (!is_blank(text.data[i]))
				return false;
	}
	return links >= CARD_LINKS;
}

void
pieces_cut(struct pieces *pieces, const struct dom *dom, const uint8_t *areas)
{
	struct cutter cutter = {.pieces = pieces, .dom = dom, .areas = areas};
	pieces->count = 0;
	buffer_clear(&pieces->text);
	for (uint32_t node = 0; node < dom->count;) {
		leave(&cutter, node);
		if (areas[node] == AREA_HIDDEN || is_aside(dom, areas, node) ||
			is_card(&cutter, node)) {
			node = dom->nodes[node].end;
			continue;
		}
		if (dom->nodes[node].tag == TAG_TEXT)
			add_text(&cutter, node);
		else
			enter(&cutter, node);
		node++;
	}
	end_piece(&cutter);
	free(cutter.open);
}

void
pieces_free(struct pieces *pieces)
{
	buffer_free(&pieces->text);
	free(pieces->pieces);
	*pieces = (struct pieces){0};
}
