#include "cleaner.h"

#include "decode.h"
#include "error.h"
#include "embedded.h"
#include "page.h"
#include "plain.h"

enum {
	LARGE = 4 * 1024 * 1024 /* bytes of a page that are not kept for the next one */
};

static void
write_document(struct cleaner *cleaner, const struct found *found)
{
	struct document *document = &cleaner->document;
	document->id = found->id;
	if (found->url.len)
		document->url = found->url;
	if (found->title.len)
		document->title = found->title;
	if (found->date.len)
		document->date = found->date;
	if (found->outlet.len)
		document->outlet = found->outlet;
	if (found->byline.len)
		document->byline = found->byline;
	document_write(document, &cleaner->writer, &cleaner->output);
}

/* Reads the lines of a text. Most are UTF-8, which reading them shows; others are decoded
 * first. */
static void
read_lines(struct cleaner *cleaner, struct slice bytes, struct slice charset)
{
	struct sheet *sheet = &cleaner->sheet;
	sheet_clear(sheet);
	if (decode_must_read(bytes) && sheet_read(sheet, bytes, false, &cleaner->furniture))
		return;
	struct slice text = decode(bytes, charset, false, &cleaner->decoded);
	if (text.data != bytes.data)
		sheet_clear(sheet);
	sheet_read(sheet, text, true, &cleaner->furniture);
}

void
clean_text(struct cleaner *cleaner, struct slice bytes, const struct found *found)
{
	document_clear(&cleaner->document);
	read_lines(cleaner, bytes, found->charset);
	cleaner->document.title = found->title;
	plain_read(&cleaner->document, &cleaner->sheet, &cleaner->furniture);
	write_document(cleaner, found);
}

/* Reads the article that a script of the page holds, if one does. */
static void
read_embedded(struct cleaner *cleaner, struct slice bytes, const struct found *found)
{
	struct buffer *decoded = &cleaner->decoded, html = {0};
	if (embedded_find(&html, decode(bytes, found->charset, true, decoded))) {
		dom_parse(&cleaner->embedded, html.data, html.len);
		page_read_embedded(&cleaner->document, &cleaner->embedded, &cleaner->furniture);
	}
	buffer_free(&html);
}

void
clean_page(struct cleaner *cleaner, struct slice bytes, const struct found *found)
{
	struct buffer *decoded = &cleaner->decoded;
	document_clear(&cleaner->document);
	struct slice text = decode(bytes, found->charset, true, decoded);
	if (text.data != decoded->data) {
		buffer_clear(decoded);
		buffer_add(decoded, text);
	}
	cleaner->document.url = found->url;
	dom_parse(&cleaner->dom, decoded->data, decoded->len);
	if (cleaner->dom.full)
		warn("%.*s: more elements than are read: what follows is one text",
			(int)found->id.len, found->id.data);
	if (decoded->capacity > LARGE) /* the tree has its own copies */
		buffer_free(decoded);
	page_read(&cleaner->document, &cleaner->dom, &cleaner->furniture);
	if (page_is_empty(&cleaner->document))
		read_embedded(cleaner, bytes, found);
	write_document(cleaner, found);
}

void
cleaner_free(struct cleaner *cleaner)
{
	writer_free(&cleaner->writer);
	furniture_free(&cleaner->furniture);
	document_free(&cleaner->document);
	dom_free(&cleaner->dom);
	sheet_free(&cleaner->sheet);
	dom_free(&cleaner->embedded);
	buffer_free(&cleaner->decoded);
}
