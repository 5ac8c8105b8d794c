/*
 * What the sections of the page are written with.
 */
#include "page.h"

#include "visible.h"

enum {
	LABEL_BYTES = 200
};

static struct buffer *
out(struct page *page)
{
	return &page->output->pending;
}

void
page_put(struct page *page, const char *markup)
{
	buffer_add(out(page), slice_of(markup));
}

static struct slice
reference(char byte)
{
	switch (byte) {
	case '&':
		return SLICE("&amp;");
	case '<':
		return SLICE("&lt;");
	case '>':
		return SLICE("&gt;");
	case '"':
		return SLICE("&quot;");
	case '\'':
		return SLICE("&#39;");
	}
	return SLICE("");
}

void
page_text(struct page *page, struct slice text)
{
	buffer_clear(&page->visible);
	visible_add(&page->visible, text);
	struct slice visible = buffer_slice(&page->visible);
	size_t start = 0;
	for (size_t at = 0; at < visible.len; at++) {
		struct slice instead = reference(visible.data[at]);
		if (instead.len == 0)
			continue;
		buffer_add(out(page), slice_cut(visible, start, at));
		buffer_add(out(page), instead);
		start = at + 1;
	}
	buffer_add(out(page), slice_cut(visible, start, visible.len));
}

void
page_text_cut(struct page *page, struct slice text, size_t bytes)
{
	if (page->all || text.len <= bytes) {
		page_text(page, text);
		return;
	}
	while (bytes > 0 && ((unsigned char)text.data[bytes] & 0xc0) == 0x80)
		bytes--;
	page_text(page, slice_cut(text, 0, bytes));
	page_put(page, "…");
}

/* Whether no space and no punctuation stands at the place. */
static bool
begins_word(struct slice text, size_t at)
{
	return at < text.len && !memchr(" ,.;:!?)", text.data[at], 8);
}

void
page_changes(struct page *page, struct slice before, struct slice now)
{
	size_t at = 0;
	if (!changes_find(&page->changes, before, now))
		page->changes.count = 0;
	for (size_t i = 0; i < page->changes.count; i++) {
		const struct change *change = &page->changes.items[i];
		if (change->kind == CHANGE_LEFT) {
			page_put(page, at > 0 ? " <del>" : "<del>");
			page_text(page, slice_cut(before, change->start, change->end));
			page_put(page, begins_word(now, at) ? "</del> " : "</del>");
			continue;
		}
		page_text(page, slice_cut(now, at, change->start));
		page_put(page, change->kind == CHANGE_ADDED ? "<ins>" : "");
		page_text(page, slice_cut(now, change->start, change->end));
		page_put(page, change->kind == CHANGE_ADDED ? "</ins>" : "");
		at = change->end;
	}
	page_text(page, slice_cut(now, at, now.len));
}

void
page_size(struct page *page, size_t number)
{
	buffer_add_size(out(page), number);
}

void
page_section(struct page *page, const char *id, const char *heading, const char *note)
{
	page_put(page, "<section id=\"");
	page_put(page, id);
	page_put(page, "\">\n<h2>");
	page_put(page, heading);
	page_put(page, "</h2>\n");
	if (note) {
		page_put(page, "<p class=\"note\">");
		page_put(page, note);
		page_put(page, "</p>\n");
	}
}

void
page_link(struct page *page, uint32_t document, size_t n)
{
	if (!page->has_text[document])
		return;
	page_put(page, "<a href=\"#d");
	page_size(page, document);
	if (n > 0) {
		page_put(page, "s");
		page_size(page, n);
	}
	page_put(page, "\">");
}

void
page_end_link(struct page *page, uint32_t document)
{
	if (page->has_text[document])
		page_put(page, "</a>");
}

void
page_letter_at(struct page *page, uint32_t document, size_t n)
{
	page_put(page, "<abbr class=\"letter\" title=\"");
	page_text(page, page->overview->names.of[document]);
	page_put(page, "\">");
	page_link(page, document, n);
	names_add_letter(out(page), document);
	page_end_link(page, document);
	page_put(page, "</abbr>");
}

void
page_letter(struct page *page, uint32_t document)
{
	page_letter_at(page, document, 0);
}

void
page_label(struct page *page, const struct claim *claim)
{
	buffer_clear(&page->scratch);
	label_add_figures(
		&page->scratch, &page->labels, &page->overview->findings, claim, LABEL_COLUMNS);
	page_text_cut(page, buffer_slice(&page->scratch), LABEL_BYTES);
}

void
page_amount(struct page *page, const struct value *value, struct slice surface)
{
	buffer_clear(&page->scratch);
	amount_add(&page->scratch, &page->overview->amounts, value, surface, AMOUNT_FULL);
	page_text(page, buffer_slice(&page->scratch));
}

size_t
page_limit(const struct page *page, size_t count, size_t most)
{
	return page->all || count < most ? count : most;
}

void
page_say_more(struct page *page, size_t more, const char *one, const char *many)
{
	if (more == 0)
		return;
	page_put(page, "<p class=\"more\">And ");
	add_counted(out(page), more, one, many);
	page_put(page, " (--all shows them).</p>\n");
}
