#include "page.h"

#include <stdlib.h>

#include "areas.h"
#include "byline.h"
#include "content.h"
#include "metadata.h"
#include "pieces.h"

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
		document_add(document, roles[i], pieces->pieces[i].line,
			arena_copy(&document->arena, piece_text(pieces, i)));
}

/* The byline that stands in the article. */
static void
take_byline(struct document *document, const struct pieces *pieces, const enum role *roles)
{
	for (size_t i = 0; i < pieces->count; i++) {
		if (roles[i] != ROLE_BYLINE)
			continue;
		struct slice names = byline_names(
			arena_copy(&document->arena, piece_text(pieces, i)), &document->arena);
		if (byline_are_persons(names)) {
			document->byline = names;
			return;
		}
	}
}

void
page_read(struct document *document, const struct dom *dom, struct furniture_book *book)
{
	struct pieces pieces = {0};
	struct meta meta = {0};
	struct article article = {0};
	uint8_t *areas = memory_new(dom->count);
	areas_find(dom, areas);
	meta_read(&meta, dom);
	metadata_read_jsonld(&article, dom, &document->arena);
	metadata_find(document, dom, areas, &meta, &article);
	pieces_cut(&pieces, dom, areas);

	struct hints hints = {document->title, article.body};
	enum role *roles = memory_new(pieces.count * sizeof *roles);
	content_find(roles, dom, areas, &pieces, &hints, book);
	if (!metadata_names_author(document->byline, &meta, &article))
		take_byline(document, &pieces, roles);
	add_blocks(document, &pieces, roles);

	free(roles);
	free(areas);
	pieces_free(&pieces);
	buffer_free(&article.authors);
	buffer_free(&article.organisations);
}
