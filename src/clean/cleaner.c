#include "cleaner.h"

#include "decode.h"
#include "error.h"
#include "embedded.h"
#include "page.h"
#include "plain.h"

enum {
	LARGE = 4 * 1024 * 1024, /* bytes of a page that are not kept for the next one */
	PART = 2 * 1024 * 1024,  /* bytes of a plain text that are read together */
	AHEAD = 64 * 1024        /* as many more are read, so that its last part is not short */
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

/* Reads the lines of a text, or of what is left of it. Most are UTF-8, which reading them
 * shows; others are decoded first. */
static void
read_lines(struct cleaner *cleaner, struct slice bytes, struct slice charset)
{
	struct sheet *sheet = &cleaner->sheet;
	sheet_restart(sheet);
	if (decode_must_read(bytes) && sheet_read(sheet, bytes, false, &cleaner->furniture))
		return;
	struct slice text = decode(bytes, charset, false, &cleaner->decoded);
	if (text.data != bytes.data)
		sheet_restart(sheet);
	sheet_read(sheet, text, true, &cleaner->furniture);
}

/* Begins a text of which so much is known. */
static void
begin_text(struct cleaner *cleaner, const struct found *found)
{
	document_clear(&cleaner->document);
	sheet_clear(&cleaner->sheet);
	cleaner->document.title = found->title;
}

/* Finds the report in the lines that were read, and writes it. */
static void
write_lines(struct cleaner *cleaner, const struct found *found)
{
	plain_read(&cleaner->document, &cleaner->sheet, &cleaner->furniture);
	if (cleaner->sheet.begins)
		write_document(cleaner, found);
	else
		document_write_more(&cleaner->document, &cleaner->writer, &cleaner->output);
}

void
clean_text(struct cleaner *cleaner, struct slice bytes, const struct found *found)
{
	begin_text(cleaner, found);
	read_lines(cleaner, bytes, found->charset);
	write_lines(cleaner, found);
}

/* Where the first part of a very long text ends: behind an empty line if one is near, else
 * behind a line; 0 where no line ends near. */
static size_t
end_of_part(struct slice text)
{
	size_t line = 0;
	for (size_t at = PART; at > PART - AHEAD; at--) {
		if (text.data[at - 1] != '\n')
			continue;
		if (text.data[at - 2] == '\n')
			return at;
		if (line == 0)
			line = at;
	}
	return line;
}

/* Reads and writes the first part of a very long text, which goes on behind it. False where it
 * cannot be read alone: it is no UTF-8, or one line. */
static bool
clean_part(struct cleaner *cleaner, struct slice part, const struct found *found)
{
	struct sheet *sheet = &cleaner->sheet;
	if (part.len == 0 || !decode_must_read(part) ||
		!sheet_read(sheet, part, false, &cleaner->furniture))
		return false;
	sheet->ends = false;
	write_lines(cleaner, found);
	document_clear(&cleaner->document);
	sheet_go_on(sheet);
	return true;
}

void
clean_text_file(struct cleaner *cleaner, struct input *input, const struct found *found)
{
	begin_text(cleaner, found);
	for (;;) {
		struct slice bytes = input_some(input, PART + AHEAD);
		size_t end = bytes.len < PART + AHEAD ? 0 : end_of_part(bytes);
		if (!clean_part(cleaner, slice_cut(bytes, 0, end), found))
			break;
		input_take(input, end);
	}
	cleaner->sheet.ends = true;
	read_lines(cleaner, input_all(input), found->charset);
	write_lines(cleaner, found);
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
		warn("%.*s: more elements than are read; the rest is read as one text",
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
